package import Domain
import Store

/// What an entry of the register `client` says: a program of others that signs people in through this node.
package struct ClientContent: Codable, Sendable, Hashable {
    package var name: Bilingual
    /// Where browsers are sent back to, after signing in and after signing out: letter by letter.
    package var redirects, postLogoutRedirects: [String]
    /// Where the client is told that a session ended.
    package var backChannelLogout: String?
    /// The most that it may ask to know, by the names of ``SignOnScope``.
    package var scopes: [String]
    /// Whether it can keep no secret: it runs on the machines of its users.
    package var isPublic: Bool
    /// The SHA-256 of its secret in base64url; nil for a public one.
    package var secret: String?
    /// What accounts are named apart by: clients of one sector know an account by the same name.
    package var sector: String
    package var reason: String
    /// The account that registered or changed it last, or `operator` for the command line.
    package var by: String
    /// Microseconds UTC.
    package var created: Int64
    package var removed: Int64?

    /// The register of clients.
    package static let register = "client"
    /// The order in which they are listed until they are removed.
    static let order = "registered"

    var draft: Draft {
        get throws {
            Draft(
                content: try CanonicalJSON.encode(self),
                orders: [OrderValue(field: removed == nil ? Self.order : "removed", text: "", number: created)]
            )
        }
    }

    var known: [SignOnScope] { scopes.compactMap(SignOnScope.init) }
}

/// A client with the id that it names itself by.
package struct RegisteredClient: Sendable, Hashable {
    /// 26 characters, the end of the id of its entry.
    package let id: String
    package let content: ClientContent
    /// Which version it is, from 1.
    package let version: Int64

    /// The id of its entry.
    package var entry: String { Self.entry(id) }

    static func entry(_ id: String) -> String { ClientContent.register + "/" + id }

    init(id: String, content: ClientContent, version: Int64) {
        self.id = id
        self.content = content
        self.version = version
    }

    init(_ entry: StoredEntry) throws {
        id = String(entry.entry.dropFirst(ClientContent.register.utf8.count + 1))
        content = try ClientContent.read(entry)
        version = entry.version
    }
}
