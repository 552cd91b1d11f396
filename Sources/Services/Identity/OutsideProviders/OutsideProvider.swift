package import Domain
import Foundation

/// A provider of others with whose accounts people sign in here, as the operator declares it.
///
/// **Source** OpenID Connect Core 1.0 (authorization code), for clients.
package struct OutsideProvider: Sendable, Hashable, CustomStringConvertible {
    /// How many there may be: each is a button of the page that signs in.
    package static let most = 8
    /// The longest id, and the longest name in either language; characters.
    private static let longestID = 32
    private static let longestName = 40

    /// The name in addresses: `[a-z0-9-]`.
    package let id: String
    /// The name on buttons.
    package let name: Bilingual
    /// The issuer that its description and its tokens name, letter by letter.
    package let issuer: String
    /// What this node is called there.
    let client: String
    /// The secret of this node there; nil for a public client.
    let secret: String?
    /// What is asked for; `openid` is among them.
    let scopes: [String]
    /// Origins that a browser passes on its way through the provider, in the words of a policy; the issuer's is the first.
    package let origins: [String]

    /// Takes what the operator declares.
    ///
    /// - Throws: `Failure.invalid` with the member that is wrong, and what it has to be.
    package init(
        id: String,
        name: Bilingual,
        issuer: String,
        client: String,
        secret: String? = nil,
        scopes: [String] = ["openid"],
        origins: [String] = []
    ) throws {
        guard (1...Self.longestID).contains(id.utf8.count), id.utf8.allSatisfy(Self.isOfID) else {
            throw Failure.invalid(
                field: "id",
                reason: "\"\(id)\" has to be 1 to \(Self.longestID) of the signs a-z, 0-9 and -"
            )
        }
        for (member, text) in [("name.zh", name.zh), ("name.en", name.en)] {
            guard Accounts.line(text, atMost: Self.longestName) == text else {
                throw Failure.invalid(field: member, reason: "it has to be one line of 1 to \(Self.longestName) signs")
            }
        }
        guard !client.isEmpty, client.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Failure.invalid(
                field: "client_id",
                reason: "it has to be what the provider calls this node, in ASCII"
            )
        }
        guard scopes.contains("openid"), scopes.allSatisfy(Self.isScope) else {
            throw Failure.invalid(field: "scopes", reason: "they have to be words of ASCII, and openid one of them")
        }
        let issuerAddress = try ClientAddress.message(issuer, field: "issuer")
        guard !issuerAddress.contains("?") else {
            throw Failure.invalid(field: "issuer", reason: "it has no query; write it as the provider's tokens name it")
        }
        for origin in origins {
            guard ClientAddress.source(try ClientAddress.message(origin, field: "origins")) == origin else {
                throw Failure.invalid(field: "origins", reason: "\"\(origin)\" has to be scheme and host alone")
            }
        }
        self.id = id
        self.name = name
        self.issuer = issuer
        self.client = client
        self.secret = secret
        self.scopes = scopes
        self.origins = [ClientAddress.source(issuer)] + origins
    }

    /// Never the secret.
    package var description: String { "the provider \(id)" }

    private static func isOfID(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }

    /// RFC 6749 section 3.3.
    private static func isScope(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    }
}
