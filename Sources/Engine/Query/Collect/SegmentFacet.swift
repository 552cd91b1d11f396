import Index

/// The label counts of one column in one segment.
///
/// Labels are counted by ordinal, or by group when the request shortens labels or wants only those with a prefix.
struct SegmentFacet {
    private static let excluded = UInt32.max

    private let column: OrdinalColumn
    /// Hits per group.
    private(set) var counts: [UInt32]
    /// The group of each ordinal, `excluded` for an unwanted one; nil where every ordinal is its own group.
    private var groups: [UInt32]?
    /// The shortened label of each group; nil where every ordinal is its own group.
    private var labels: [[UInt8]]?
    /// The last document counted for each group, plus 1; empty where no document can meet a group twice.
    private var seen: [UInt32] = []
    private var starts: [Int] = []
    private var ordinals: [UInt32] = []

    init(_ column: OrdinalColumn, _ request: FacetRequest) {
        self.column = column
        counts = []
        if request.prefix.isEmpty, request.level == nil {
            counts = [UInt32](repeating: 0, count: column.labelCount)
        } else {
            group(request)
        }
    }

    /// The label of a group.
    func label(_ group: Int) -> [UInt8] {
        if let labels { return labels[group] }
        return column.label(UInt32(group)) ?? []
    }

    /// Counts the hits of a window.
    mutating func add(_ hits: Bitmap, in window: Range<UInt32>) {
        if counts.isEmpty { return }
        var lower = window.lowerBound
        while lower < window.upperBound {
            let upper = window.blockEnd(after: lower)
            let start = Int(lower - window.lowerBound)
            let end = Int(upper - window.lowerBound)
            let wanted = hits.count(from: start, to: end)
            if wanted * 4 > end - start {
                column.fill(lower..<upper, starts: &starts, ordinals: &ordinals)
                countBlock(hits, from: start, to: end, lower)
            } else if wanted > 0 {
                countSingly(hits, from: start, to: end, window.lowerBound)
            }
            lower = upper
        }
    }

    private mutating func group(_ request: FacetRequest) {
        var groups = [UInt32](repeating: Self.excluded, count: column.labelCount)
        var labels: [[UInt8]] = []
        var known: [[UInt8]: UInt32] = [:]
        let length = request.level.map { max(0, $0) } ?? Int.max
        for ordinal in column.ordinals(withPrefix: request.prefix) {
            guard let whole = column.label(ordinal) else { continue }
            let label = Array(whole.prefix(length))
            let group = known[label] ?? UInt32(labels.count)
            if Int(group) == labels.count {
                known[label] = group
                labels.append(label)
            }
            groups[Int(ordinal)] = group
        }
        counts = [UInt32](repeating: 0, count: labels.count)
        if request.level != nil, column.isMultiple { seen = [UInt32](repeating: 0, count: labels.count) }
        self.groups = groups
        self.labels = labels
    }

    private mutating func countBlock(_ hits: Bitmap, from start: Int, to end: Int, _ first: UInt32) {
        guard groups == nil else {
            hits.forEach(from: start, to: end) { bit in
                let place = bit - start
                for index in starts[place]..<starts[place + 1] {
                    countGrouped(ordinals[index], first + UInt32(place))
                }
            }
            return
        }
        Self.count(hits, from: start, to: end, starts, ordinals, into: &counts)
    }

    private static func count(
        _ hits: Bitmap,
        from start: Int,
        to end: Int,
        _ starts: [Int],
        _ ordinals: [UInt32],
        into counts: inout [UInt32]
    ) {
        for index in (start >> 6)..<((end + 63) >> 6) {
            var word = hits.words[index]
            while word != 0 {
                let place = index << 6 + word.trailingZeroBitCount - start
                word &= word &- 1
                for ordinal in starts[place]..<starts[place + 1] { counts[Int(ordinals[ordinal])] &+= 1 }
            }
        }
    }

    private mutating func countSingly(_ hits: Bitmap, from start: Int, to end: Int, _ first: UInt32) {
        hits.forEach(from: start, to: end) { bit in
            let document = first + UInt32(bit)
            column.ordinals(document, into: &ordinals)
            for ordinal in ordinals {
                if groups == nil { counts[Int(ordinal)] &+= 1 } else { countGrouped(ordinal, document) }
            }
        }
    }

    private mutating func countGrouped(_ ordinal: UInt32, _ document: UInt32) {
        guard let group = groups?[Int(ordinal)], group != Self.excluded else { return }
        if !seen.isEmpty {
            if seen[Int(group)] == document + 1 { return }
            seen[Int(group)] = document + 1
        }
        counts[Int(group)] &+= 1
    }
}
