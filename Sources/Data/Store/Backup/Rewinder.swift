internal import Bytes
internal import SQLCore

/// Takes entries back to a version that they had.
struct Rewinder {
    /// An entry whose content is gone.
    struct Lost {
        let entry: String
        let state: EntryState
    }

    /// A version as its row keeps it.
    private struct Version {
        let sequence: Int64
        let time: Int64
        let digest: Digest256
        let salt: [UInt8]?
        let content: [UInt8]?
    }

    /// An entry that lives again and has no numbers yet.
    private struct Revived {
        let entry: String
        let sequence: Int64
    }

    let compressor: Compressor
    let draft: @Sendable (StoredEntry) throws -> Draft
    private(set) var lost: [Lost] = []
    private var revived: [Revived] = []

    init(compressor: Compressor, draft: @escaping @Sendable (StoredEntry) throws -> Draft) {
        self.compressor = compressor
        self.draft = draft
    }

    /// Makes `version` the newest one of an entry, 0 so that the entry never was; its numbers are free afterwards.
    mutating func takeBack(_ entry: String, to version: Int64, in transaction: borrowing Transaction) throws {
        let row = try transaction.first(EntryStatements.row, [.text(entry)]) { try EntryRow($0, entry: entry) }
        guard let row else { throw StoreError.damaged("\(entry) stands in the log and is not there") }
        for key in KeyList.keys(row.keys) {
            try transaction.run(EntryStatements.dropKey, key.values + [.text(entry)])
        }
        for statement in [
            EntryStatements.dropOrders, EntryStatements.dropSources, EntryStatements.dropBlobReferences,
        ] {
            try transaction.run(statement, [.text(entry)])
        }
        let old = try transaction.first(EntryStatements.oneVersion, [.text(entry), .integer(version)]) {
            Version(
                sequence: try $0.integer(1),
                time: try $0.integer(2),
                digest: try $0.digest(3),
                salt: try $0.bytesIfAny(4),
                content: try $0.bytesIfAny(6)
            )
        }
        try transaction.run(RewindStatements.dropVersions, [.text(entry), .integer(version)])
        try transaction.run(RewindStatements.dropTexts, [.text(entry), .integer(version)])
        guard version > 0 else {
            try transaction.run(RewindStatements.dropEntry, [.text(entry)])
            return
        }
        guard let old else { throw StoreError.damaged("\(entry) has no version \(version)") }
        let wasTombstone = old.digest == Digest256()
        // What was erased stays so; what was only withdrawn may be withdrawn again.
        let dead = row.state == .erased ? EntryState.erased : .withdrawn
        try transaction.run(
            RewindStatements.becomeVersion,
            [
                .text(entry), .integer(version), .integer(old.sequence), .integer(old.time),
                .integer((wasTombstone ? dead : .live).rawValue), .digest(old.digest), .bytes(optional: old.salt),
                .bytes(optional: old.content),
            ]
        )
        if wasTombstone { return }
        if old.content == nil {
            lost.append(Lost(entry: entry, state: dead))
        } else {
            revived.append(Revived(entry: entry, sequence: old.sequence))
        }
    }

    /// Gives the entries that live again their numbers, values of lists and blobs; comes after the last entry.
    ///
    /// A number that two of them claim goes to the one that stands in the log first.
    mutating func claimKeys(in transaction: borrowing Transaction) throws {
        var writer = KeyWriter(.keepFirst)
        for revived in revived.sorted(by: { $0.sequence < $1.sequence }) {
            let entry = revived.entry
            let row = try transaction.first(EntryStatements.row, [.text(entry)]) { try EntryRow($0, entry: entry) }
            guard let row else { continue }
            let texts = try Store.texts(of: entry, upTo: row.version, with: compressor, in: transaction)
            let draft = try draft(row.stored(with: compressor, texts: texts))
            var seen: Set<LookupKey> = []
            let keys = draft.keys.filter { seen.insert($0).inserted }
            try transaction.run(EntryStatements.putKeys, [.text(entry), .text(KeyList.text(keys))])
            try writer.store([.init(entry: entry, keys: keys, added: keys, removed: [])], in: transaction)
            for order in draft.orders {
                try transaction.run(
                    EntryStatements.putOrder,
                    [
                        .text(entry), .text(order.field), .text(row.register), .text(optional: order.text),
                        .integer(optional: order.number),
                    ]
                )
            }
            for digest in draft.blobs {
                try transaction.run(EntryStatements.putBlobReference, [.digest(digest), .text(entry)])
            }
        }
        revived = []
    }
}
