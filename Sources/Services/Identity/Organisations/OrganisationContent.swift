import Domain
import Store

/// What an entry of the register `organisation` says: a legal person or an agency that accounts act for.
///
/// It does not sign in itself; whoever acts for it has an ``AuthorisationContent``.
package struct OrganisationContent: Codable, Sendable, Hashable {
    /// What it is; it never changes, because a licensed agency may do what others may not.
    package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
        case organisation
        /// A patent or trademark agency (专利代理机构、商标代理机构).
        case agency
    }

    /// Whether somebody can act for it.
    package enum State: String, Codable, Sendable, Hashable, CaseIterable {
        case active
        /// Closed for good by a manager.
        case closed
    }

    package var kind: Kind
    package var name: String
    /// The unified social credit code (GB 32100-2015), eighteen characters.
    package var code: String
    /// The region, six digits of GB/T 2260.
    package var region: String
    package var level: AccountContent.Level
    /// Who said so; nil while nobody did.
    package var verification: Verification?
    package var state: State
    /// The account that made it.
    package var by: String
    /// When it was made, in microseconds UTC.
    package var created: Int64
    /// The authorisations of managers without an end and for all kinds of business, so that of two who leave at the same time one stays.
    package var managers: [String]

    /// Whether its people may represent clients: an agency in being of which somebody who can know said that it is one.
    package var mayRepresent: Bool { kind == .agency && state == .active && level == .verified }

    /// The register of organisations.
    package static let register = "organisation"

    /// What the store keeps of it.
    ///
    /// Anybody may say that they act for an organisation; only one that was verified takes the place of its code.
    var draft: Draft {
        get throws {
            Draft(
                content: try CanonicalJSON.encode(self),
                keys: level == .verified && state == .active ? [Self.key(code)] : [],
                orders: [OrderValue(field: "created", number: created)]
            )
        }
    }

    /// The key under which the one verified organisation of a code is found.
    static func key(_ code: String) -> LookupKey { LookupKey(scope: register, field: "code", value: code) }
}
