/// Where a staff list goes on: behind the entry with this number.
package struct OrderCursor: Sendable, Hashable {
    /// The number of the entry's `OrderValue`.
    package let number: Int64
    package let entry: String

    package init(number: Int64, entry: String) {
        self.number = number
        self.entry = entry
    }
}
