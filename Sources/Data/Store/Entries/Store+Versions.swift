internal import SQLCore

extension Store {
    /// The entries that follow `entry` in the order of their identifiers, each with all its versions, the oldest first.
    ///
    /// A version without content, because it was withdrawn or erased, is ``EntryState/withdrawn``. Long texts are left out.
    /// - Parameters:
    ///   - entry: the last identifier of the block before; the empty string to begin.
    ///   - limit: how many entries.
    /// - Returns: the entries; each has one version at least.
    /// - Throws: `StoreError.damaged` when a content cannot be expanded; `DatabaseError`.
    package func histories(following entry: String, limit: Int) async throws -> [[StoredEntry]] {
        try await database.read { transaction in
            let newest = try transaction.all(EntryStatements.rowsAfter, [.text(entry), .integer(Int64(limit))]) {
                try EntryRow($0, entry: $0.text(10))
            }
            guard let last = newest.last?.entry else { return [] }
            let rows = try transaction.all(EntryStatements.versionsBetween, [.text(entry), .text(last)]) {
                (
                    entry: try $0.text(0), version: try $0.integer(1), sequence: try $0.integer(2),
                    time: try $0.integer(3), digest: try $0.digest(4), content: try $0.bytesIfAny(5)
                )
            }
            let older = Dictionary(grouping: rows, by: \.entry)
            return try self.compressors.with { compressor in
                try newest.map { newest in
                    let before = try (older[newest.entry] ?? []).map { row in
                        StoredEntry(
                            register: newest.register,
                            entry: row.entry,
                            version: row.version,
                            sequence: row.sequence,
                            time: row.time,
                            state: row.content == nil ? .withdrawn : .live,
                            digest: row.digest,
                            content: try row.content.map { try compressor.expand($0) } ?? [],
                            texts: []
                        )
                    }
                    return before + [try newest.stored(with: compressor, texts: [])]
                }
            }
        }
    }
}
