package import Domain

/// What an operator decided of proposals.
package struct AliasDecision: Sendable {
    /// `accepted` or `rejected`.
    package var state: AliasProposal.State
    /// What is said to it, for everybody.
    package var answer: String?
    /// The day in China, `2019-08-02`.
    package var day: String
    /// The table that follows; nil where none does.
    package var edition: Edition?

    package init(_ state: AliasProposal.State, answer: String? = nil, day: String, edition: Edition? = nil) {
        self.state = state
        self.answer = answer
        self.day = day
        self.edition = edition
    }

    /// A table, and the version it was made from; 0 for none.
    package struct Edition: Sendable {
        package var table: AliasTable
        package var follows: Int64

        package init(_ table: AliasTable, follows: Int64) {
            self.table = table
            self.follows = follows
        }
    }
}
