internal import SQLCore

/// Stores the numbers and names of entries, each of which only one entry may have.
struct KeyWriter {
    /// What happens when a number already belongs to another entry.
    enum Policy {
        /// The first entry keeps it: records of an import.
        case keepFirst
        /// The write fails: what a person saves.
        case refuse
    }

    /// What becomes of the numbers of one entry.
    struct Change {
        let entry: String
        let keys: [LookupKey]
        let added: [LookupKey]
        let removed: [LookupKey]
    }

    private let policy: Policy
    /// Numbers that were already taken, under `keepFirst`.
    private(set) var conflicts: [ImportOutcome.KeyConflict] = []

    init(_ policy: Policy) {
        self.policy = policy
    }

    /// Compares the numbers of writes with those stored; comes before the writes are stored.
    func changes(of group: [PreparedWrite], in transaction: borrowing Transaction) throws -> [Change] {
        var changes: [Change] = []
        changes.reserveCapacity(group.count)
        let known = group.filter { $0.baseVersion > 0 }.map(\.entry)
        let lists = try transaction.firsts(EntryStatements.keys, groups: known.map { .text($0) }) { number, row in
            (known[number], KeyList.keys(try row.text(0)))
        }
        let keys = Dictionary(lists.compactMap(\.self)) { first, _ in first }
        for write in group {
            let stored = keys[write.entry] ?? []
            let (old, new) = (Set(stored), stored.isEmpty ? [] : Set(write.keys))
            changes.append(
                Change(
                    entry: write.entry,
                    keys: write.keys,
                    added: old.isEmpty ? write.keys : write.keys.filter { !old.contains($0) },
                    removed: stored.filter { !new.contains($0) }
                )
            )
        }
        return changes
    }

    /// Stores the changes, after the entries with their whole lists.
    ///
    /// - Throws: `StoreError.keyTaken` under `refuse`.
    mutating func store(_ changes: [Change], in transaction: borrowing Transaction) throws {
        guard changes.allSatisfy(\.removed.isEmpty) else {
            // A number that one entry gives up may be taken by those after it, not by those before it: so that it
            // does not matter how records are put into groups.
            for change in changes {
                try transaction.run(
                    EntryStatements.dropKey,
                    groups: change.removed.flatMap { $0.values + [.text(change.entry)] }
                )
                try add([change], in: transaction)
            }
            return
        }
        try add(changes, in: transaction)
    }

    private mutating func add(_ changes: [Change], in transaction: borrowing Transaction) throws {
        var rows: [Value] = []
        for change in changes {
            for key in change.added { rows.append(contentsOf: key.values + [.text(change.entry)]) }
        }
        let stored = try transaction.run(EntryStatements.putKey, groups: rows)
        guard stored < rows.count / 4 else { return }
        for change in changes { try settle(change, in: transaction) }
    }

    // Some number was taken: finds which, and leaves it out of the entry's own list.
    private mutating func settle(_ change: Change, in transaction: borrowing Transaction) throws {
        var taken: Set<LookupKey> = []
        for key in change.added {
            let owner = try transaction.first(EntryStatements.owner, key.values) { try $0.text(0) }
            guard let owner, owner != change.entry else { continue }
            guard policy == .keepFirst else { throw StoreError.keyTaken(key, owner: owner) }
            conflicts.append(ImportOutcome.KeyConflict(key: key, owner: owner, entry: change.entry))
            taken.insert(key)
        }
        guard !taken.isEmpty else { return }
        let kept = change.keys.filter { !taken.contains($0) }
        try transaction.run(EntryStatements.putKeys, [.text(change.entry), .text(KeyList.text(kept))])
    }
}

extension LookupKey {
    /// Scope, field and value as the statements of keys take them.
    var values: [Value] { [.text(scope), .text(field), .text(value)] }
    /// The same where it is looked up.
    var sought: [Value] { [.sought(scope), .sought(field), .sought(value)] }
}
