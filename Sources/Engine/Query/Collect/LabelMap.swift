import Index

/// One numbering of a column's labels over all segments of a snapshot.
struct LabelMap: Sendable {
    /// The number of each label in the snapshot, by segment and ordinal.
    private(set) var numbers: [[UInt32]] = []
    /// Where each label is read from.
    private var origins: [Origin] = []
    private let columns: [OrdinalColumn?]

    private struct Origin: Sendable {
        var segment: UInt32
        var ordinal: UInt32
    }

    /// Reads every label of the column once.
    init(column: Int, _ snapshot: Snapshot) throws(IndexFailure) {
        var columns: [OrdinalColumn?] = []
        var known: [[UInt8]: UInt32] = [:]
        for (place, segment) in snapshot.segments.enumerated() {
            let column = try segment.ordinals(column)
            columns.append(column)
            var numbers: [UInt32] = []
            for ordinal in 0..<UInt32(column?.labelCount ?? 0) {
                let label = column?.label(ordinal) ?? []
                let number = known[label] ?? UInt32(origins.count)
                if Int(number) == origins.count {
                    known[label] = number
                    origins.append(Origin(segment: UInt32(place), ordinal: ordinal))
                }
                numbers.append(number)
            }
            self.numbers.append(numbers)
        }
        self.columns = columns
    }

    /// Different labels.
    var count: Int { origins.count }

    /// The label of a number.
    func label(_ number: Int) -> [UInt8] {
        columns[Int(origins[number].segment)]?.label(origins[number].ordinal) ?? []
    }
}
