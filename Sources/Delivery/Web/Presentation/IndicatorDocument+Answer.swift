import Declarations
import Domain
import Registers
import Wire

extension IndicatorFigureDocument {
    /// The figure of an answer.
    init(_ answer: Figures.Answer) {
        let indicator = answer.indicator
        self.init(
            name: indicator.name,
            title: indicator.label,
            help: indicator.help,
            version: answer.version,
            plan: answer.clause?.plan,
            clause: answer.clause?.clause.key,
            units: answer.clause?.clause.units,
            owner: indicator.owner,
            register: indicator.register,
            region: answer.region?.digits,
            month: answer.month?.description,
            unit: indicator.unit,
            value: IndicatorValueDocument(answer.figure, indicator),
            parts: answer.parts.map { .init(code: $0.code.code, title: $0.code.label, count: $0.count) },
            target: indicator.target.map { target in
                Target(
                    least: target.least,
                    by: target.by,
                    missing: answer.region == nil ? answer.figure.missing(to: target.least) : nil
                )
            },
            sequence: answer.size,
            counted: Moment.iso(answer.time)
        )
    }
}

extension IndicatorValueDocument {
    /// A figure with the denominators of its indicator.
    init(_ figure: IndicatorMeasure.Figure, _ indicator: IndicatorDeclaration) {
        self.init(
            count: figure.count,
            shares: zip(indicator.denominators, figure.shares).map { denominator, share in
                Share(
                    title: denominator.label,
                    count: share?.count,
                    all: share?.all,
                    percent: share.map(\.percent)
                )
            }
        )
    }
}

extension IndicatorMeasure.Share {
    /// In percent with one decimal, as `55.9`.
    var percent: String { "\(tenths / 10).\(tenths % 10)" }
}

extension IndicatorDocument {
    /// An answer with its months, and the page of entries that was asked for.
    init(_ answer: Figures.Answer, _ trend: Figures.Trend, page: Int, entries: [String]) {
        self.init(
            figure: IndicatorFigureDocument(answer),
            places: answer.below.map { below in
                Place(
                    region: below.region.digits,
                    title: below.region.words,
                    value: IndicatorValueDocument(below.figure, answer.indicator),
                    known: below.isKnown
                )
            },
            gaps: answer.gaps.map { gap in
                Gap(region: gap.region.digits, title: gap.region.words, awaited: gap.awaited.map(Awaited.init))
            },
            open: answer.isOpen,
            total: answer.isOpen ? answer.entries.count : 0,
            page: page,
            entries: entries,
            trend: trend.months.map { month in
                Month(
                    month: month.month.description,
                    value: IndicatorValueDocument(month.figure, answer.indicator),
                    then: trend.isByOthers
                        ? month.then.map { then in
                            Then(
                                version: then.version,
                                count: then.figure.count,
                                percents: then.figure.shares.map { $0.map(\.percent) }
                            )
                        } : nil
                )
            },
            changes: trend.changes.map { change in
                Change(
                    version: change.version,
                    published: Moment.iso(change.time),
                    countsOtherwise: change.countsOtherwise
                )
            }
        )
    }
}

extension IndicatorDocument.Awaited {
    init(_ awaited: IndicatorTally.Awaited) {
        self.init(entry: awaited.entry, state: awaited.state)
    }
}

extension PlannerDocument {
    /// Proposals as they are.
    init(_ proposals: Figures.Proposals) {
        self.init(
            indicator: proposals.answer.indicator.name,
            region: proposals.answer.region?.digits,
            order: proposals.order.rawValue,
            places: proposals.places.map { place in
                Place(
                    region: place.region.digits,
                    title: place.region.words,
                    people: place.people,
                    enterprises: place.enterprises,
                    facts: place.facts,
                    nearest: place.nearest.map { .init(entry: $0.entry, kilometres: $0.kilometres) },
                    within: place.within,
                    awaited: place.awaited.map(IndicatorDocument.Awaited.init)
                )
            },
            sequence: proposals.answer.size
        )
    }
}
