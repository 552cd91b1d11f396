/// Who is signed in: the account at a glance.
///
/// Times are those of Beijing, as `YYYY-MM-DD HH:MM`.
package struct AccountPage: Sendable {
    /// The id of the account, by which the operator knows it.
    package var account: String
    package var name: String
    package var email: String
    /// Whether the e-mail address is known to be the person's.
    package var isConfirmed: Bool
    /// `unverified` or `verified`.
    package var level: String
    package var hasTimeCode: Bool
    package var created: String
    package var sessions: [Session]
    package var roles: [Role]
    package var events: [Event]
    /// For how long events are kept; days.
    package var eventDays: Int
    /// Whether the node sends mail, so that an address can be confirmed.
    package var isMailing: Bool
    /// Whether it has a role of administration, so that the way there is shown.
    package var administers = false
    /// Whether one can sign in with accounts of outside providers.
    package var hasProviders = false
    /// Invitations to act for somebody that wait for an answer.
    package var invitations: Int
    /// Entries of registers that were typed and not sent yet.
    package var drafts: [DraftRow] = []

    package init(
        account: String,
        name: String,
        email: String,
        isConfirmed: Bool,
        level: String,
        hasTimeCode: Bool,
        created: String,
        sessions: [Session] = [],
        roles: [Role] = [],
        events: [Event] = [],
        eventDays: Int,
        isMailing: Bool = false,
        invitations: Int = 0
    ) {
        self.account = account
        self.name = name
        self.email = email
        self.isConfirmed = isConfirmed
        self.level = level
        self.hasTimeCode = hasTimeCode
        self.created = created
        self.sessions = sessions
        self.roles = roles
        self.events = events
        self.eventDays = eventDays
        self.isMailing = isMailing
        self.invitations = invitations
    }

    /// A browser that is signed in.
    package struct Session: Sendable, Hashable {
        package var id: String
        /// Whether it is the one that asks.
        package var isThis: Bool
        package var created: String
        package var seen: String
        package var ends: String
        /// Browser and system in two words; empty where they are not known.
        package var agent: String
        /// The network address, cut; empty where it is not known.
        package var address: String

        package init(
            id: String,
            isThis: Bool,
            created: String,
            seen: String,
            ends: String,
            agent: String,
            address: String
        ) {
            self.id = id
            self.isThis = isThis
            self.created = created
            self.seen = seen
            self.ends = ends
            self.agent = agent
            self.address = address
        }
    }

    /// What the account may do beyond what every account may.
    package struct Role: Sendable, Hashable {
        /// The role, in the language of the page.
        package var name: String
        /// The institution or region that it is for; nil for everywhere.
        package var place: String?
        /// When it ends; nil where it does not.
        package var until: String?

        package init(name: String, place: String? = nil, until: String? = nil) {
            self.name = name
            self.place = place
            self.until = until
        }
    }

    /// Something that happened to the account.
    package struct Event: Sendable, Hashable {
        /// The name of the kind.
        package var kind: String
        package var time: String
        package var address: String
        /// Why, or what exactly; nil where there is no more to say.
        package var detail: String?

        package init(kind: String, time: String, address: String, detail: String? = nil) {
            self.kind = kind
            self.time = time
            self.address = address
            self.detail = detail
        }
    }
}
