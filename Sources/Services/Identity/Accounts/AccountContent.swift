import Domain
import Foundation
import Store

/// What an entry of the register `account` says: who a natural person is here.
///
/// Organisations have no accounts: people act for them, see ``OrganisationContent``.
package struct AccountContent: Codable, Sendable, Hashable {
    /// How sure it is that the name is the real one.
    package enum Level: String, Codable, Sendable, Hashable, CaseIterable {
        /// Nobody looked.
        case unverified
        /// A register or an identity service said so.
        case verified
    }

    /// Whether it can be used.
    package enum State: String, Codable, Sendable, Hashable, CaseIterable {
        case active
        /// Closed by the operator or an administrator until it is restored.
        case suspended
    }

    /// An agreement: to what (`account`, or the entry of a client), on which basis, in which edition of the text, and when.
    package struct Consent: Codable, Sendable, Hashable {
        package var purpose: String
        package var basis: String
        package var edition: Int
        /// Microseconds UTC.
        package var time: Int64
        /// What a client may know, by the names of ``SignOnScope``; nil where the purpose is no client.
        package var scopes: [String]?
    }

    package var name: String
    package var email: String
    /// The keyed digest under which the address is found, in base64url: so that the key row can be made again from here.
    package var emailKey: String
    package var emailConfirmed: Bool
    /// `zh` or `en`: the language of messages.
    package var language: String
    package var level: Level
    /// Who said that the name is the real one; nil while nobody did.
    package var verification: Verification?
    /// The keyed digest of the number it was found by, in base64url, so that a person has one verified account.
    package var personKey: String?
    package var state: State
    /// Why the operator or an administrator changed the state last.
    package var stateReason: String?
    /// When it was made, in microseconds UTC.
    package var created: Int64
    package var consents: [Consent]
    /// Accounts of outside providers by which its owner signs in; nil for none.
    package var links: [OutsideLink]?

    /// The register of accounts.
    package static let register = "account"

    /// The key under which an account is found by its e-mail address.
    static func key(_ emailKey: String) -> LookupKey { LookupKey(scope: register, field: "email", value: emailKey) }

    /// The level as it is shown: what a simulator verified counts for nothing, and says so.
    package var shownLevel: String { verification?.isSimulated == true ? "simulated" : level.rawValue }

    /// What the store keeps of it.
    var draft: Draft {
        get throws {
            Draft(
                content: try CanonicalJSON.encode(self),
                keys: [Self.key(emailKey)]
                    + (personKey.map { [LookupKey(scope: Self.register, field: "person", value: $0)] } ?? [])
                    + (links ?? []).map(\.lookup),
                orders: [OrderValue(field: "created", number: created)]
            )
        }
    }

    /// Reads an entry.
    ///
    /// - Throws: `StoreError.damaged` where it holds something else.
    init(_ entry: StoredEntry) throws {
        self = try Self.read(entry)
    }

    /// Puts the values together.
    package init(
        name: String,
        email: String,
        emailKey: String,
        language: String,
        created: Int64,
        consents: [Consent]
    ) {
        self.name = name
        self.email = email
        self.emailKey = emailKey
        emailConfirmed = false
        self.language = language
        level = .unverified
        state = .active
        self.created = created
        self.consents = consents
    }
}

extension Decodable {
    /// Reads the content of an entry of accounts and what belongs to them.
    ///
    /// - Throws: `StoreError.damaged` where it is not of this shape.
    static func read(_ entry: StoredEntry) throws -> Self {
        do {
            return try JSONDecoder().decode(Self.self, from: Data(entry.content))
        } catch {
            throw StoreError.damaged("\(entry.entry) is not what its register says")
        }
    }
}
