import Domain
import Store

/// Changing what is registered of a client, and what was registered before.
extension Clients {
    /// Changes everything but the kind and the secret; it counts with the next request.
    ///
    /// People keep the names by which the client knows them, also where it moves to another host. What it may no longer know
    /// it does not get by tokens that it has, either.
    ///
    /// - Parameters:
    ///   - id: The client.
    ///   - wish: What it is to be; whether it is public is passed over.
    ///   - version: The version that was looked at.
    ///   - agrees: Whether what it takes away is agreed to.
    ///   - reason: Why, for the log.
    ///   - administrator: Who does it.
    /// - Returns: What came of it.
    /// - Throws: `Failure.notFound`; `Failure.invalid` with the field, `change` where nothing differs; `Failure.conflict`
    ///   where it was changed meanwhile; `AccountRefusal.needsConfirmation`.
    package func change(
        _ id: String,
        to wish: ClientWish,
        seen version: Int64,
        agrees: Bool,
        reason: String,
        by administrator: Administrator
    ) async throws -> ClientChange {
        let author = try permit(administrator, reason: reason)
        let client = try await find(id, administrator)
        guard version == client.version else {
            throw Failure.conflict(reason: "the client was changed meanwhile; look at it again")
        }
        let old = client.content
        var wish = wish
        wish.isPublic = old.isPublic
        var content = try wish.content(id: id, secret: nil, by: author, reason: reason, time: old.created)
        (content.secret, content.sector) = (old.secret, old.sector)
        var same = content
        (same.reason, same.by) = (old.reason, old.by)
        guard same != old else {
            throw Failure.invalid(field: "change", reason: "nothing differs from what is registered")
        }
        let losses = ClientLosses(from: old, to: content)
        guard agrees || losses.isEmpty else { return .takesAway(losses) }
        return .done(try await save(content, id, version: client.version, author))
    }

    /// All versions of a client, the newest first.
    ///
    /// - Throws: `Failure.notFound`.
    package func history(_ id: String, _ administrator: Administrator) async throws -> [ClientVersion] {
        let client = try await find(id, administrator)
        var versions: [ClientVersion] = []
        var last: ClientContent?
        for line in try await store.versions(of: client.entry).sorted(by: { $0.version < $1.version }) {
            guard let entry = try await store.version(line.version, of: client.entry) else { continue }
            let content = try ClientContent.read(entry)
            versions.append(ClientVersion(line.version, line.time, content, after: last))
            last = content
        }
        return versions.reversed()
    }
}
