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
    /// What a visitor asks first, of an entry that is a place.
    package var visit: [VisitPart]
    /// All other facts in the order of the declaration, without those that have no value.
    package var facts: [EntryFact]
    /// Places near to it.
    package var near: [PlaceRow]
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
        visit: [VisitPart] = [],
        facts: [EntryFact],
        near: [PlaceRow] = [],
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
        self.visit = visit
        self.facts = facts
        self.near = near
        self.mayWrite = mayWrite
        self.mayApprove = mayApprove
    }
}
