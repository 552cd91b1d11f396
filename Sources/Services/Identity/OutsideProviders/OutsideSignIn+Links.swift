import Domain
import Foundation
import Store

/// Accounts of outside providers that belong to an account here.
extension OutsideSignIn {
    private static let linkPurpose = "outside-link"

    /// An account of a provider that waits for the account that it belongs to.
    private struct Pending: Codable {
        var link: OutsideLink
        /// The digest of the browser that proved it; base64url.
        var browser: String
    }

    /// The linked accounts of who is signed in.
    package func lines(_ caller: Caller) async throws -> [OutsideLine] {
        let own = try await accounts.own(caller, .readOwnAccount)
        return (own.content.links ?? []).map { OutsideLine(id: $0.key, provider: $0.provider, time: $0.time) }
    }

    /// The provider of an account that waits to be linked by this browser; nil where none does.
    package func pendingProvider(_ token: String, visitor: SecretToken?) async throws -> OutsideProvider? {
        guard let token = SecretToken(token),
            let record = try await store.oneTime(token.digest, for: Self.linkPurpose)
        else { return nil }
        return try pending(record, visitor).flatMap { provider($0.provider) }
    }

    /// Links the account that waits, once, with that of somebody who has just signed in or up for it.
    ///
    /// - Throws: `AccountRefusal.outside`, `.needsConfirmation`; `Failure.conflict`.
    package func link(pending token: String, visitor: SecretToken?, _ caller: Caller, from origin: Origin) async throws
    {
        guard let token = SecretToken(token),
            let record = try await store.takeOneTime(token.digest, for: Self.linkPurpose),
            let link = try pending(record, visitor)
        else { throw AccountRefusal.outside(.stale) }
        try await add(link, caller, from: origin)
    }

    /// Unlinks an account of a provider; all other sessions end, for they may have been had by it.
    ///
    /// - Parameters:
    ///   - id: The id of its line; what is none of them is passed over.
    ///   - caller: Whose it is.
    ///   - origin: From where.
    /// - Throws: `AccountRefusal.needsConfirmation`; `Failure.conflict`.
    package func unlink(_ id: String, _ caller: Caller, from origin: Origin) async throws {
        let own = try await accounts.own(caller, .changeOwnAccount)
        try accounts.needConfirmation(caller)
        guard let link = own.content.links?.first(where: { $0.key == id }) else { return }
        var content = own.content
        content.links?.removeAll { $0.key == id }
        try await accounts.save(content, own.id, own.version, author: own.id)
        let event = accounts.event(.outsideUnlinked, own.id, origin, why: link.provider)
        _ = try await store.endSessions(of: own.id, but: caller.session, event)
        try await accounts.tellClients(of: own.id)
    }

    // MARK: Linking

    /// Keeps a proved account of a provider until it is known whose it is.
    func keep(_ link: OutsideLink, _ browser: String) async throws -> String {
        let token = SecretToken()
        try await put(token, Self.linkPurpose, Pending(link: link, browser: browser), of: nil)
        return token.text
    }

    func add(_ link: OutsideLink, _ caller: Caller, from origin: Origin) async throws {
        let own = try await accounts.own(caller, .changeOwnAccount)
        try accounts.needConfirmation(caller)
        var content = own.content
        let links = content.links ?? []
        if links.contains(where: { $0.key == link.key }) { return }
        guard links.count < Self.mostLinks else { throw AccountRefusal.outside(.full) }
        content.links = links + [link]
        do {
            try await accounts.save(content, own.id, own.version, author: own.id)
        } catch StoreError.keyTaken {
            throw AccountRefusal.outside(.taken)
        }
        try await store.note(accounts.event(.outsideLinked, own.id, origin, why: link.provider))
    }

    private func pending(_ record: OneTimeRecord, _ visitor: SecretToken?) throws -> OutsideLink? {
        let pending = try JSONDecoder().decode(Pending.self, from: Data(record.payload))
        return pending.browser == visitor.map({ Base64URL.text(of: $0.digest) }) ? pending.link : nil
    }
}
