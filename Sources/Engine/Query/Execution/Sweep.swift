import Index

/// Goes through all windows of a snapshot, newest first over all segments.
struct Sweep {
    /// How far a sweep came.
    struct Progress {
        var total = 0
        var isExact = true
        var completeBack: Int64?
    }

    /// A segment that is not done yet.
    private struct Lane {
        let place: Int
        let order: NumberColumn?
        /// The order number of the next window's first document; nil where it has none.
        var next: Int64?
    }

    /// The matching of each segment; made when the first window's turn comes, so that a stop spares the work.
    private let runs: SegmentRuns
    private var lanes: [Lane] = []

    init(_ plan: QueryPlan, _ runs: SegmentRuns, _ snapshot: Snapshot) throws(IndexFailure) {
        self.runs = runs
        guard plan.matching != .none else { return }
        let schema = snapshot.schema
        let column = schema.column(named: schema.orderColumn)
        for (place, segment) in snapshot.segments.enumerated() where segment.liveCount > 0 {
            let order: NumberColumn? = if let column { try segment.numbers(column) } else { nil }
            lanes.append(Lane(place: place, order: order, next: order?.value(0)))
        }
    }

    /// Matches window after window and hands out those with hits, until all are done or the control says stop.
    ///
    /// - Parameters:
    ///   - control: What stops it early.
    ///   - isDone: Asked after each window whether documents from this order number on are not wanted; nil stands for
    ///     those without one, which come last.
    ///   - body: Called with the segment, the hits of a window, and how many they are.
    /// - Returns: How far it came.
    /// - Throws: `SearchFailure.cancelled`, `SearchFailure.index`.
    mutating func run(
        _ control: SearchControl,
        isDone: (_ next: Int64?) -> Bool,
        _ body: (SegmentRun, Bitmap, Int) throws(IndexFailure) -> Void
    ) throws(SearchFailure) -> Progress {
        var progress = Progress()
        var hits = Bitmap(length: 0)
        var isFirst = true
        while let lane = newest() {
            if control.isCancelled() { throw .cancelled }
            if !isFirst {
                if control.isLate || isDone(lanes[lane].next) {
                    progress.isExact = false
                    progress.completeBack = lanes[lane].next
                    break
                }
            }
            isFirst = false
            do throws(IndexFailure) {
                try step(lane, &hits, &progress, body)
            } catch {
                throw .index(error)
            }
        }
        return progress
    }

    /// Matches the next window of a lane, and takes the lane away after the last one.
    private mutating func step(
        _ lane: Int,
        _ hits: inout Bitmap,
        _ progress: inout Progress,
        _ body: (SegmentRun, Bitmap, Int) throws(IndexFailure) -> Void
    ) throws(IndexFailure) {
        guard let run = try runs.run(lanes[lane].place) else {
            lanes.remove(at: lane)
            return
        }
        try run.matchNextWindow(&hits)
        let count = hits.count
        progress.total += count
        if count > 0 { try body(run, hits, count) }
        if let document = run.nextDocument {
            lanes[lane].next = lanes[lane].order?.value(document)
        } else {
            lanes.remove(at: lane)
        }
    }

    /// The lane whose next window begins with the newest document; nil when all are done.
    private func newest() -> Int? {
        var best: Int?
        for lane in lanes.indices {
            guard let current = best else {
                best = lane
                continue
            }
            guard let next = lanes[lane].next else { continue }
            if let bestNext = lanes[current].next, bestNext >= next { continue }
            best = lane
        }
        return best
    }
}
