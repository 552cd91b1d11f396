package import Links

/// An entry of a declared register.
package struct EntryPage: Sendable {
    package var link: RegisterLink
    package var register: RegisterHead
    package var title: String
    package var state: StateChip?
    package var isSample: Bool
    /// Which version it is, and the moment in Beijing at which that was made, `YYYY-MM-DD HH:MM`.
    package var version: Int
    package var changed: String
    /// In the order of the declaration, without those that have no value.
    package var facts: [EntryFact]
    /// Whether who looks may change it.
    package var mayWrite: Bool
    /// Whether who looks may see what waits in the register.
    package var mayApprove: Bool

    package init(
        link: RegisterLink,
        register: RegisterHead,
        title: String,
        state: StateChip?,
        isSample: Bool,
        version: Int,
        changed: String,
        facts: [EntryFact],
        mayWrite: Bool,
        mayApprove: Bool
    ) {
        self.link = link
        self.register = register
        self.title = title
        self.state = state
        self.isSample = isSample
        self.version = version
        self.changed = changed
        self.facts = facts
        self.mayWrite = mayWrite
        self.mayApprove = mayApprove
    }
}
