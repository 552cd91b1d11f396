import Index

/// Goes through all windows of a snapshot, newest first over all segments.
struct Sweep {
    /// How far a sweep came.
    struct Progress {
        var total = 0
        var isExact = true
        var completeBack: Int64?
        /// Whether places of a proximity query were left out.
        var isCut = false
    }

    /// A segment with the order number of its next window's first document.
    private struct Lane {
        var run: SegmentRun
        var order: NumberColumn?
        var next: Int64?
    }

    private var lanes: [Lane] = []

    init(_ tree: QueryTree, _ snapshot: Snapshot, _ options: SearchOptions) throws(IndexFailure) {
        guard tree != .none else { return }
        let schema = snapshot.schema
        for (place, segment) in snapshot.segments.enumerated() {
            guard let run = try SegmentRun(tree, segment, place: place, schema, options) else { continue }
            let order: NumberColumn? =
                if let column = schema.column(named: schema.orderColumn) { try segment.numbers(column) } else { nil }
            lanes.append(Lane(run: run, order: order, next: order?.value(0)))
        }
    }

    /// Matches window after window and hands out those with hits, until all are done or the control says stop.
    mutating func run(
        _ control: SearchControl,
        _ body: (SegmentRun, Bitmap, Int) throws(IndexFailure) -> Void
    ) throws(SearchFailure) -> Progress {
        var progress = Progress()
        var hits = Bitmap(length: 0)
        var isFirst = true
        while let lane = newest() {
            if control.isCancelled() { throw .cancelled }
            if !isFirst, let deadline = control.deadline, ContinuousClock.now >= deadline {
                progress.isExact = false
                progress.completeBack = lanes[lane].next
                break
            }
            isFirst = false
            do throws(IndexFailure) {
                try step(lane, &hits, &progress, body)
            } catch {
                throw .index(error)
            }
        }
        progress.isCut = lanes.contains { $0.run.isCut }
        return progress
    }

    private mutating func step(
        _ lane: Int,
        _ hits: inout Bitmap,
        _ progress: inout Progress,
        _ body: (SegmentRun, Bitmap, Int) throws(IndexFailure) -> Void
    ) throws(IndexFailure) {
        let run = lanes[lane].run
        try run.matchNextWindow(&hits)
        let count = hits.count
        progress.total += count
        if count > 0 { try body(run, hits, count) }
        if let document = run.nextDocument { lanes[lane].next = lanes[lane].order?.value(document) }
    }

    /// The lane whose next window begins with the newest document; nil when all are done.
    private func newest() -> Int? {
        var best: Int?
        for lane in lanes.indices where lanes[lane].run.nextDocument != nil {
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
