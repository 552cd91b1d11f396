import Index

/// Counts the labels of one column over all hits, segment by segment, and brings equal labels together at the end.
final class FacetCounter {
    private let request: FacetRequest
    private let place: Int
    private var parts: [Int: SegmentFacet] = [:]

    init(_ request: FacetRequest, _ schema: Schema) throws(SearchFailure) {
        self.request = request
        place = try schema.ordinalColumn(request.column)
    }

    /// Counts the hits of a window.
    func add(_ hits: Bitmap, _ run: SegmentRun) throws(IndexFailure) {
        if let part = parts[run.place] {
            part.add(hits, in: run.window)
        } else if let column = try run.segment.ordinals(place) {
            let part = SegmentFacet(column, request)
            parts[run.place] = part
            part.add(hits, in: run.window)
        }
    }

    /// The answer over all segments.
    func result() -> FacetResult {
        var leading = LeadingLabels(limit: request.limit)
        if parts.count == 1, let part = parts.values.first {
            for group in part.counts.indices where part.counts[group] > 0 {
                leading.offer(Int(part.counts[group])) { part.label(group) }
            }
        } else {
            for (label, count) in sums() { leading.offer(count) { label } }
        }
        return FacetResult(column: request.column, entries: leading.sorted(), distinct: leading.distinct)
    }

    private func sums() -> [[UInt8]: Int] {
        var sums: [[UInt8]: Int] = [:]
        for part in parts.values {
            for group in part.counts.indices where part.counts[group] > 0 {
                sums[part.label(group), default: 0] += Int(part.counts[group])
            }
        }
        return sums
    }
}
