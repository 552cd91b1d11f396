import Index

/// Counts the labels of one column over all hits, segment by segment, and brings equal labels together at the end.
struct FacetCounter {
    private let request: FacetRequest
    private let place: Int
    /// By the segment's place; nil where it had no hit so far.
    private var parts: [SegmentFacet?]

    init(_ request: FacetRequest, _ snapshot: Snapshot) throws(SearchFailure) {
        self.request = request
        place = try snapshot.schema.ordinalColumn(request.column)
        parts = [SegmentFacet?](repeating: nil, count: snapshot.segments.count)
    }

    /// Counts the hits of a window.
    mutating func add(_ hits: Bitmap, _ run: SegmentRun) throws(IndexFailure) {
        if parts[run.place] == nil {
            guard let column = try run.segment.ordinals(place) else { return }
            parts[run.place] = SegmentFacet(column, request)
        }
        parts[run.place]?.add(hits, in: run.window)
    }

    /// The answer over all segments.
    func result() -> FacetResult {
        var leading = LeadingLabels(limit: request.limit)
        let counted = parts.compactMap { $0 }
        if counted.count == 1 {
            for group in counted[0].counts.indices where counted[0].counts[group] > 0 {
                leading.offer(Int(counted[0].counts[group])) { counted[0].label(group) }
            }
        } else {
            for (label, count) in Self.sums(counted) { leading.offer(count) { label } }
        }
        return FacetResult(column: request.column, entries: leading.sorted(), distinct: leading.distinct)
    }

    private static func sums(_ parts: [SegmentFacet]) -> [[UInt8]: Int] {
        var sums: [[UInt8]: Int] = [:]
        for part in parts {
            for group in part.counts.indices where part.counts[group] > 0 {
                sums[part.label(group), default: 0] += Int(part.counts[group])
            }
        }
        return sums
    }
}
