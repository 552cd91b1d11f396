package import Links

/// The page of a history of queries.
package struct HistoryPage: Sendable {
    package var link: PastedText
    package var lines: [Line]
    /// How many more lines there are than were counted.
    package var uncounted: Int

    package init(link: PastedText, lines: [Line] = [], uncounted: Int = 0) {
        self.link = link
        self.lines = lines
        self.uncounted = uncounted
    }

    /// A query with its number.
    package struct Line: Sendable, Hashable {
        package var number: Int
        package var text: String
        package var outcome: Outcome

        package init(number: Int, text: String, outcome: Outcome) {
            self.number = number
            self.text = text
            self.outcome = outcome
        }
    }

    /// What became of a query.
    package enum Outcome: Sendable, Hashable {
        /// What it finds, and the query with the sets written out.
        case counted(Tally, query: String, isExact: Bool)
        /// Why it was not understood, in the language of the page, and the characters it is about.
        case refused(String, place: Range<Int>)
    }
}
