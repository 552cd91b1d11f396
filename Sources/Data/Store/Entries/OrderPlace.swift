/// Where a page of a list ends, so that the next one goes on from there whatever was added meanwhile.
package struct OrderPlace: Sendable, Hashable {
    /// The number by which the list is ordered.
    package let number: Int64
    /// The entry, which tells apart those of one number.
    package let entry: String

    /// Names a place.
    package init(number: Int64, entry: String) {
        self.number = number
        self.entry = entry
    }

    /// Reads what ``text`` writes; nil for anything else.
    package init?(_ text: String) {
        let halves = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2, let number = Int64(halves[0]) else { return nil }
        self.init(number: number, entry: halves[1])
    }

    /// The place as an address has it: the number, a colon, the entry.
    package var text: String { "\(number):\(entry)" }
}
