package import Links

/// The page that looks for many numbers at once.
package struct NumbersPage: Sendable {
    package var link: PastedText
    /// Every number in the order of the text.
    package var rows: [Row]
    /// How many more numbers there are than were looked for.
    package var unread: Int

    package init(link: PastedText, rows: [Row] = [], unread: Int = 0) {
        self.link = link
        self.rows = rows
        self.unread = unread
    }

    /// A number with what it found.
    package struct Row: Sendable, Hashable {
        /// As it was typed.
        package var typed: String
        package var records: [Record]
        /// How many records have the number.
        package var total: Int
        package var expectedCheckDigit: String?
        /// What the number may be, the likeliest first.
        package var readings: [Reading]

        package init(
            typed: String,
            records: [Record],
            total: Int,
            expectedCheckDigit: String? = nil,
            readings: [Reading] = []
        ) {
            self.typed = typed
            self.records = records
            self.total = total
            self.expectedCheckDigit = expectedCheckDigit
            self.readings = readings
        }
    }

    /// One thing that a number may be, in the language of the page.
    package struct Reading: Sendable, Hashable {
        package var words: String
        /// Every way of writing it, the usual one first.
        package var forms: [String]

        package init(_ words: String, forms: [String]) {
            self.words = words
            self.forms = forms
        }
    }

    /// A record that has the number; its texts are in the language of the page.
    package struct Record: Sendable, Hashable {
        package var link: RecordLink?
        package var title: String
        package var kind: String
        package var state: String
        /// The application and every publication or registration, as the field writes them.
        package var numbers: [String]
        /// How many publications its family has, where a source says so.
        package var family: Int?
        package var isSample: Bool

        package init(
            link: RecordLink?,
            title: String,
            kind: String,
            state: String,
            numbers: [String] = [],
            family: Int? = nil,
            isSample: Bool
        ) {
            self.link = link
            self.title = title
            self.kind = kind
            self.state = state
            self.numbers = numbers
            self.family = family
            self.isSample = isSample
        }
    }
}
