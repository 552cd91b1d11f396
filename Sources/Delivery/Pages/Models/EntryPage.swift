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
    /// Of a measure of a plan what events say of it; nil for all other entries.
    package var progress: EntryProgress?
    /// Places near to it.
    package var near: [PlaceRow]
    /// The entries that refer to it.
    package var referrers: [Group]
    /// Why data of persons are kept in it.
    package var personal: [PersonalNote]
    /// How to see what is masked; nil where nothing is.
    package var unmask: Unmask?
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
        progress: EntryProgress? = nil,
        near: [PlaceRow] = [],
        referrers: [Group] = [],
        personal: [PersonalNote] = [],
        unmask: Unmask? = nil,
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
        self.progress = progress
        self.near = near
        self.referrers = referrers
        self.personal = personal
        self.unmask = unmask
        self.mayWrite = mayWrite
        self.mayApprove = mayApprove
    }

    /// Entries that refer to it by one field.
    package struct Group: Sendable {
        /// What they are called: 下级节点.
        package var title: String
        /// An identifier of its own on the page.
        package var id: String
        package var records: Int
        package var samples: Int
        /// The first of them.
        package var entries: [(link: RegisterLink, title: String, isSample: Bool)]
        /// The list of all.
        package var list: RegisterLink

        package init(
            title: String,
            id: String,
            records: Int,
            samples: Int,
            entries: [(link: RegisterLink, title: String, isSample: Bool)],
            list: RegisterLink
        ) {
            self.title = title
            self.id = id
            self.records = records
            self.samples = samples
            self.entries = entries
            self.list = list
        }
    }

    /// The form by which somebody says why they want to see personal data.
    package struct Unmask: Sendable, Hashable {
        /// What tells the node that the form is one of its own, for this visitor.
        package var token: String
        /// Why it was not done: `reason` or `elsewhere`; nil where it was not sent.
        package var refusal: String?

        package init(token: String, refusal: String? = nil) {
            self.token = token
            self.refusal = refusal
        }
    }
}
