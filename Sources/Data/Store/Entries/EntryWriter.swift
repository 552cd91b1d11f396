internal import Bytes
internal import SQLCore

/// Stores prepared writes under the lock: one statement after the other, each for all entries at once.
struct EntryWriter {
    /// What happens when a number already belongs to another entry.
    enum KeyPolicy {
        /// The first entry keeps it: records of an import.
        case keepFirst
        /// The write fails: what a person saves.
        case refuse
    }

    private struct Counts {
        var entries: Int64 = 0
        var tombstones: Int64 = 0
    }

    let time: Int64
    let policy: KeyPolicy
    /// Numbers that were already taken, under `keepFirst`.
    private(set) var conflicts: [ImportOutcome.KeyConflict] = []
    private var counts: [String: Counts] = [:]

    init(time: Int64, policy: KeyPolicy) {
        self.time = time
        self.policy = policy
    }

    /// Whether all entries are still as they were when the writes were prepared.
    static func fits(_ writes: [PreparedWrite], in transaction: borrowing Transaction) throws -> Bool {
        var seen: Set<String> = []
        // A later write of the same entry builds on the one before.
        for write in writes where seen.insert(write.entry).inserted {
            let version = try transaction.first(EntryStatements.version, [.text(write.entry)]) { try $0.integer(0) }
            if (version ?? 0) != write.baseVersion { return false }
        }
        return true
    }

    /// Stores writes in order and appends their lines to the log.
    ///
    /// - Throws: `StoreError.keyTaken` under `refuse`.
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
        try storeCounts(in: transaction)
    }

    private mutating func storeGroup(
        _ group: [PreparedWrite],
        log: inout LogWriter,
        in transaction: borrowing Transaction
    ) throws {
        let versions = group.filter(\.isNewVersion)
        try transaction.run(
            EntryStatements.keepVersion,
            groups: versions.filter { $0.baseVersion > 0 }.map { .text($0.entry) }
        )
        try transaction.run(EntryStatements.put, groups: entryRows(versions, log: &log))
        try transaction.run(EntryStatements.putText, groups: textRows(versions))
        try storeKeys(versions, in: transaction)
        try storeOrders(versions, in: transaction)
        try transaction.run(
            EntryStatements.putBlobReference,
            groups: versions.flatMap { write in write.blobs.flatMap { [.digest($0), .text(write.entry)] } }
        )
        try transaction.run(EntryStatements.putSource, groups: sourceRows(group))
    }

    private mutating func entryRows(_ versions: [PreparedWrite], log: inout LogWriter) -> [Value] {
        var rows: [Value] = []
        rows.reserveCapacity(versions.count * 10)
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
            rows.append(.integer(sequence))
            rows.append(.integer(time))
            rows.append(.digest(write.digest))
            rows.append(.bytes(write.salt))
            rows.append(.integer(0))
            rows.append(.text(write.keys))
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
                rows.append(.integer(0))
                rows.append(.bytes(optional: source.content))
            }
        }
        return rows
    }

    private mutating func storeKeys(_ versions: [PreparedWrite], in transaction: borrowing Transaction) throws {
        var removed: [Value] = []
        var added: [Value] = []
        for write in versions {
            for key in write.removedKeys { removed.append(contentsOf: key.values + [.text(write.entry)]) }
            for key in write.addedKeys { added.append(contentsOf: key.values + [.text(write.entry)]) }
        }
        try transaction.run(EntryStatements.dropKey, groups: removed)
        let stored = try transaction.run(EntryStatements.putKey, groups: added)
        guard stored < added.count / 4 else { return }
        for write in versions { try settleKeys(of: write, in: transaction) }
    }

    // Some number was taken: finds which, and leaves it out of the entry's own list.
    private mutating func settleKeys(of write: PreparedWrite, in transaction: borrowing Transaction) throws {
        var taken: Set<LookupKey> = []
        for key in write.addedKeys {
            let owner = try transaction.first(EntryStatements.owner, key.values) { try $0.text(0) }
            guard let owner, owner != write.entry else { continue }
            guard policy == .keepFirst else { throw StoreError.keyTaken(key, owner: owner) }
            conflicts.append(ImportOutcome.KeyConflict(key: key, owner: owner, entry: write.entry))
            taken.insert(key)
        }
        guard !taken.isEmpty else { return }
        let kept = KeyList.keys(write.keys).filter { !taken.contains($0) }
        try transaction.run(EntryStatements.putKeys, [.text(write.entry), .text(KeyList.text(kept))])
    }

    private func storeOrders(_ versions: [PreparedWrite], in transaction: borrowing Transaction) throws {
        // A register either has such fields or not; entries without a value for any of them are the rare case.
        try transaction.run(
            EntryStatements.dropOrders,
            groups: versions.filter { $0.baseVersion > 0 }.map { .text($0.entry) }
        )
        var rows: [Value] = []
        for write in versions {
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

    private func storeCounts(in transaction: borrowing Transaction) throws {
        var rows: [Value] = []
        for (register, change) in counts.sorted(by: { $0.key < $1.key }) {
            rows.append(contentsOf: [.text(register), .integer(change.entries), .integer(change.tombstones)])
        }
        try transaction.run(EntryStatements.count, groups: rows)
    }
}

extension LookupKey {
    /// Scope, field and value as the statements of keys take them.
    var values: [Value] { [.text(scope), .text(field), .text(value)] }
}
