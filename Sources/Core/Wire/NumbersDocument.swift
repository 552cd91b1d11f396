package import Domain

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
        /// What the number may be, the likeliest first.
        package var readings: [ReadingDocument]

        package init(number: String, total: Int, records: [HitDocument], expectedCheckDigit: String?) {
            self.number = number
            self.total = total
            self.records = records
            self.expectedCheckDigit = expectedCheckDigit
            readings = NumberReading.readings(of: number).map(ReadingDocument.init)
        }
    }

    /// One thing that a number may be.
    package struct ReadingDocument: Codable, Hashable, Sendable {
        /// `application`, `internationalApplication`, `publication` or `trademark`.
        package var kind: String
        package var zh: String
        package var en: String
        /// Every way of writing it, the usual one first.
        package var forms: [String]

        package init(_ reading: NumberReading) {
            kind = reading.kind.rawValue
            zh = reading.words.zh
            en = reading.words.en
            forms = reading.forms
        }
    }
}
