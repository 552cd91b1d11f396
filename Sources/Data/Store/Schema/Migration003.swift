internal import SQLCore

/// Step 3: what readers propose of two names.
enum Migration003 {
    // Nothing of who proposed: no address, no hour. `times` says how often the same was proposed while it was open.
    static let statements: [Statement] = [
        Statement(
            """
            CREATE TABLE alias_proposal (
                id {int} NOT NULL PRIMARY KEY,
                spelling {text} NOT NULL,
                holder {text} NOT NULL,
                verdict {text} NOT NULL,
                reason {text},
                day {text} NOT NULL,
                times {int} NOT NULL,
                state {int} NOT NULL,
                answer {text},
                decided_on {text}
            )
            """
        ),
        Statement("CREATE INDEX alias_proposal_by_spelling ON alias_proposal (spelling)"),
        Statement("CREATE INDEX alias_proposal_by_holder ON alias_proposal (holder)"),
        Statement("CREATE INDEX alias_proposal_by_state ON alias_proposal (state, id)"),
    ]
}
