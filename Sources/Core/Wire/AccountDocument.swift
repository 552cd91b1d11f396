/// Who is signed in, for programs.
///
/// Times are ISO 8601 in UTC.
package struct AccountDocument: Codable, Hashable, Sendable {
    package var account: String
    package var name: String
    package var email: String
    /// Whether the e-mail address is known to be the person's.
    package var emailConfirmed: Bool
    /// `unverified` or `verified`: whether somebody checked the name against papers.
    package var level: String
    /// The language to write to the person in.
    package var language: String
    package var created: String
    /// Whether signing in takes a code besides the password.
    package var twoStep: Bool
    package var recoveryCodesLeft: Int
    package var sessions: [SessionDocument]
    package var roles: [RoleDocument]
    /// The newest first.
    package var events: [EventDocument]
    /// Invitations to act for somebody that wait for an answer.
    package var invitations: Int

    package init(
        account: String,
        name: String,
        email: String,
        emailConfirmed: Bool,
        level: String,
        language: String,
        created: String,
        twoStep: Bool,
        recoveryCodesLeft: Int,
        sessions: [SessionDocument],
        roles: [RoleDocument],
        events: [EventDocument],
        invitations: Int
    ) {
        self.account = account
        self.name = name
        self.email = email
        self.emailConfirmed = emailConfirmed
        self.level = level
        self.language = language
        self.created = created
        self.twoStep = twoStep
        self.recoveryCodesLeft = recoveryCodesLeft
        self.sessions = sessions
        self.roles = roles
        self.events = events
        self.invitations = invitations
    }

    /// A browser that is signed in.
    package struct SessionDocument: Codable, Hashable, Sendable {
        package var id: String
        /// Whether it is the one that asks.
        package var current: Bool
        package var created: String
        package var seen: String
        package var ends: String
        /// Whether it was begun with a second step.
        package var twoStep: Bool
        /// Browser and system in two words.
        package var agent: String
        /// The network address, cut.
        package var address: String

        package init(
            id: String,
            current: Bool,
            created: String,
            seen: String,
            ends: String,
            twoStep: Bool,
            agent: String,
            address: String
        ) {
            self.id = id
            self.current = current
            self.created = created
            self.seen = seen
            self.ends = ends
            self.twoStep = twoStep
            self.agent = agent
            self.address = address
        }
    }

    /// What the account may do beyond what every account may.
    package struct RoleDocument: Codable, Hashable, Sendable {
        package var role: String
        /// The institution or region that it is for; left out for everywhere.
        package var place: String?
        package var from: String
        /// Left out where it does not end.
        package var until: String?

        package init(role: String, place: String?, from: String, until: String?) {
            self.role = role
            self.place = place
            self.from = from
            self.until = until
        }
    }

    /// Something that happened to the account.
    package struct EventDocument: Codable, Hashable, Sendable {
        package var kind: String
        package var time: String
        /// The network address, cut.
        package var address: String
        /// Why, or what exactly; left out where there is no more to say.
        package var detail: String?

        package init(kind: String, time: String, address: String, detail: String?) {
            self.kind = kind
            self.time = time
            self.address = address
            self.detail = detail
        }
    }
}
