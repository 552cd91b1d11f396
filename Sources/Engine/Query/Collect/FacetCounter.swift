import Index

/// Counts the labels of one column over all hits, segment by segment, and brings equal labels together at the end.
struct FacetCounter {
    /// Labels met over all segments beyond which they are brought together by a map instead of by hashing each.
    private static let mappedLabels = 2_000

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
    func result(_ maps: LabelMaps, _ snapshot: Snapshot) throws(IndexFailure) -> FacetResult {
        var leading = LeadingLabels(limit: request.limit)
        let counted = parts.compactMap { $0 }
        if counted.count == 1 {
            for group in counted[0].counts.indices where counted[0].counts[group] > 0 {
                leading.offer(Int(counted[0].counts[group])) { counted[0].label(group) }
            }
        } else if isMapped {
            let map = try maps.map(column: place, snapshot)
            let sums = mappedSums(map)
            for number in sums.indices where sums[number] > 0 {
                leading.offer(Int(sums[number])) { map.label(number) }
            }
        } else {
            for (label, count) in Self.sums(counted) { leading.offer(count) { label } }
        }
        return FacetResult(column: request.column, entries: leading.sorted(), distinct: leading.distinct)
    }

    /// Whether so many whole labels were met that a map of all of them pays.
    private var isMapped: Bool {
        guard request.prefix.isEmpty, request.level == nil else { return false }
        var met = 0
        for part in parts {
            guard let part else { continue }
            for count in part.counts where count > 0 { met += 1 }
        }
        return met > Self.mappedLabels
    }

    private func mappedSums(_ map: LabelMap) -> [UInt32] {
        var sums = [UInt32](repeating: 0, count: map.count)
        for (segment, part) in parts.enumerated() {
            guard let part else { continue }
            let numbers = map.numbers[segment]
            for ordinal in part.counts.indices where part.counts[ordinal] > 0 {
                sums[Int(numbers[ordinal])] &+= part.counts[ordinal]
            }
        }
        return sums
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
