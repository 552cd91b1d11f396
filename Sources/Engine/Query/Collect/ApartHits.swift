import Index

/// The hits that match a condition of their own and are counted apart from all others.
struct ApartHits {
    private let plan: QueryPlan
    private let runs: SegmentRuns
    /// Their facets and histograms.
    private(set) var counting: Counting
    /// How many they are.
    private(set) var total = 0
    private var own = Bitmap(length: 0)

    init(
        _ condition: QueryTree,
        _ request: SearchRequest,
        _ snapshot: Snapshot,
        _ options: SearchOptions
    ) throws(SearchFailure) {
        plan = try QueryPlan(query: condition, snapshot, options)
        runs = SegmentRuns(plan, snapshot.schema, options)
        var counted = request
        counted.matrices = []
        counting = try Counting(counted, snapshot)
    }

    /// What was bounded in telling which hits they are.
    func notes(_ options: SearchOptions) -> [BoundNote] {
        plan.notes + (runs.isCut ? [.spans(kept: options.maximumSpans)] : [])
    }

    /// Counts those of a window's hits that match the condition.
    ///
    /// - Parameters:
    ///   - hits: All hits of the window, which are so many.
    ///   - count: How many they are.
    ///   - run: The matching of their segment.
    ///   - groups: What has taken the hits in, where they are brought together, and is told which are of which side.
    /// - Returns: The other hits, and how many they are.
    /// - Throws: `IndexFailure.corrupt`.
    mutating func take(
        from hits: Bitmap,
        count: Int,
        _ run: SegmentRun,
        _ groups: inout HitGroups?
    ) throws(IndexFailure) -> (hits: Bitmap, count: Int) {
        guard let condition = try runs.run(run.place) else {
            groups?.mark(hits, .others, run)
            return (hits, count)
        }
        try condition.match(run.window, within: hits, &own)
        let found = own.count
        var others = hits
        if found > 0 {
            total += found
            try counting.add(own, count: found, run)
            groups?.mark(own, .own, run)
            others.subtract(own)
        }
        if found < count { groups?.mark(others, .others, run) }
        return (others, count - found)
    }
}
