import Store

/// Forgetting whom invitations were for that nobody accepted in time.
extension Organisations {
    /// How many invitations are swept in one save.
    private static let sweptAtOnce: Int64 = 100

    /// Forgets whom invitations were for that nobody accepted in time, and puts them among what is past.
    ///
    /// Those that were made before there was a list of when they lapse are put into it first.
    func sweepInvitations() async throws {
        let register = AuthorisationContent.register
        while try await save(
            store.entries(of: register, having: "invited", without: "lapses", limit: Self.sweptAtOnce).map(Self.read)
        ) {}
        while true {
            let now = store.now
            let lapsed = try await store.entries(of: register, where: "lapses", is: "", limit: Self.sweptAtOnce)
                .map(Self.read)
                .prefix { $0.content.state(at: now) == .lapsed }
            let swept = lapsed.map { found in
                var found = found
                found.content.invited = nil
                found.content.address = nil
                return found
            }
            guard try await save(swept) else { return }
        }
    }

    private static func read(_ entry: StoredEntry) throws -> Found<AuthorisationContent> {
        (id: entry.entry, content: try AuthorisationContent.read(entry), version: entry.version)
    }

    /// Saves some; false where there are none, or somebody changed one of them: what is left goes the next time.
    private func save(_ found: [Found<AuthorisationContent>]) async throws -> Bool {
        guard !found.isEmpty else { return false }
        do {
            let changes = try found.map { try change($0.id, $0.content, $0.version) }
            _ = try await store.save(changes, author: Store.systemAuthor)
            return true
        } catch StoreError.changedMeanwhile {
            return false
        }
    }
}
