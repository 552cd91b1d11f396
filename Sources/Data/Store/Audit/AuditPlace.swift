/// Where a page of rows of the audit ends.
package struct AuditPlace: Sendable, Hashable {
    /// Microseconds UTC of the last row; of the log its sequence.
    package let number: Int64
    /// Tells apart the rows of one moment, as base64url; empty for lines of the log.
    package let id: [UInt8]

    package init(number: Int64, id: [UInt8] = []) {
        self.number = number
        self.id = id
    }

    /// Reads what ``text`` writes; nil for anything else.
    package init?(_ text: String) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let number = Int64(halves[0]), number >= 0, halves[1].utf8.count.isMultiple(of: 2),
            halves[1].utf8.count <= 64
        else { return nil }
        var id: [UInt8] = []
        var rest = halves[1]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            id.append(byte)
            rest = rest.dropFirst(2)
        }
        self.init(number: number, id: id)
    }

    /// The place as an address has it: the number, a colon, the id in hexadecimal digits.
    package var text: String {
        "\(number):" + id.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
