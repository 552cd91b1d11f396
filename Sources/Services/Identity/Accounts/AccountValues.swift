package import Domain
import Store

/// What somebody says who wants an account.
package struct SignUp: Sendable, CustomStringConvertible {
    package var name, email, password: String
    /// `zh` or `en`.
    package var language: String
    /// Whether they agree that name and address are kept for the account.
    package var consents: Bool

    /// Never what was typed: a description may get into a log.
    package var description: String { "a sign-up" }

    package init(name: String, email: String, password: String, language: String, consents: Bool) {
        self.name = name
        self.email = email
        self.password = password
        self.language = language
        self.consents = consents
    }
}

/// A session that began: its token, shown once, and whose it is.
package struct SignedIn: Sendable, CustomStringConvertible {
    package let token: String
    package let caller: Caller

    /// Never the token.
    package var description: String { "a session of \(caller.account)" }
}

/// What follows on e-mail address and password.
package enum SignInStep: Sendable, CustomStringConvertible {
    case done(SignedIn)
    /// A code is asked for; `pending` goes with it.
    case needsCode(pending: String)

    /// Never the token.
    package var description: String {
        switch self {
        case .done(let signedIn): "\(signedIn)"
        case .needsCode: "a code is asked for"
        }
    }
}

/// What happens to an account and leaves no version behind.
package enum EventKind: String, Sendable, Hashable, CaseIterable {
    case signedUp, signedIn, signInFailed, codeFailed, signedOut, confirmed, sessionEnded, otherSessionsEnded
    case passwordChanged, timeCodeAdded, timeCodeRemoved, recoveryUsed, renamed, downloaded, closed
    case suspended, restored, passwordReset, emailConfirmed
    /// The operator ended all sessions.
    case allSessionsEnded
    case keyMade, keyRevoked
    case authorised, authorisationEnded, verified, merged
    /// Somebody took rows of the audit along.
    case auditExported
    /// Somebody had the audit verified.
    case auditVerified
    /// Somebody published declarations.
    case definitionsPublished
    case consentGiven, consentWithdrawn
    /// An account of an outside provider was linked, or no longer is; or what came from one was not taken.
    case outsideLinked, outsideUnlinked, outsideFailed
}

/// A session as its owner sees it.
package struct SessionLine: Sendable, Hashable {
    /// Base64url of its number; it is no secret and opens nothing.
    package let id: String
    package let isThis: Bool
    /// Microseconds UTC.
    package let created, seen, ends: Int64
    package let isStrong: Bool
    package let agent, address: String
}

/// Something that happened.
package struct EventLine: Sendable, Hashable {
    package let kind: EventKind
    /// Microseconds UTC.
    package let time: Int64
    package let address: String
    /// Why, or what exactly; nil where there is no more to say.
    package let detail: String?
}

/// That somebody else saw personal data of an account, as its owner sees it: who it was only by their role.
package struct DisclosureLine: Sendable, Hashable {
    /// Microseconds UTC.
    package let time: Int64
    /// The role by which it was allowed; nil for the operator, who needs none.
    package let role: Role?
    /// The organisation, institution or region that the role is for; empty where there is none.
    package let place: String
    /// What was done, and which fields were seen.
    package let action: Action?
    package let fields: [String]
    /// Why; empty where nobody asked.
    package let reason: String

    init(_ disclosure: Disclosure) {
        time = disclosure.time
        role = Role(rawValue: disclosure.role)
        place = disclosure.place
        action = Action(rawValue: disclosure.action)
        fields = disclosure.fields.split(separator: ",").map(String.init)
        reason = disclosure.reason
    }
}

/// The page of an account.
package struct AccountOverview: Sendable {
    package let account: String
    package let name, email, language: String
    /// As ``AccountContent/shownLevel``.
    package let level: String
    package let isConfirmed, hasTimeCode: Bool
    package let recoveryLeft: Int
    /// Microseconds UTC.
    package let created: Int64
    package let sessions: [SessionLine]
    package let roles: [HeldRole]
    package let events: [EventLine]
    /// Invitations to act for somebody that wait for an answer.
    package let invitations: Int
}

/// Everything that is kept about somebody.
package struct HeldData: Sendable {
    /// A proof of who they are: only its kind and when it was made.
    package struct Proof: Sendable, Hashable {
        package let kind: String
        package let made: Int64
        package let isUsed: Bool
    }

    /// A version of the account.
    package struct Version: Sendable, Hashable {
        package let number, time: Int64
        package let content: AccountContent
    }

    package let account: String
    package let content: AccountContent
    package let versions: [Version]
    package let proofs: [Proof]
    package let sessions: [SessionLine]
    package let roles: [HeldRole]
    package let keys: [KeyLine]
    package let kept: KeptCollection
    package let events: [EventLine]
    /// Who looked, the newest first.
    package let disclosures: [DisclosureLine]
    /// For whom the person may or could act.
    package let authorisations: [AuthorisationLine]
    /// Where the account is signed in elsewhere, the newest first.
    package let signOns: [SignOnLine]
}
