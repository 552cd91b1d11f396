import Index

/// The matching of each segment of a search, made when it is first asked for.
final class SegmentRuns {
    private let plan: QueryPlan
    private let schema: Schema
    private let options: SearchOptions
    /// Whether documents are handed out before it is known that words stand where they should.
    private let putsOffPlaces: Bool
    /// By place; nil in the inner place where nothing in the segment can match.
    private var runs: [SegmentRun??]

    init(_ plan: QueryPlan, _ schema: Schema, _ options: SearchOptions, putsOffPlaces: Bool = false) {
        self.putsOffPlaces = putsOffPlaces
        self.plan = plan
        self.schema = schema
        self.options = options
        runs = [SegmentRun??](repeating: nil, count: plan.catalogue.segments.count)
    }

    /// The matching of the segment at a place; nil when nothing in it can match.
    func run(_ place: Int) throws(IndexFailure) -> SegmentRun? {
        if let known = runs[place] { return known }
        let run =
            plan.matching == .none
            ? nil
            : try SegmentRun(plan.matching, place, plan.catalogue, schema, options, putsOffPlaces: putsOffPlaces)
        runs[place] = .some(run)
        return run
    }

    /// Whether some documents that were handed out may be no hits.
    var hasChecks: Bool { runs.contains { $0??.hasChecks ?? false } }

    /// Whether some list of places was cut short.
    var isCut: Bool { runs.contains { $0??.isCut ?? false } }
}
