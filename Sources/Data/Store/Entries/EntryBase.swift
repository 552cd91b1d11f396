internal import Bytes
internal import SQLCore

/// What is known of an entry before a write: what is stored, or what an earlier record of the same batch will store.
struct EntryBase {
    var version: Int64 = 0
    /// How often the entry was written, sources and numbers included; 0 when it does not exist.
    var revision: Int64 = 0
    var state = EntryState.live
    var digest = Digest256()
    var salt: [UInt8] = []
    var texts: [TextSlot: Digest256] = [:]
    var sources: [SourceRecord] = []

    /// An entry that does not exist yet.
    init() {}

    /// Reads an entry with all that a write needs; nil when it does not exist.
    ///
    /// - Throws: `StoreError.damaged` when the content cannot be expanded.
    init?(_ entry: String, with compressor: Compressor, in transaction: borrowing Transaction) throws {
        let found = try transaction.first(EntryStatements.base, [.text(entry)]) { row in
            version = try row.integer(0)
            revision = try row.integer(1)
            guard let state = EntryState(rawValue: try row.integer(2)), try row.integer(5) == 0 else {
                throw StoreError.damaged("\(entry) has an unknown state or dictionary")
            }
            self.state = state
            digest = try row.digest(3)
            salt = try row.bytesIfAny(4) ?? []
            return try row.bytesIfAny(6)
        }
        guard let content = found else { return nil }
        texts = try Self.textDigests(of: entry, upTo: version, in: transaction)
        let rows = try transaction.all(EntryStatements.sources, [.text(entry)]) { try SourceRow($0) }
        guard !rows.isEmpty else { return }
        let words = try SourceWords(of: entry, content: content, with: compressor, in: transaction)
        sources = try rows.map { try $0.record(words: words, with: compressor) }
    }

    /// The digests of the long texts that version `version` has.
    static func textDigests(
        of entry: String,
        upTo version: Int64,
        in transaction: borrowing Transaction
    ) throws -> [TextSlot: Digest256] {
        var texts: [TextSlot: Digest256] = [:]
        try transaction.rows(EntryStatements.textDigests, [.text(entry), .integer(version)]) { row in
            let slot = TextSlot(part: try row.text(0), language: try row.text(1))
            texts[slot] = try row.integer(3) == 1 ? try row.digest(2) : nil
        }
        return texts
    }
}
