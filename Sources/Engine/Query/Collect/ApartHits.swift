import Index

/// The hits that match a condition of their own and are counted apart from all others.
struct ApartHits {
    private let runs: SegmentRuns
    /// Their facets and histograms.
    private(set) var counting: Counting
    /// How many they are.
    private(set) var total = 0
    /// Their groups, and those of the others; nil where hits are not grouped.
    private(set) var groups: (own: HitGroups, others: HitGroups)?
    private var own = Bitmap(length: 0)
    private var others = Bitmap(length: 0)

    init(
        _ condition: QueryTree,
        _ request: SearchRequest,
        _ snapshot: Snapshot,
        _ options: SearchOptions
    ) throws(SearchFailure) {
        runs = SegmentRuns(try QueryPlan(query: condition, snapshot, options), snapshot.schema, options)
        var counted = request
        counted.matrices = []
        counting = try Counting(counted, snapshot)
        guard let column = request.collapse else { return }
        groups = (try HitGroups(column, snapshot), try HitGroups(column, snapshot))
    }

    /// Counts those of a window's hits that match the condition, and has the others counted.
    ///
    /// - Parameters:
    ///   - hits: All hits of the window, which are so many.
    ///   - run: The matching of their segment.
    ///   - body: Called with the other hits and how many they are, if there are any.
    mutating func add(
        _ hits: Bitmap,
        count: Int,
        _ run: SegmentRun,
        others body: (Bitmap, Int) throws(IndexFailure) -> Void
    ) throws(IndexFailure) {
        var found = 0
        if let condition = try runs.run(run.place) {
            try condition.match(run.window, within: hits, &own)
            found = own.count
        }
        if found == 0 {
            try groups?.others.count(hits, run)
            return try body(hits, count)
        }
        total += found
        try counting.add(own, count: found, run)
        try groups?.own.count(own, run)
        if found == count { return }
        others = hits
        others.subtract(own)
        try groups?.others.count(others, run)
        try body(others, count - found)
    }
}
