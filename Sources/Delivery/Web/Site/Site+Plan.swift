import Declarations
import Discovery
import Domain
import HTTPTypes
import Links
import Pages
import Registers
import Wire

/// A plan of public services, clause by clause.
extension Site {
    func planPage(_ visit: Visit, _ link: PlanLink) async throws -> Answer {
        let view = try await services.plans(link.name)
        let answers = view == nil ? [] : try await services.indicators.all()
        let measures = try await measures(view)
        var model = PlanPage(link: link)
        if let view {
            // What only staff read is a way in for them, and named without one for all others.
            let readable = Set(try await services.registerEntries.registers(reader(visit)).map(\.name))
            model.plan = Self.plan(view, answers, measures, readable, link.language)
            model.plan?.issues = try await issues(visit, view, link.language)
        }
        return .page(pages.plan(model, frame(visit, await figures())), tagged: true)
    }

    /// What turned up while the plan was carried out, by state; nil where none is kept that who looks may read.
    private func issues(_ visit: Visit, _ view: PlansInForce.View, _ language: PageLanguage) async throws
        -> PlanPage.Issues?
    {
        guard let place = view.plan.issues else { return nil }
        do {
            let register = try await services.registerEntries.register(place.register, reader(visit))
            let link = RegisterLink(.register(register.name), language: language)
            var issues = PlanPage.Issues(
                title: register.label.text(in: language.rawValue),
                help: register.help?.text(in: language.rawValue),
                link: link,
                isPublic: register.read == .everyone,
                states: nil
            )
            let question = ListEntries.Question(register: register.name, size: 0)
            let facets = try await services.listEntries(question, reader(visit)).facets
            let counts = facets.first { $0.field == Condition.state }?.values ?? []
            issues.states = register.states.map { state in
                var link = link
                link.list.choices = [RegisterList.Choice(field: Condition.state, code: state.name)]
                let count = counts.first { $0.code == state.name }?.count ?? 0
                return (state.label.text(in: language.rawValue), count, link)
            }
            return issues
        } catch Failure.notFound {
            return nil
        }
    }

    /// The same for programs.
    func planTwin(_ link: PlanLink) async throws -> Answer {
        guard let view = try await services.plans(link.name) else { throw Failure.notFound(what: "a plan") }
        return .json(
            try WireJSON.encode(Self.document(view, try await services.indicators.all(), try await measures(view))),
            tagged: true
        )
    }

    private typealias Measures = [String: PlanMeasures.Clause]

    private func measures(_ view: PlansInForce.View?) async throws -> Measures? {
        guard let plan = view?.plan else { return nil }
        return try await services.planMeasures(plan)
    }

    /// Where the measures of a clause are listed.
    private static func list(_ clause: String, _ plan: PlanDeclaration, _ language: PageLanguage) -> Link? {
        guard let place = plan.measures else { return nil }
        var link = RegisterLink(.register(place.register), language: language)
        link.list.choices = [RegisterList.Choice(field: place.field, code: clause)]
        return .registers(link)
    }

    /// Where the entries of a register stand, or one entry.
    private static func entries(_ name: String, _ language: PageLanguage) -> Link {
        let entry = name.contains("/") ? RegisterLink(entry: name, language: language) : nil
        return .registers(entry ?? RegisterLink(.register(name), language: language))
    }

    /// Where the entries of a register stand that everybody may read; nil where only some may.
    private static func address(_ register: RegisterDeclaration, _ language: PageLanguage) -> Link? {
        register.read == .everyone ? entries(register.name, language) : nil
    }

    /// The figures of a clause of a plan.
    static func figures(_ answers: [Figures.Answer], of clause: PlanClause, _ plan: PlanDeclaration)
        -> [Figures.Answer]
    {
        answers.filter { $0.clause?.plan == plan.name && $0.clause?.clause.key == clause.key }
    }

    // MARK: As a page

    private static func plan(
        _ view: PlansInForce.View,
        _ answers: [Figures.Answer],
        _ measures: Measures?,
        _ readable: Set<String>,
        _ language: PageLanguage
    ) -> PlanPage.Plan {
        let plan = view.plan
        return PlanPage.Plan(
            title: title(plan.title, language),
            number: plan.number,
            issuer: plan.issuer?.text(in: language.rawValue),
            published: plan.published?.description,
            from: plan.from.description,
            until: plan.until.description,
            parts: plan.parts.map { part in
                PlanPage.Part(
                    number: number(part.number, language),
                    title: title(part.title, language),
                    clauses: part.clauses.map { clause($0, view, answers, measures, readable, language) }
                )
            },
            others: view.all.filter { $0.name != plan.name }.map {
                PlanPage.Other(
                    title: $0.title.text(in: language.rawValue),
                    link: PlanLink($0.name, language: language)
                )
            }
        )
    }

    private static func title(_ title: Bilingual, _ language: PageLanguage) -> PlanPage.Title {
        PlanPage.Title(title.text(in: language.rawValue), printed: language == .zh ? nil : title.zh)
    }

    private static func number(_ number: Int, _ language: PageLanguage) -> String {
        language == .zh ? PlanClause.numeral(number) : String(number)
    }

    private static func clause(
        _ clause: PlanClause,
        _ view: PlansInForce.View,
        _ answers: [Figures.Answer],
        _ measures: Measures?,
        _ readable: Set<String>,
        _ language: PageLanguage
    ) -> PlanPage.Clause {
        PlanPage.Clause(
            key: clause.key,
            number: number(clause.number, language),
            title: title(clause.title, language),
            units: clause.units,
            targets: clause.targets.map { target in
                PlanPage.Target(
                    label: target.label.text(in: language.rawValue),
                    value: target.value,
                    isLeast: target.isLeast,
                    unit: target.unit?.text(in: language.rawValue),
                    by: target.by?.description,
                    printed: target.printed
                )
            },
            registers: clause.registers.compactMap { view.registers[$0] }.map {
                PlanPage.Register(
                    title: $0.label.text(in: language.rawValue),
                    link: readable.contains($0.name) ? entries($0.name, language) : nil
                )
            },
            pages: clause.pages.compactMap(LivePage.init),
            figures: figures(answers, of: clause, view.plan).map { figure($0, language) },
            measures: measures?[clause.key].map { own in
                PlanPage.Measures(
                    count: Tally(own.records, samples: own.samples),
                    link: list(clause.key, view.plan, language),
                    newest: own.newest.map { measure in
                        PlanPage.Measure(
                            title: measure.title,
                            state: measure.content.state.flatMap(measure.register.state)?.label
                                .text(in: language.rawValue),
                            isSample: measure.content.sample ?? false,
                            link: entries(measure.id, language)
                        )
                    }
                )
            }
        )
    }

    static func figure(_ answer: Figures.Answer, _ language: PageLanguage) -> PlanPage.Figure {
        let indicator = answer.indicator
        return PlanPage.Figure(
            title: indicator.label.text(in: language.rawValue),
            unit: indicator.unit?.text(in: language.rawValue),
            value: IndicatorHead.Value(answer.figure, indicator, language),
            link: IndicatorLink(.indicator(indicator.name), language: language)
        )
    }

    // MARK: As a document

    private static func document(
        _ view: PlansInForce.View,
        _ answers: [Figures.Answer],
        _ measures: Measures?
    ) -> PlanDocument {
        let plan = view.plan
        return PlanDocument(
            name: plan.name,
            title: plan.title,
            number: plan.number,
            issuer: plan.issuer,
            published: plan.published,
            from: plan.from,
            until: plan.until,
            parts: plan.parts.map { part in
                PlanDocument.Part(
                    number: part.number,
                    title: part.title,
                    clauses: part.clauses.map { document($0, view, answers, measures) }
                )
            },
            plans: view.all.map(\.name)
        )
    }

    private static func document(
        _ clause: PlanClause,
        _ view: PlansInForce.View,
        _ answers: [Figures.Answer],
        _ measures: Measures?
    ) -> PlanDocument.Clause {
        PlanDocument.Clause(
            key: clause.key,
            number: clause.number,
            title: clause.title,
            units: clause.units,
            targets: clause.targets.map { target in
                PlanDocument.Target(
                    title: target.label,
                    printed: target.printed,
                    value: target.value,
                    least: target.value == nil ? nil : target.isLeast,
                    unit: target.unit,
                    by: target.by
                )
            },
            registers: clause.registers.compactMap { view.registers[$0] }.map {
                PlanDocument.Place(name: $0.name, title: $0.label, url: address($0, .zh)?.text)
            },
            pages: clause.pages.compactMap(LivePage.init).map {
                PlanDocument.Place(name: $0.rawValue, url: $0.link(.zh).text)
            },
            figures: figures(answers, of: clause, view.plan).map { answer in
                let indicator = answer.indicator
                return PlanDocument.Figure(
                    name: indicator.name,
                    title: indicator.label,
                    unit: indicator.unit,
                    value: IndicatorValueDocument(answer.figure, indicator),
                    url: Link.indicators(IndicatorLink(.indicator(indicator.name))).text
                )
            },
            measures: measures?[clause.key].map { own in
                PlanDocument.Measures(
                    records: own.records,
                    samples: own.samples,
                    url: list(clause.key, view.plan, .zh)?.text
                )
            }
        )
    }
}
