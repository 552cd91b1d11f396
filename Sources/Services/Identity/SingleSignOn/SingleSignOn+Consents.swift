package import Domain
import Store

extension AccountContent {
    /// What somebody agreed that a client may know; nil where they did not, or no longer do.
    func consent(to client: RegisteredClient) -> [SignOnScope]? {
        consents.first { $0.purpose == client.entry }.map { ($0.scopes ?? []).compactMap(SignOnScope.init) }
    }

    /// Whether they still agree to everything that a sign-on is for.
    func agrees(to client: RegisteredClient, _ scope: String) -> Bool {
        Set(SignOnScope.list(scope)).isSubset(of: consent(to: client) ?? [])
    }
}

/// Something that somebody agreed to.
package struct ConsentLine: Sendable, Hashable {
    /// `account` for the account itself, or the entry of a client.
    package let purpose: String
    /// The name of the client; nil for the account itself.
    package let client: Bilingual?
    /// What the client may know.
    package let scopes: [SignOnScope]
    package let basis: String
    package let edition: Int
    /// Microseconds UTC.
    package let time: Int64
}

/// What people agree that clients may know: asked once, kept with the account, withdrawn at any time.
///
/// **Source** Personal Information Protection Law, articles 14, 15 and 23.
extension SingleSignOn {
    /// The edition of the text that is agreed to.
    static let consentEdition = 1
    /// Clients that an account may have agreed to; the oldest consent goes.
    static let mostConsents = 200

    /// Everything that somebody agreed to, the newest first.
    package func consents(_ caller: Caller) async throws -> [ConsentLine] {
        let own = try await accounts.own(caller, .manageOwnConsents)
        var lines: [ConsentLine] = []
        for consent in own.content.consents.reversed() {
            lines.append(
                ConsentLine(
                    purpose: consent.purpose,
                    client: consent.scopes == nil ? nil : try await clients.name(consent.purpose),
                    scopes: (consent.scopes ?? []).compactMap(SignOnScope.init),
                    basis: consent.basis,
                    edition: consent.edition,
                    time: consent.time
                )
            )
        }
        return lines
    }

    /// Withdraws a consent to a client: its tokens end at once, and it is told.
    ///
    /// The consent to the account itself ends by closing it.
    ///
    /// - Throws: `Failure.notFound` where there is none; `Failure.conflict` where the account was changed at the same time.
    package func withdraw(_ purpose: String, _ caller: Caller, from origin: Origin) async throws {
        let own = try await accounts.own(caller, .manageOwnConsents)
        var content = own.content
        content.consents.removeAll { $0.purpose == purpose && $0.scopes != nil }
        guard content != own.content else { throw Failure.notFound(what: "a consent to \(purpose)") }
        try await accounts.save(content, own.id, own.version, author: own.id)
        try await store.endSignOns(of: own.id, at: purpose)
        try await accounts.tellClients(of: own.id)
        let name = try await clients.name(purpose)
        try await store.note(accounts.event(.consentWithdrawn, own.id, origin, why: name?.text(in: content.language)))
    }

    /// Keeps that somebody agreed.
    func agree(
        to client: RegisteredClient,
        _ scopes: [SignOnScope],
        _ own: (id: String, content: AccountContent, version: Int64),
        from origin: Origin
    ) async throws {
        var content = own.content
        let known = content.consent(to: client) ?? []
        let all = SignOnScope.allCases.filter { scopes.contains($0) || known.contains($0) }
        guard all != known else { return }
        content.consents.removeAll { $0.purpose == client.entry }
        content.consents.append(
            .init(
                purpose: client.entry,
                basis: "consent",
                edition: Self.consentEdition,
                time: store.now,
                scopes: all.map(\.rawValue)
            )
        )
        let clients = content.consents.filter { $0.scopes != nil }
        let oldest = clients.count > Self.mostConsents ? clients[0] : nil
        content.consents.removeAll { $0 == oldest }
        try await accounts.save(content, own.id, own.version, author: own.id)
        // What nobody can see any more, nobody could withdraw.
        if let oldest { try await store.endSignOns(of: own.id, at: oldest.purpose) }
        let name = client.content.name.text(in: content.language)
        try await store.note(accounts.event(.consentGiven, own.id, origin, why: name))
    }
}
