import Index

/// The label counts of one column in one segment.
///
/// Labels are counted by ordinal, or by group when the request shortens labels or wants only those with a prefix.
struct SegmentFacet {
    private static let excluded = UInt32.max
    /// With more hits than one document in so many, reading the labels of all documents of a block takes less time than
    /// asking for those of each hit.
    private static let fewHits = 32

    private let column: OrdinalColumn
    /// Hits per group.
    private(set) var counts: Tally
    /// The group of each ordinal, `excluded` for an unwanted one; nil where every ordinal is its own group.
    private var groups: [UInt32]?
    /// The shortened label of each group; nil where every ordinal is its own group.
    private var labels: [[UInt8]]?
    /// The last document counted for each group, plus 1; empty where no document can meet a group twice.
    private var seen: [UInt32] = []
    private var starts: [UInt32] = []
    private var ordinals: [UInt32] = []

    init(_ column: OrdinalColumn, _ request: FacetRequest) {
        self.column = column
        counts = Tally(size: column.labelCount)
        if !request.prefix.isEmpty || request.grouping != .whole { group(request) }
    }

    /// The label of a group.
    func label(_ group: Int) -> [UInt8] {
        if let labels { return labels[group] }
        return column.label(UInt32(group)) ?? []
    }

    /// Counts the hits of a window.
    mutating func add(_ hits: Bitmap, in window: Range<UInt32>) {
        if counts.size == 0 { return }
        for block in window.blocks {
            let start = Int(block.lowerBound - window.lowerBound)
            let end = start + block.count
            let wanted = hits.count(from: start, to: end)
            if wanted * Self.fewHits > block.count {
                countBlock(hits, from: start, to: end, block)
            } else if wanted > 0 {
                hits.forEach(from: start, to: end) { countSingly(window.lowerBound + UInt32($0)) }
            }
        }
    }

    /// Counts some hits.
    mutating func add(_ documents: [UInt32]) {
        if counts.size == 0 { return }
        if groups == nil {
            column.gather(documents, into: &ordinals)
            return counts.add(ordinals)
        }
        for document in documents { countSingly(document) }
    }

    private mutating func group(_ request: FacetRequest) {
        var groups = [UInt32](repeating: Self.excluded, count: column.labelCount)
        var labels: [[UInt8]] = []
        var known: [[UInt8]: UInt32] = [:]
        let kinds = LabelGroups(request)
        for ordinal in column.ordinals(withPrefix: request.prefix) {
            guard let whole = column.label(ordinal), let label = kinds.group(of: whole) else { continue }
            let group = known[label] ?? UInt32(labels.count)
            if Int(group) == labels.count {
                known[label] = group
                labels.append(label)
            }
            groups[Int(ordinal)] = group
        }
        counts = Tally(size: labels.count)
        if request.grouping != .whole, column.isMultiple { seen = [UInt32](repeating: 0, count: labels.count) }
        self.groups = groups
        self.labels = labels
    }

    private mutating func countBlock(_ hits: Bitmap, from start: Int, to end: Int, _ block: Range<UInt32>) {
        guard column.isMultiple else {
            column.fillSingle(block, into: &ordinals)
            if groups == nil { return counts.add(ordinals, of: hits, from: start, to: end) }
            hits.forEach(from: start, to: end) { bit in
                let value = ordinals[bit - start]
                if value > 0 { count(value - 1, block.lowerBound + UInt32(bit - start)) }
            }
            return
        }
        column.fill(block, starts: &starts, ordinals: &ordinals)
        if groups == nil { return counts.add(ordinals, starts, of: hits, from: start, to: end) }
        hits.forEach(from: start, to: end) { bit in
            for index in Int(starts[bit - start])..<Int(starts[bit - start + 1]) {
                count(ordinals[index], block.lowerBound + UInt32(bit - start))
            }
        }
    }

    private mutating func countSingly(_ document: UInt32) {
        column.ordinals(document, into: &ordinals)
        for ordinal in ordinals { count(ordinal, document) }
    }

    private mutating func count(_ ordinal: UInt32, _ document: UInt32) {
        guard let groups else { return counts.add(ordinal) }
        let group = groups[Int(ordinal)]
        if group == Self.excluded { return }
        if !seen.isEmpty {
            if seen[Int(group)] == document + 1 { return }
            seen[Int(group)] = document + 1
        }
        counts.add(group)
    }
}
