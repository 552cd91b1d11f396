import Domain
import Foundation
import Mail
import Store

/// Accounts of outside providers that belong to an account here.
extension OutsideSignIn {
    private static let linkPurpose = "outside-link"

    /// An account of a provider that waits for the account that it belongs to.
    private struct Pending: Codable {
        var link: OutsideLink
        /// By what its owner knows it.
        var label: String
        /// The digest of the browser that proved it; base64url.
        var browser: String
    }

    /// The linked accounts of who is signed in.
    package func lines(_ caller: Caller) async throws -> [OutsideLine] {
        let own = try await accounts.own(caller, .readOwnAccount)
        return (own.content.links ?? []).map { OutsideLine(id: $0.key, provider: $0.provider, time: $0.time) }
    }

    /// The provider of an account that waits to be linked by this browser, and by what its owner knows it there; nil where none
    /// does.
    package func waiting(
        _ token: String,
        visitor: SecretToken?
    ) async throws -> (provider: OutsideProvider, label: String)? {
        guard let token = SecretToken(token),
            let record = try await store.oneTime(token.digest, for: Self.linkPurpose),
            let pending = try pending(record, visitor), let provider = provider(pending.link.provider)
        else { return nil }
        return (provider, pending.label)
    }

    /// Links the account that waits, once, with that of somebody who has just signed in or up for it.
    ///
    /// - Throws: `AccountRefusal.outside`, `.needsConfirmation`; `Failure.conflict`.
    package func link(pending token: String, visitor: SecretToken?, _ caller: Caller, from origin: Origin) async throws
    {
        guard let token = SecretToken(token),
            let record = try await store.takeOneTime(token.digest, for: Self.linkPurpose),
            let pending = try pending(record, visitor)
        else {
            throw try await refusal(.stale, "no account waits to be linked by this browser", of: caller.account, origin)
        }
        try await add(pending.link, caller, from: origin)
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
        var left = own
        left.content.links?.removeAll { $0.key == id }
        let event = accounts.event(.outsideUnlinked, own.id, origin, why: link.provider)
        do {
            try await store.save(
                [accounts.change(left)],
                author: own.id,
                endingSessionsOf: own.id,
                but: caller.session,
                event
            )
        } catch StoreError.changedMeanwhile {
            throw Store.conflict(about: "the account")
        }
        try await accounts.tellClients(of: own.id)
    }

    // MARK: Linking

    /// Keeps a proved account of a provider until it is known whose it is.
    func keep(_ link: OutsideLink, _ label: String, _ browser: String) async throws -> String {
        let token = SecretToken()
        try await put(token, Self.linkPurpose, Pending(link: link, label: label, browser: browser), of: nil)
        return token.text
    }

    /// Links an account of a provider with that of a caller, whose owner is told by mail.
    ///
    /// - Throws: `AccountRefusal.outside`, `.needsConfirmation`; `Failure.conflict`.
    func add(_ link: OutsideLink, _ caller: Caller, from origin: Origin) async throws {
        let own = try await accounts.own(caller, .changeOwnAccount)
        try accounts.needConfirmation(caller)
        let links = own.content.links ?? []
        if links.contains(where: { $0.key == link.key }) { return }
        guard links.count < Self.mostLinks else {
            throw try await refusal(.full, link.provider + ": there are too many links", of: own.id, origin)
        }
        var joined = own
        joined.content.links = links + [link]
        do {
            let isSaved = try await store.save(
                [accounts.change(joined)],
                by: caller.session,
                of: own.id,
                accounts.event(.outsideLinked, own.id, origin, why: link.provider),
                jobs: try await telling(own, of: link)
            )
            guard isSaved else { throw AccountRefusal.outside(.stale) }
        } catch StoreError.keyTaken {
            throw try await refusal(.taken, link.provider + ": it is linked with another account", of: own.id, origin)
        } catch StoreError.changedMeanwhile {
            throw Store.conflict(about: "the account")
        }
    }

    /// The message to the owner of an account, where this node sends mail and knows that the address is theirs.
    private func telling(_ own: Organisations.Found<AccountContent>, of link: OutsideLink) async throws -> [NewJob] {
        guard accounts.isMailing, own.content.emailConfirmed, let provider = provider(link.provider) else { return [] }
        let id = try accounts.needKey().lookup("try-link-mail", own.id)
        guard try await store.beginTry(id, accounts.options.mailTries) == 0 else { return [] }
        let text = LinkText(provider: provider.name)
        let message = try text.message(to: own.content.email, language: own.content.language)
        return [NewJob(kind: Message.jobKind, payload: try message.payload)]
    }

    /// A refusal, once it is noted.
    private func refusal(
        _ refusal: OutsideRefusal,
        _ reason: String,
        of account: String,
        _ origin: Origin
    ) async throws -> AccountRefusal {
        try await note(reason, of: account, origin)
        return .outside(refusal)
    }

    private func pending(_ record: OneTimeRecord, _ visitor: SecretToken?) throws -> Pending? {
        let pending = try JSONDecoder().decode(Pending.self, from: Data(record.payload))
        return pending.browser == visitor.map({ Base64URL.text(of: $0.digest) }) ? pending : nil
    }
}
