package import Declarations
package import Domain

/// Everything that is held about who is signed in, to take along.
///
/// Times are ISO 8601 in UTC.
///
/// **Source** Personal Information Protection Law, article 45: to see, copy and take along what is held about oneself.
package struct HeldDocument: Codable, Hashable, Sendable {
    /// The id of the account.
    package var account: String
    package var name: String
    package var email: String
    /// Whether the e-mail address is known to be the person's.
    package var emailConfirmed: Bool
    /// `unverified` or `verified`.
    package var level: String
    /// `active` or `suspended`.
    package var state: String
    /// Why the operator or an administrator changed the state last; left out where nobody did.
    package var stateReason: String?
    package var language: String
    package var created: String
    package var consents: [ConsentDocument]
    /// What the account said before, the oldest first; the last one is in force.
    package var versions: [VersionDocument]
    /// Accounts of outside providers with which the person signs in.
    package var links: [LinkDocument]
    /// What the person proves who they are with: never the secret itself, which is not kept or sealed.
    package var proofs: [ProofDocument]
    package var sessions: [AccountDocument.SessionDocument]
    package var roles: [AccountDocument.RoleDocument]
    package var keys: [KeysDocument.Key]
    package var kept: KeptCollection
    /// Entries of registers that were typed and not sent yet.
    package var drafts: [DraftDocument]
    package var events: [AccountDocument.EventDocument]
    /// Who else saw personal data of the account, the newest first.
    package var disclosures: [DisclosureDocument]
    /// For whom the person may or once might act.
    package var authorisations: [AuthorisationDocument]
    /// Who said that the name is the real one; left out where nobody did.
    package var verification: VerificationDocument?
    /// Platforms that were let in with the account and whose sessions last, the newest first.
    package var signOns: [SignOnDocument]

    package init(
        account: String,
        name: String,
        email: String,
        emailConfirmed: Bool,
        level: String,
        state: String,
        stateReason: String?,
        language: String,
        created: String,
        consents: [ConsentDocument],
        versions: [VersionDocument],
        links: [LinkDocument],
        proofs: [ProofDocument],
        sessions: [AccountDocument.SessionDocument],
        roles: [AccountDocument.RoleDocument],
        keys: [KeysDocument.Key],
        kept: KeptCollection,
        drafts: [DraftDocument],
        events: [AccountDocument.EventDocument],
        disclosures: [DisclosureDocument],
        authorisations: [AuthorisationDocument],
        verification: VerificationDocument?,
        signOns: [SignOnDocument]
    ) {
        self.account = account
        self.name = name
        self.email = email
        self.emailConfirmed = emailConfirmed
        self.level = level
        self.state = state
        self.stateReason = stateReason
        self.language = language
        self.created = created
        self.consents = consents
        self.versions = versions
        self.links = links
        self.proofs = proofs
        self.sessions = sessions
        self.roles = roles
        self.keys = keys
        self.kept = kept
        self.drafts = drafts
        self.events = events
        self.disclosures = disclosures
        self.authorisations = authorisations
        self.verification = verification
        self.signOns = signOns
    }

    /// What was typed into the form of an entry and not sent yet.
    package struct DraftDocument: Codable, Hashable, Sendable {
        package var register: String
        /// The entry; left out for a new one.
        package var entry: String?
        package var time: String
        /// The values that are not as the entry says, as they were typed.
        package var fields: [String: FieldValue]
        /// The fields that were emptied.
        package var emptied: [String]
        /// The state; left out where it is that of the entry.
        package var state: String?
        package var note: String

        package init(
            register: String,
            entry: String?,
            time: String,
            fields: [String: FieldValue],
            emptied: [String],
            state: String?,
            note: String
        ) {
            self.register = register
            self.entry = entry
            self.time = time
            self.fields = fields
            self.emptied = emptied
            self.state = state
            self.note = note
        }
    }

    /// That somebody said that the name is the real one.
    package struct VerificationDocument: Codable, Hashable, Sendable {
        /// Who said so, by the name of the provider.
        package var provider: String
        /// The provider's number of its answer.
        package var serial: String
        package var time: String
        /// Whether it was a simulator, which counts for demonstrations alone.
        package var simulated: Bool

        package init(provider: String, serial: String, time: String, simulated: Bool) {
            self.provider = provider
            self.serial = serial
            self.time = time
            self.simulated = simulated
        }
    }

    /// That a platform was let in with the account.
    package struct SignOnDocument: Codable, Hashable, Sendable {
        /// The entry of the platform.
        package var client: String
        /// Its name in Chinese and in English; left out where it is not known.
        package var nameZh, nameEn: String?
        /// What it may know.
        package var scopes: [String]
        package var began: String
        /// When it got tokens last, at the beginning or by refreshing; left out where its tokens are gone.
        package var refreshed: String?
        /// Until when it may refresh, unless the session ends before; likewise.
        package var ends: String?

        package init(
            client: String,
            nameZh: String?,
            nameEn: String?,
            scopes: [String],
            began: String,
            refreshed: String?,
            ends: String?
        ) {
            self.client = client
            self.nameZh = nameZh
            self.nameEn = nameEn
            self.scopes = scopes
            self.began = began
            self.refreshed = refreshed
            self.ends = ends
        }
    }

    /// An account of an outside provider; who it is there is kept as a keyed digest alone.
    package struct LinkDocument: Codable, Hashable, Sendable {
        /// The provider by its id.
        package var provider: String
        /// When it was linked.
        package var time: String

        package init(provider: String, time: String) {
            self.provider = provider
            self.time = time
        }
    }

    /// That somebody else saw personal data: who, only by their role.
    package struct DisclosureDocument: Codable, Hashable, Sendable {
        package var time: String
        /// The role that allowed it, or `operator`.
        package var viewer: String
        /// The organisation, institution or region that the role is for; left out for everywhere.
        package var place: String?
        package var action: String
        package var fields: [String]
        /// Why; empty where nobody asked.
        package var reason: String

        package init(
            time: String,
            viewer: String,
            place: String?,
            action: String,
            fields: [String],
            reason: String
        ) {
            self.time = time
            self.viewer = viewer
            self.place = place
            self.action = action
            self.fields = fields
            self.reason = reason
        }
    }

    /// An agreement to what is kept.
    package struct ConsentDocument: Codable, Hashable, Sendable {
        package var purpose: String
        package var basis: String
        /// Which edition of the text was agreed to.
        package var edition: Int
        package var time: String
        /// What a program may know; nil where the purpose is none.
        package var scopes: [String]?

        package init(purpose: String, basis: String, edition: Int, time: String, scopes: [String]? = nil) {
            self.purpose = purpose
            self.basis = basis
            self.edition = edition
            self.time = time
            self.scopes = scopes
        }
    }

    /// What the account said from some time on.
    package struct VersionDocument: Codable, Hashable, Sendable {
        package var version: Int
        package var time: String
        package var name: String
        package var email: String
        package var language: String
        package var level: String
        package var state: String

        package init(
            version: Int,
            time: String,
            name: String,
            email: String,
            language: String,
            level: String,
            state: String
        ) {
            self.version = version
            self.time = time
            self.name = name
            self.email = email
            self.language = language
            self.level = level
            self.state = state
        }
    }

    /// A password, the key of the second step or a recovery code, without the secret.
    package struct ProofDocument: Codable, Hashable, Sendable {
        package var kind: String
        package var made: String
        /// Whether it was used up: recovery codes count once.
        package var used: Bool

        package init(kind: String, made: String, used: Bool) {
            self.kind = kind
            self.made = made
            self.used = used
        }
    }
}
