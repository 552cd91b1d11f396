import Domain
import Store

/// Programs of others that sign people in through this node: who they are, and who registered them.
package struct Clients: Sendable {
    /// A client with the secret that was made for it, shown this once; nil for a public one.
    package struct Made: Sendable, CustomStringConvertible {
        package let client: RegisteredClient
        package let secret: String?

        /// Never the secret.
        package var description: String { "the client \(client.id)" }
    }

    /// The most clients of a store.
    package static let most = 500

    private let accounts: Accounts
    var store: Store { accounts.store }

    package init(_ accounts: Accounts) {
        self.accounts = accounts
    }

    /// The client of an id; nil where there is none, or it was removed.
    func client(_ id: String) async throws -> RegisteredClient? {
        guard let entry = try await store.entry(RegisteredClient.entry(id), withTexts: false), entry.state == .live,
            entry.register == ClientContent.register
        else { return nil }
        let client = try RegisteredClient(entry)
        return client.content.removed == nil ? client : nil
    }

    /// All clients, the newest first.
    package func list(_ administrator: Administrator) async throws -> [RegisteredClient] {
        try permitReading(administrator)
        return try await store.entries(
            of: ClientContent.register,
            where: ClientContent.order,
            is: "",
            limit: Int64(Self.most)
        ).map(RegisteredClient.init).reversed()
    }

    /// The client of an id.
    ///
    /// - Throws: `Failure.notFound`.
    package func find(_ id: String, _ administrator: Administrator) async throws -> RegisteredClient {
        try permitReading(administrator)
        guard let client = try await client(id) else { throw Failure.notFound(what: "a client \(id)") }
        return client
    }

    /// Registers a client.
    ///
    /// - Parameters:
    ///   - wish: What it is.
    ///   - reason: Why, for the log.
    ///   - administrator: Who does it.
    /// - Returns: The client and its secret.
    /// - Throws: `Failure.invalid` with the field; `Failure.conflict` where there are too many;
    ///   `AccountRefusal.needsConfirmation`.
    package func add(_ wish: ClientWish, reason: String, by administrator: Administrator) async throws -> Made {
        let author = try permit(administrator, reason: reason)
        guard try await list(administrator).count < Self.most else {
            throw Failure.conflict(reason: "there are \(Self.most) clients, and no more are taken; remove one first")
        }
        let id = randomName()
        let secret = wish.isPublic ? nil : SecretToken()
        let content = try wish.content(id: id, secret: secret, by: author, reason: reason, time: store.now)
        return Made(client: try await save(content, id, version: 0, author), secret: secret?.text)
    }

    /// Gives a client another secret; the old one no longer counts.
    ///
    /// - Throws: `Failure.notFound`; `Failure.conflict` for a public one; `AccountRefusal.needsConfirmation`.
    package func renewSecret(_ id: String, reason: String, by administrator: Administrator) async throws -> Made {
        let author = try permit(administrator, reason: reason)
        let client = try await find(id, administrator)
        guard !client.content.isPublic else {
            throw Failure.conflict(reason: "a public client has no secret; nothing was changed")
        }
        let secret = SecretToken()
        var content = client.content
        (content.secret, content.reason, content.by) = (Base64URL.text(of: secret.digest), reason, author)
        return Made(client: try await save(content, id, version: client.version, author), secret: secret.text)
    }

    /// Removes a client: its tokens and codes no longer count, and nobody signs in through it.
    ///
    /// - Throws: `Failure.notFound`; `AccountRefusal.needsConfirmation`.
    package func remove(_ id: String, reason: String, by administrator: Administrator) async throws {
        let author = try permit(administrator, reason: reason)
        let client = try await find(id, administrator)
        var content = client.content
        (content.removed, content.reason, content.by) = (store.now, reason, author)
        _ = try await save(content, id, version: client.version, author)
    }

    /// The name of a client, also of one that was removed; nil where there never was one.
    func name(_ entry: String) async throws -> Bilingual? {
        guard let entry = try await store.entry(entry, withTexts: false), entry.register == ClientContent.register
        else {
            return nil
        }
        return try ClientContent.read(entry).name
    }

    private func permitReading(_ administrator: Administrator) throws {
        try AdministerAccounts(accounts, as: administrator).permit(.readClients, on: .everything, isGrave: false)
    }

    /// Lets a change happen, which takes a reason and a proof of who it is, and says who stands in the log.
    func permit(_ administrator: Administrator, reason: String) throws -> String {
        do {
            try AdministerAccounts(accounts, as: administrator).permit(
                .registerClients,
                on: .everything,
                reason: reason
            )
            try AdministerAccounts.check(reason)
        } catch let refusal as AdministrationRefusal {
            throw refusal.failure
        }
        return administrator.author
    }

    func save(_ content: ClientContent, _ id: String, version: Int64, _ author: String) async throws
        -> RegisteredClient
    {
        let change = EntryChange(
            register: ClientContent.register,
            entry: RegisteredClient.entry(id),
            expectedVersion: version,
            draft: try content.draft
        )
        try await store.save([change], author: author, unlessChanged: "the client")
        return RegisteredClient(id: id, content: content, version: version + 1)
    }
}
