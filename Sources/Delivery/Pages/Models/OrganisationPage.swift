/// An organisation, who acts for it, and what it was before.
///
/// Times are those of Beijing, as `YYYY-MM-DD HH:MM`.
package struct OrganisationPage: Sendable {
    package var face: Face
    package var created: String
    /// Whether it was verified by a simulator.
    package var isSimulated = false
    /// The own authorisations for it.
    package var own: [AuthorisationRow]
    /// Whether whoever looks manages it, and so sees the rest.
    package var isManaged: Bool
    /// Whether whoever looks may correct, verify and close it: a manager for all kinds of business.
    package var mayChange: Bool
    package var people: [AuthorisationRow]
    /// Where the list of people goes on; nil at its end.
    package var next: String?
    /// What it said from some time on, the oldest first.
    package var versions: [(time: String, face: Face)]
    package var invitation: InvitationForm
    /// What the form that corrects it holds.
    package var typed: Typed

    package init(
        face: Face,
        created: String,
        own: [AuthorisationRow],
        isManaged: Bool,
        mayChange: Bool,
        people: [AuthorisationRow],
        next: String?,
        versions: [(time: String, face: Face)],
        invitation: InvitationForm,
        typed: Typed
    ) {
        self.face = face
        self.created = created
        self.own = own
        self.isManaged = isManaged
        self.mayChange = mayChange
        self.people = people
        self.next = next
        self.versions = versions
        self.invitation = invitation
        self.typed = typed
    }

    /// What an organisation says of itself.
    package struct Face: Sendable, Hashable {
        /// The end of its id, as its address has it.
        package var item: String
        package var name, code, region: String
        /// `organisation` or `agency`; `unverified` or `verified`; `active` or `closed`.
        package var kind, level, state: String
        /// What whoever looks may do for it, in the language of the page.
        package var powers: [String]

        package init(
            item: String,
            name: String,
            code: String,
            region: String,
            kind: String,
            level: String,
            state: String,
            powers: [String] = []
        ) {
            self.item = item
            self.name = name
            self.code = code
            self.region = region
            self.kind = kind
            self.level = level
            self.state = state
            self.powers = powers
        }
    }

    /// What a form about an organisation holds.
    package struct Typed: Sendable, Hashable {
        package var kind, name, code, region: String
        /// Why it is closed.
        package var reason: String

        package init(kind: String, name: String, code: String, region: String, reason: String = "") {
            self.kind = kind
            self.name = name
            self.code = code
            self.region = region
            self.reason = reason
        }
    }
}
