package import Links

/// A change that somebody proposes, for somebody else to approve.
package struct EntryProposalPage: Sendable {
    package var link: RegisterLink
    package var register: RegisterHead
    package var title: String
    /// The page of the entry; nil for one that is not there yet.
    package var entry: RegisterLink?
    package var token: String
    /// What it changes.
    package var changes: [ChangedField]
    /// The files that it holds.
    package var files: [(name: String, link: RegisterLink)] = []
    /// Who made it, when and why.
    package var by: String
    package var time: String
    package var note: String
    /// `waiting`, `approved`, `refused` or `withdrawn`.
    package var state: String
    /// Who decided, when and with what words.
    package var decider: String?
    package var decided: String?
    package var answer: String?
    /// Whether the entry changed since, so that it cannot be approved as it is.
    package var isOutdated: Bool
    package var mayDecide: Bool
    package var isOwn: Bool
    /// What it changes and others have to approve.
    package var reserved: [String] = []
    /// Why what was sent was not done, as texts; empty where it was done or not sent.
    package var refusals: [String] = []
    /// The name of a text that says why, see `registers.proposal.refused.`.
    package var refusal: String?

    package init(
        link: RegisterLink,
        register: RegisterHead,
        title: String,
        entry: RegisterLink?,
        token: String,
        changes: [ChangedField],
        by: String,
        time: String,
        note: String,
        state: String,
        decider: String? = nil,
        decided: String? = nil,
        answer: String? = nil,
        isOutdated: Bool = false,
        mayDecide: Bool = false,
        isOwn: Bool = false
    ) {
        self.link = link
        self.register = register
        self.title = title
        self.entry = entry
        self.token = token
        self.changes = changes
        self.by = by
        self.time = time
        self.note = note
        self.state = state
        self.decider = decider
        self.decided = decided
        self.answer = answer
        self.isOutdated = isOutdated
        self.mayDecide = mayDecide
        self.isOwn = isOwn
    }
}
