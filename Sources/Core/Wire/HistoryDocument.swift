/// The queries of a history with what they find, as `/history.json`.
package struct HistoryDocument: Codable, Hashable, Sendable {
    /// The log sequence that the answer is of.
    package var snapshot: UInt64
    package var lines: [LineDocument]
    /// How many more lines there are than were counted; left out when there are none.
    package var uncounted: Int?

    package init(snapshot: UInt64, lines: [LineDocument], uncounted: Int?) {
        self.snapshot = snapshot
        self.lines = lines
        self.uncounted = uncounted
    }

    /// A query of the history.
    package struct LineDocument: Codable, Hashable, Sendable {
        /// From 1; `#` and this number mean the query in later ones.
        package var number: Int
        /// As it was typed.
        package var query: String
        /// As it was understood, sets written out; left out where it was not.
        package var expression: String?
        /// What it finds; left out where it was not understood.
        package var count: CountDocument?
        /// False where a deadline cut the count short: there are at least so many.
        package var exact: Bool?
        /// Why it was not understood.
        package var error: QueryErrorDocument.Body?

        package init(number: Int, query: String) {
            self.number = number
            self.query = query
        }
    }
}
