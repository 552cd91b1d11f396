import Declarations
import Domain
import HTTPTypes
import Links
import Pages
import Registers
import Wire

/// What a plan has reached, in figures.
extension Site {
    func indicators(_ visit: Visit, _ link: IndicatorLink) async throws -> Answer {
        switch (link.place, visit.request.format) {
        case (.all, .json):
            let answers = try await services.indicators.all()
            let document = IndicatorsDocument(indicators: answers.map(IndicatorFigureDocument.init))
            return .json(try WireJSON.encode(document), tagged: true)
        case (.all, _): return try await allIndicators(visit, link)
        case (.indicator(let name), .json): return try await indicatorTwin(link, name)
        case (.indicator(let name), .csv): return try await indicatorTable(link, name)
        case (.indicator(let name), _): return try await indicator(visit, link, name)
        case (.planner(let name), _): return try await planner(visit, link, name)
        case (.ranking(let name), _): return try await ranking(visit, link, name)
        }
    }

    /// The words of indicators.
    ///
    /// What is shown is the same for everybody, so that nothing is disclosed by it.
    private func indicatorPresenter(_ visit: Visit, naming names: Set<String> = []) async throws -> IndicatorPresenter {
        let entries = services.registerEntries
        return IndicatorPresenter(
            entries: EntryPresenter(
                codes: try await entries.codes(),
                calendar: nil,
                titles: try await entries.titles(of: names, .everyone),
                language: visit.language,
                now: entries.now
            )
        )
    }

    private func allIndicators(_ visit: Visit, _ link: IndicatorLink) async throws -> Answer {
        let answers = try await services.indicators.all()
        let presenter = try await indicatorPresenter(visit)
        let model = IndicatorsPage(link: link, indicators: answers.map(presenter.head))
        return .page(pages.indicators(model, frame(visit, await figures())), tagged: true)
    }

    private func indicator(_ visit: Visit, _ link: IndicatorLink, _ name: String) async throws -> Answer {
        let answer = try await services.indicators(name, in: link.region, at: link.month)
        let trend = try await services.indicators.trend(name, in: link.region)
        let rows = try await services.registerEntries.show(page(of: answer, link), .everyone)
        let register = answer.register
        var names = Set(answer.gaps.flatMap(\.awaited).map(\.entry))
        for view in rows {
            names.formUnion(view.content.references(view.fields.filter { $0.uses.contains(.list) }))
        }
        let presenter = try await indicatorPresenter(visit, naming: register.read == .everyone ? names : [])
        let model = presenter.page(answer, trend, rows, link)
        return .page(pages.indicator(model, frame(visit, await figures())), tagged: true)
    }

    private func indicatorTwin(_ link: IndicatorLink, _ name: String) async throws -> Answer {
        let answer = try await services.indicators(name, in: link.region, at: link.month)
        let trend = try await services.indicators.trend(name, in: link.region)
        let document = IndicatorDocument(answer, trend, page: link.page, entries: page(of: answer, link))
        return .json(try WireJSON.encode(document), tagged: true)
    }

    /// A page of the entries behind a figure.
    private func page(of answer: Figures.Answer, _ link: IndicatorLink) -> [String] {
        guard answer.isOpen else { return [] }
        let (pages, rest) = answer.entries.count.quotientAndRemainder(dividingBy: IndicatorPresenter.size)
        guard link.page <= pages + (rest > 0 ? 1 : 0) else { return [] }
        let begin = (link.page - 1) * IndicatorPresenter.size
        return Array(answer.entries[begin..<min(begin + IndicatorPresenter.size, answer.entries.count)])
    }

    /// The figures as a table: of the place at the end of each month, then of the places right below as they stand, or at the end of
    /// the month asked for.
    private func indicatorTable(_ link: IndicatorLink, _ name: String) async throws -> Answer {
        let answer = try await services.indicators(name, in: link.region, at: link.month)
        let trend = try await services.indicators.trend(name, in: link.region)
        let language = link.language.rawValue
        func text(_ words: Bilingual) -> String { words.text(in: language) }
        var head = [
            Bilingual("月", "Month"), Bilingual("代码", "Code"), Bilingual("名称", "Name"), Bilingual("数量", "Number"),
        ].map(text)
        for denominator in answer.indicator.denominators {
            let label = text(denominator.label)
            head += [
                label, label + text(Bilingual("：其中计入", ": counted of these")),
                label + text(Bilingual("：百分比", ": percent")),
            ]
        }
        func row(_ month: String, _ region: RegionCode?, _ figure: IndicatorMeasure.Figure, isKnown: Bool = true)
            -> [String]
        {
            let name = region.map { text($0.words) } ?? text(Bilingual("全国", "the nation"))
            let shares = figure.shares.flatMap { share in
                share.map { [String($0.all), isKnown ? String($0.count) : "", isKnown ? $0.percent : ""] }
                    ?? ["", "", ""]
            }
            return [month, region?.digits ?? "", name, isKnown ? String(figure.count) : ""] + shares
        }
        let now = (answer.month ?? trend.months.last?.month ?? CivilMonth(inChinaAt: answer.time))?.description ?? ""
        let rows =
            trend.months.map { row($0.month.description, answer.region, $0.figure) }
            + answer.below.map { row(now, $0.region, $0.figure, isKnown: $0.isKnown) }
        return .table([head] + rows, file: "huizhi-\(name).csv")
    }

    private func planner(_ visit: Visit, _ link: IndicatorLink, _ name: String) async throws -> Answer {
        let order: Figures.Proposals.Order = link.byEnterprises ? .enterprises : .people
        let proposals = try await services.indicators.proposals(name, in: link.region, by: order)
        if visit.request.format == .json {
            return .json(try WireJSON.encode(PlannerDocument(proposals)), tagged: true)
        }
        let names = proposals.places.flatMap { place in
            place.awaited.map(\.entry) + [place.nearest?.entry].compactMap { $0 }
        }
        let presenter = try await indicatorPresenter(visit, naming: Set(names))
        return .page(pages.planner(presenter.planner(proposals, link), frame(visit, await figures())), tagged: true)
    }

    private func ranking(_ visit: Visit, _ link: IndicatorLink, _ name: String) async throws -> Answer {
        let ranking = try await services.indicators.ranking(name, try signedIn(visit))
        let presenter = try await indicatorPresenter(visit)
        return .page(pages.ranking(presenter.ranking(ranking, link), frame(visit, await figures())))
    }
}
