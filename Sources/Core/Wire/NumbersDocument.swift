/// Numbers that were looked for together, as `/numbers.json`.
package struct NumbersDocument: Codable, Hashable, Sendable {
    /// The log sequence that the answer is of.
    package var snapshot: UInt64
    /// Every number in the order of the text.
    package var numbers: [NumberDocument]
    /// The numbers that no record has.
    package var missing: [String]
    /// How many more numbers there are than were looked for; left out when there are none.
    package var unread: Int?

    package init(snapshot: UInt64, numbers: [NumberDocument], unread: Int?) {
        self.snapshot = snapshot
        self.numbers = numbers
        missing = numbers.filter { $0.total == 0 }.map(\.number)
        self.unread = unread
    }

    /// A number with what it found.
    package struct NumberDocument: Codable, Hashable, Sendable {
        /// As it was typed.
        package var number: String
        /// How many records have it.
        package var total: Int
        /// The first few of them.
        package var records: [HitDocument]
        /// The check digit that the other digits ask for, where the typed one is another.
        package var expectedCheckDigit: String?

        package init(number: String, total: Int, records: [HitDocument], expectedCheckDigit: String?) {
            self.number = number
            self.total = total
            self.records = records
            self.expectedCheckDigit = expectedCheckDigit
        }
    }
}
