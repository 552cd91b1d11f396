import Index

/// Counts the labels of one column over all hits, segment by segment, and brings equal labels together at the end.
struct FacetCounter {
    /// Labels met from which on a map of all labels may bring them together instead of hashing each.
    private static let manyLabels = 2_000
    /// The map is read for all labels, so at least one in this many must have been met.
    private static let mappedShare = 16

    let request: FacetRequest
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
        try prepare(run)
        parts[run.place]?.add(hits, in: run.window)
    }

    /// Counts some hits.
    mutating func add(_ documents: [UInt32], _ run: SegmentRun) throws(IndexFailure) {
        try prepare(run)
        parts[run.place]?.add(documents)
    }

    private mutating func prepare(_ run: SegmentRun) throws(IndexFailure) {
        guard parts[run.place] == nil, let column = try run.segment.ordinals(place) else { return }
        parts[run.place] = SegmentFacet(column, request)
    }

    /// The answer over all segments.
    func result(_ snapshot: Snapshot) throws(IndexFailure) -> FacetResult {
        var leading = LeadingLabels(limit: request.limit)
        let counted = parts.compactMap { $0 }
        if counted.count == 1 {
            counted[0].counts.forEach { group, count in leading.offer(Int(count)) { counted[0].label(group) } }
        } else if let map = try map(counted, snapshot) {
            mappedSums(map).forEach { number, count in leading.offer(Int(count)) { map.label(number) } }
        } else {
            for (label, count) in Self.sums(counted) { leading.offer(count) { label } }
        }
        return FacetResult(column: request.column, entries: leading.sorted(), distinct: leading.distinct)
    }

    /// The map of all labels, where whole ones are counted: if it is there, or if so many were met that making it pays.
    private func map(_ parts: [SegmentFacet], _ snapshot: Snapshot) throws(IndexFailure) -> LabelMap? {
        guard !parts.isEmpty, request.prefix.isEmpty, request.grouping == .whole else { return nil }
        if let known = snapshot.knownLabelMap(place) { return known }
        let met = parts.reduce(0) { $0 + $1.counts.distinct }
        guard met > Self.manyLabels, met * Self.mappedShare > parts.reduce(0, { $0 + $1.counts.size }) else {
            return nil
        }
        return try snapshot.labelMap(place)
    }

    private func mappedSums(_ map: LabelMap) -> Tally {
        var sums = Tally(size: map.count)
        for (segment, part) in parts.enumerated() {
            let numbers = map.numbers[segment]
            part?.counts.forEach { ordinal, count in sums.add(numbers[ordinal], count) }
        }
        return sums
    }

    private static func sums(_ parts: [SegmentFacet]) -> [[UInt8]: Int] {
        var sums: [[UInt8]: Int] = [:]
        for part in parts {
            part.counts.forEach { group, count in sums[part.label(group), default: 0] += Int(count) }
        }
        return sums
    }
}
