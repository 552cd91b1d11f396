import Declarations
import Domain
import Links
import Pages
import Registers
import Wire

/// Figures of indicators in the words of a language, and for programs.
struct IndicatorPresenter: Sendable {
    /// The words of entries, with what those are called that are named.
    let entries: EntryPresenter

    var language: PageLanguage { entries.language }

    /// How many entries behind a figure stand on a page.
    static let size = 50

    // MARK: As a page

    func head(_ answer: Figures.Answer) -> IndicatorHead {
        let (indicator, register) = (answer.indicator, answer.register)
        return IndicatorHead(
            name: indicator.name,
            title: entries.text(indicator.label),
            help: indicator.help.map(entries.text),
            unit: indicator.unit.map(entries.text),
            value: value(answer.figure, indicator),
            standing: value(answer.figure, indicator).standing(
                in: answer.region?.digits,
                isKnown: answer.isKnown
            ),
            parts: answer.parts.map { .init(label: entries.text($0.code.label), count: $0.count) },
            target: indicator.target.map { target in
                IndicatorHead.Target(
                    least: target.least,
                    by: target.by.description,
                    // The target is that of the nation.
                    missing: answer.region == nil ? answer.figure.missing(to: target.least).map { $0 ?? 0 } : []
                )
            },
            clause: answer.clause.map { plan, clause in
                IndicatorHead.Clause(
                    key: clause.key,
                    number: language == .zh ? PlanClause.numeral(clause.number) : String(clause.number),
                    title: entries.text(clause.title),
                    units: clause.units,
                    link: PlanLink(plan, language: language)
                )
            },
            owner: indicator.owner.map(entries.text),
            register: entries.text(register.label),
            registerLink: register.read == .everyone
                ? RegisterLink(.register(register.name), language: language) : nil,
            conditions: (indicator.condition?.parts ?? []).map { condition($0, of: register) },
            distinct: indicator.distinct?.rawValue,
            date: indicator.date.map { entries.label(of: $0, in: register) },
            hasPlaces: answer.register.place.region != nil,
            version: Int(answer.version),
            counted: Moment.china(answer.time),
            sequence: Int(answer.size),
            month: answer.month?.description
        )
    }

    private func value(_ figure: IndicatorMeasure.Figure, _ indicator: IndicatorDeclaration) -> IndicatorHead.Value {
        IndicatorHead.Value(figure, indicator, language)
    }

    private func condition(_ part: Condition.Part, of register: RegisterDeclaration) -> IndicatorHead.Condition {
        let match: IndicatorHead.Condition.Match =
            switch part.match {
            case .anyOf(let texts): .anyOf(texts.map { entries.text(.text($0), of: part.field, in: register) })
            case .given: .given
            case .missing: .missing
            case .within(let from, let until): .within(from: from?.description, until: until?.description)
            }
        return IndicatorHead.Condition(label: entries.label(of: part.field, in: register), match: match)
    }

    func page(_ answer: Figures.Answer, _ trend: Figures.Trend, _ rows: [EntryView], _ link: IndicatorLink)
        -> IndicatorPage
    {
        IndicatorPage(
            link: link,
            head: head(answer),
            path: path(answer.region, link),
            places: answer.below.map { below in
                IndicatorPage.Place(
                    code: below.region.digits,
                    name: name(of: below.region),
                    value: value(below.figure, answer.indicator),
                    isKnown: below.isKnown,
                    link: link.within(below.region.digits)
                )
            },
            gaps: answer.gaps.map { gap in
                IndicatorPage.Gap(
                    name: entries.text(gap.region.words),
                    link: link.within(gap.region.digits),
                    awaited: awaited(gap.awaited, answer.register)
                )
            },
            rows: answer.isOpen ? self.rows(rows, answer) : nil,
            months: trend.months.map { month in
                IndicatorPage.Month(
                    month: month.month.description,
                    value: value(month.figure, answer.indicator),
                    then: trend.isByOthers
                        ? month.then.map { then in
                            IndicatorHead.Value(
                                count: then.figure.count,
                                shares: then.figure.shares.map {
                                    IndicatorHead.Share(
                                        label: "",
                                        count: $0?.count,
                                        all: $0?.all,
                                        tenths: $0?.tenths
                                    )
                                }
                            )
                        } : nil
                )
            },
            changes: trend.changes.map { change in
                IndicatorPage.Change(
                    version: Int(change.version),
                    day: PartialDate(inChinaAt: change.time)?.description ?? "",
                    countsOtherwise: change.countsOtherwise
                )
            }
        )
    }

    /// The province and prefecture of a division, itself last.
    private func path(_ region: RegionCode?, _ link: IndicatorLink) -> [(name: String, link: IndicatorLink)] {
        (region?.levels ?? []).reversed().compactMap { RegionCode($0) }.map { region in
            (name(of: region), link.within(region.digits))
        }
    }

    /// The name of a division without that of its province.
    private func name(of region: RegionCode) -> String {
        region.level == .province ? entries.text(region.words) : Prefecture(code: region.digits)?.name ?? region.digits
    }

    func awaited(_ awaited: [IndicatorTally.Awaited], _ register: RegisterDeclaration) -> [IndicatorPage.Awaited] {
        awaited.compactMap { one in
            guard let link = RegisterLink(entry: one.entry, language: language) else { return nil }
            return IndicatorPage.Awaited(
                title: entries.titles[one.entry] ?? one.entry,
                state: one.state.flatMap(register.state).map { entries.text($0.label) },
                link: link
            )
        }
    }

    private func rows(_ views: [EntryView], _ answer: Figures.Answer) -> IndicatorPage.Rows {
        let register = answer.register
        let columns = register.fields.filter {
            $0.uses.contains(.list) && $0.name != register.title && register.readers(of: $0) == .everyone
        }
        return IndicatorPage.Rows(
            total: answer.entries.count,
            size: Self.size,
            heads: [entries.text(register.entry)] + columns.map { entries.text($0.label) },
            rows: views.compactMap { view in
                RegisterLink(entry: view.id, language: language).map { link in
                    EntryList.Row(
                        link: link,
                        title: entries.title(view),
                        isSample: view.content.sample ?? false,
                        state: entries.chip(view.content.state, register),
                        cells: columns.map { field in
                            view.content.fields[field.name].map { entries.text($0, of: field.name, in: register) }
                                ?? ""
                        }
                    )
                }
            },
            hasStates: !register.states.isEmpty
        )
    }

    func planner(_ proposals: Figures.Proposals, _ link: IndicatorLink) -> PlannerPage {
        let figure = IndicatorLink.Place.indicator(proposals.answer.indicator.name)
        return PlannerPage(
            link: link,
            title: entries.text(proposals.answer.indicator.label),
            order: PlannerPage.Order(rawValue: proposals.order.rawValue) ?? .code,
            places: proposals.places.map { place in
                PlannerPage.Place(
                    name: entries.text(place.region.words),
                    link: IndicatorLink(figure, in: place.region.digits, language: language),
                    people: place.people,
                    enterprises: place.enterprises,
                    facts: place.facts.flatMap { RegisterLink(entry: $0, language: language) },
                    nearest: place.nearest.flatMap { nearest in
                        RegisterLink(entry: nearest.entry, language: language).map { link in
                            PlannerPage.Nearest(
                                title: entries.titles[nearest.entry] ?? nearest.entry,
                                link: link,
                                kilometres: nearest.kilometres
                            )
                        }
                    },
                    within: place.within,
                    awaited: awaited(place.awaited, proposals.answer.register)
                )
            },
            people: proposals.places.compactMap(\.people).reduce(0, +),
            enterprises: proposals.places.compactMap(\.enterprises).reduce(0, +),
            register: proposals.register.map { RegisterLink(.register($0.name), language: language) },
            radius: Figures.neighbourhood / 1_000
        )
    }

    func ranking(_ ranking: Figures.Ranking, _ link: IndicatorLink) -> RankingPage {
        let answer = ranking.answer
        let figure = IndicatorLink.Place.indicator(answer.indicator.name)
        return RankingPage(
            link: link,
            head: head(answer),
            units: ranking.places.map { unit in
                RankingPage.Unit(
                    place: unit.place,
                    name: entries.text(unit.region.words),
                    value: value(unit.figure, answer.indicator),
                    link: IndicatorLink(figure, in: unit.region.digits, language: language)
                )
            },
            unfit: ranking.others.filter(\.isKnown).map { entries.text($0.region.words) },
            unknown: ranking.others.filter { !$0.isKnown }.map { entries.text($0.region.words) }
        )
    }
}

extension IndicatorHead.Value {
    /// A figure with the denominators of its indicator.
    init(_ figure: IndicatorMeasure.Figure, _ indicator: IndicatorDeclaration, _ language: PageLanguage) {
        self.init(
            count: figure.count,
            shares: zip(indicator.denominators, figure.shares).map { denominator, share in
                IndicatorHead.Share(
                    label: denominator.label.text(in: language.rawValue),
                    count: share?.count,
                    all: share?.all,
                    tenths: share?.tenths
                )
            }
        )
    }
}
