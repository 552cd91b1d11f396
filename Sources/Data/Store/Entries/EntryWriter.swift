internal import Bytes
internal import SQLCore

/// Stores prepared writes under the lock: one statement after the other, each for all entries at once.
struct EntryWriter {
    private struct Counts {
        var entries: Int64 = 0
        var tombstones: Int64 = 0
    }

    let time: Int64
    private(set) var keys: KeyWriter
    private var counts: [String: Counts] = [:]

    init(time: Int64, policy: KeyWriter.Policy) {
        self.time = time
        keys = KeyWriter(policy)
    }

    /// Whether all entries are still as they were when the writes were prepared.
    static func fits(_ writes: [PreparedWrite], in transaction: borrowing Transaction) throws -> Bool {
        var seen: Set<String> = []
        // A later write of the same entry builds on the one before.
        let firsts = writes.filter { seen.insert($0.entry).inserted }
        let revisions = try Self.revisions(of: firsts.map(\.entry), in: transaction)
        return zip(firsts, revisions).allSatisfy { ($1 ?? 0) == $0.baseRevision }
    }

    /// How often each entry was written; nil for one that is not there.
    static func revisions(of entries: [String], in transaction: borrowing Transaction) throws -> [Int64?] {
        try transaction.firsts(EntryStatements.revision, groups: entries.map { .text($0) }) { _, row in
            try row.integer(0)
        }
    }

    /// Stores writes in order and appends their lines to the log; `finish` comes after the last.
    ///
    /// - Throws: `StoreError.keyTaken` under the policy `refuse`; `StalePreparation` when a blob was swept since.
    mutating func store(
        _ writes: [PreparedWrite],
        log: inout LogWriter,
        in transaction: borrowing Transaction
    ) throws {
        var group: [PreparedWrite] = []
        group.reserveCapacity(writes.count)
        var seen: Set<String> = []
        for write in writes {
            if !seen.insert(write.entry).inserted {
                // The statements of a group are not in the order of its entries, so an entry is in it only once.
                try storeGroup(group, log: &log, in: transaction)
                group.removeAll(keepingCapacity: true)
                seen = [write.entry]
            }
            group.append(write)
        }
        try storeGroup(group, log: &log, in: transaction)
    }

    /// Stores what became of the counts of registers.
    func finish(in transaction: borrowing Transaction) throws {
        var rows: [Value] = []
        for (register, change) in counts.sorted(by: { $0.key < $1.key }) {
            rows.append(contentsOf: [.text(register), .integer(change.entries), .integer(change.tombstones)])
        }
        try transaction.run(EntryStatements.count, groups: rows)
    }

    private mutating func storeGroup(
        _ group: [PreparedWrite],
        log: inout LogWriter,
        in transaction: borrowing Transaction
    ) throws {
        let versions = group.filter(\.isNewVersion)
        let changes = try keys.changes(of: group, in: transaction)
        try transaction.run(
            EntryStatements.keepVersion,
            groups: versions.filter { $0.baseVersion > 0 }.map { .text($0.entry) }
        )
        try transaction.run(EntryStatements.put, groups: entryRows(versions, log: &log))
        try transaction.run(
            EntryStatements.touch,
            groups: group.filter { !$0.isNewVersion }.flatMap { write in
                [.text(write.entry), .integer(write.revision), .text(KeyList.text(write.keys))]
            }
        )
        try transaction.run(EntryStatements.putText, groups: textRows(versions))
        try keys.store(changes, in: transaction)
        try storeOrders(group, in: transaction)
        try storeBlobReferences(group, in: transaction)
        try transaction.run(EntryStatements.putSource, groups: sourceRows(group))
    }

    private mutating func entryRows(_ versions: [PreparedWrite], log: inout LogWriter) -> [Value] {
        var rows: [Value] = []
        rows.reserveCapacity(versions.count * 11)
        for write in versions {
            let sequence = log.append(
                register: write.register,
                entry: write.entry,
                version: write.version,
                digest: write.digest
            )
            rows.append(.text(write.entry))
            rows.append(.text(write.register))
            rows.append(.integer(write.version))
            rows.append(.integer(write.revision))
            rows.append(.integer(sequence))
            rows.append(.integer(time))
            rows.append(.digest(write.digest))
            rows.append(.bytes(write.salt))
            rows.append(.integer(0))
            rows.append(.text(KeyList.text(write.keys)))
            rows.append(.bytes(write.content))
            if write.baseVersion == 0 {
                counts[write.register, default: Counts()].entries += 1
            } else if write.baseState != .live {
                counts[write.register, default: Counts()].entries += 1
                counts[write.register, default: Counts()].tombstones -= 1
            }
        }
        return rows
    }

    private func textRows(_ versions: [PreparedWrite]) -> [Value] {
        var rows: [Value] = []
        for write in versions {
            for text in write.texts {
                rows.append(.text(write.entry))
                rows.append(.text(text.slot.part))
                rows.append(.text(text.slot.language))
                rows.append(.integer(write.version))
                rows.append(.boolean(text.isCompressed))
                rows.append(.digest(text.digest))
                rows.append(.bytes(optional: text.body))
            }
        }
        return rows
    }

    private func sourceRows(_ group: [PreparedWrite]) -> [Value] {
        var rows: [Value] = []
        rows.reserveCapacity(group.count * 6)
        for write in group {
            for source in write.sources {
                rows.append(.text(write.entry))
                rows.append(.text(source.format))
                rows.append(.text(source.recordKey))
                rows.append(.digest(source.digest))
                rows.append(.integer(source.dictionary.rawValue))
                rows.append(.bytes(source.content))
            }
        }
        return rows
    }

    private func storeOrders(_ group: [PreparedWrite], in transaction: borrowing Transaction) throws {
        // A register either has such fields or not; entries without a value for any of them are the rare case.
        try transaction.run(
            EntryStatements.dropOrders,
            groups: group.filter { $0.baseVersion > 0 }.map { .text($0.entry) }
        )
        var rows: [Value] = []
        for write in group {
            for order in write.orders {
                rows.append(.text(write.entry))
                rows.append(.text(order.field))
                rows.append(.text(write.register))
                rows.append(.text(optional: order.text))
                rows.append(.integer(optional: order.number))
            }
        }
        try transaction.run(EntryStatements.putOrder, groups: rows)
    }

    private func storeBlobReferences(_ group: [PreparedWrite], in transaction: borrowing Transaction) throws {
        for write in group {
            for digest in write.blobs {
                guard try transaction.first(BlobStatements.known, [.digest(digest)], { _ in true }) != nil else {
                    throw StalePreparation()
                }
                try transaction.run(EntryStatements.putBlobReference, [.digest(digest), .text(write.entry)])
            }
        }
    }
}
