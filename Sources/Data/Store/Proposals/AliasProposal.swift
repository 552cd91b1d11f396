package import Domain

/// What a reader proposed of two names: the pair, the verdict, the reason and the day, and nothing about the reader.
package struct AliasProposal: Sendable, Hashable {
    /// What became of a proposal.
    package enum State: Int64, Sendable, Hashable, CaseIterable {
        case open = 0
        case accepted = 1
        case rejected = 2
    }

    /// Its number, from 1; 0 before it is kept.
    package var id: Int64 = 0
    package var spelling: String
    package var holder: String
    package var verdict: AliasEntry.Verdict
    /// The reader's reason, for who decides; nil once it is decided.
    package var reason: String?
    /// The day on which it was proposed first, in China, `2019-08-02`.
    package var day: String
    /// How often the same was proposed while it was open.
    package var times: Int64 = 1
    package var state = State.open
    /// What the operator said to a decision, for everybody.
    package var answer: String?
    /// The day of the decision.
    package var decidedOn: String?

    package init(_ spelling: String, of holder: String, _ verdict: AliasEntry.Verdict, reason: String?, day: String) {
        self.spelling = spelling
        self.holder = holder
        self.verdict = verdict
        self.reason = reason
        self.day = day
    }

    /// The names of what is kept of a proposal: the columns of its table.
    package static let fields = [
        "id", "spelling", "holder", "verdict", "reason", "day", "times", "state", "answer", "decided_on",
    ]

    /// The key of the other name where the key of the one is given, see `PartyName.key`; nil where it is about neither or
    /// both.
    package func keyBeside(_ key: String) -> String? {
        let (one, other) = (PartyName.key(spelling), PartyName.key(holder))
        if one == other { return nil }
        return one == key ? other : other == key ? one : nil
    }
}
