import Bytes

/// The labels of one column of several segments, each once, numbered in the order of their bytes.
public struct LabelMap: Sendable {
    /// The number of each label, by segment and ordinal.
    public private(set) var numbers: [[UInt32]]

    private let columns: [OrdinalColumn]
    /// For each number a segment that has the label, and its ordinal there.
    private var origins: [Origin] = []

    private struct Origin: Sendable {
        var segment: UInt32
        var ordinal: UInt32
    }

    /// Reads every label of every segment once.
    init(_ columns: [OrdinalColumn]) {
        self.columns = columns
        numbers = columns.map { [UInt32](repeating: 0, count: $0.labelCount) }
        var ranks = [Int](repeating: 0, count: columns.count)
        var heads = columns.map { Self.label($0, rank: 0) }
        var breather = Breather()
        while let first = heads.indices.first(where: { heads[$0] != nil }) {
            var least = first
            for segment in first + 1..<heads.count {
                guard let head = heads[segment], let other = heads[least] else { continue }
                if compareBytes(head, other) < 0 { least = segment }
            }
            if origins.count % 256 == 0 { breather.pause() }
            let label = heads[least]
            let number = UInt32(origins.count)
            origins.append(
                Origin(segment: UInt32(least), ordinal: UInt32(columns[least].ordinal(ofRank: ranks[least])))
            )
            for segment in least..<heads.count where heads[segment] == label {
                numbers[segment][columns[segment].ordinal(ofRank: ranks[segment])] = number
                ranks[segment] += 1
                heads[segment] = Self.label(columns[segment], rank: ranks[segment])
            }
        }
    }

    private static func label(_ column: OrdinalColumn, rank: Int) -> [UInt8]? {
        guard rank < column.labelCount else { return nil }
        return column.label(UInt32(column.ordinal(ofRank: rank)))
    }

    /// How many different labels there are.
    public var count: Int { origins.count }

    /// The label of a number.
    public func label(_ number: Int) -> [UInt8] {
        columns[Int(origins[number].segment)].label(origins[number].ordinal) ?? []
    }

    /// The number of a label, or where it would stand: that of the first label behind it.
    public func number(of label: [UInt8]) -> (number: Int, isThere: Bool) {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if compareBytes(self.label(middle), label) < 0 { low = middle + 1 } else { high = middle }
        }
        return (low, low < count && self.label(low) == label)
    }

    /// Replaces the buffer with the numbers of a document's labels in ascending order.
    func numbers(_ segment: Int, _ document: UInt32, into buffer: inout [UInt32]) {
        columns[segment].ordinals(document, into: &buffer)
        for index in buffer.indices { buffer[index] = numbers[segment][Int(buffer[index])] }
        if buffer.count > 1 { buffer.sort() }
    }
}
