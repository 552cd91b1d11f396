internal import Bytes
internal import SQLCore

/// What is known of an entry before a write: what is stored, or what an earlier record of the same batch will store.
struct EntryBase {
    /// A source and whether its content is that of the entry, so that its row needs none of its own.
    struct Source {
        var record: SourceRecord
        var isContentOfEntry: Bool
    }

    var version: Int64 = 0
    var state = EntryState.live
    var digest = Digest256()
    var salt: [UInt8] = []
    var keys = ""
    var content: [UInt8] = []
    var texts: [TextSlot: Digest256] = [:]
    var sources: [Source] = []

    /// An entry that does not exist yet.
    init() {}

    /// Reads an entry with all that a write needs; nil when it does not exist.
    ///
    /// - Throws: `StoreError.damaged` when the content cannot be expanded.
    init?(_ entry: String, with compressor: Compressor, in transaction: borrowing Transaction) throws {
        guard
            let row = try transaction.first(EntryStatements.row, [.text(entry)], { try EntryRow($0, entry: entry) })
        else { return nil }
        version = row.version
        state = row.state
        digest = row.digest
        salt = row.salt ?? []
        keys = row.keys
        content = try row.content.map(compressor.expand) ?? []
        texts = try Self.textDigests(of: entry, upTo: row.version, in: transaction)
        let stored = try transaction.all(EntryStatements.sources, [.text(entry)]) {
            (
                format: try $0.text(0), key: try $0.text(1), digest: try $0.digest(2), content: try $0.bytesIfAny(4)
            )
        }
        sources = try stored.map { source in
            let record = SourceRecord(
                format: source.format,
                recordKey: source.key,
                digest: source.digest,
                content: try source.content.map(compressor.expand) ?? content
            )
            return Source(record: record, isContentOfEntry: source.content == nil)
        }
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
