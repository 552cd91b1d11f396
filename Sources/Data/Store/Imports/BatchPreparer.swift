internal import Bytes
internal import SQLCore

/// Works out what each record of a batch shall become, reading what is stored in bulk.
struct BatchPreparer {
    let planner: WritePlanner
    let batch: ImportBatch

    /// Prepares items in order; a later record of an entry builds on an earlier one.
    func prepare(
        _ items: ArraySlice<ImportItem>,
        in transaction: borrowing Transaction
    ) throws -> [PreparedBatch.Item] {
        var occurrences: [String: Int] = [:]
        for case let record? in items.lazy.map(\.record) { occurrences[record.entry, default: 0] += 1 }
        var pending: [String: EntryBase] = [:]
        var prepared: [PreparedBatch.Item] = []
        prepared.reserveCapacity(items.count)
        for item in items {
            guard let record = item.record else {
                prepared.append(.rejected(nil))
                continue
            }
            let isRepeated = occurrences[record.entry, default: 1] > 1
            do {
                prepared.append(try prepare(record, isRepeated: isRepeated, pending: &pending, in: transaction))
            } catch let rejection as Rejection {
                prepared.append(.rejected(rejection.reason))
            }
        }
        return prepared
    }

    private func prepare(
        _ record: ImportRecord,
        isRepeated: Bool,
        pending: inout [String: EntryBase],
        in transaction: borrowing Transaction
    ) throws -> PreparedBatch.Item {
        try check(record)
        var base: EntryBase
        if let known = pending[record.entry] {
            let stored = known.sources.first { $0.isSame(as: record.source) }
            if stored?.digest == record.source.digest { return .unchanged }
            base = known
        } else {
            let probe = try transaction.first(
                EntryStatements.probe,
                [.text(record.entry), .text(record.source.format), .text(record.source.recordKey)]
            ) { (state: try $0.integer(0), digest: $0.isNull(1) ? nil : try $0.digest(1)) }
            if let probe {
                if probe.digest == record.source.digest { return .unchanged }
                if probe.state == EntryState.erased.rawValue { throw Rejection("erased at a person's request") }
                base = try EntryBase(record.entry, with: planner.compressor, in: transaction) ?? EntryBase()
            } else {
                base = EntryBase()
            }
        }
        let write = try planner.plan(
            draft(of: record, on: base, in: transaction),
            source: record.source,
            register: record.register,
            entry: record.entry,
            on: &base,
            in: transaction
        )
        if isRepeated { pending[record.entry] = base }
        return .write(write)
    }

    // Before the first statement that names the entry: no database takes U+0000 in a text.
    private func check(_ record: ImportRecord) throws {
        guard !record.entry.isEmpty, !record.register.isEmpty else { throw Rejection("no number") }
        guard !record.entry.utf8.contains(0), !record.register.utf8.contains(0) else {
            throw Rejection("U+0000 in a number")
        }
        guard !record.source.format.utf8.contains(0), !record.source.recordKey.utf8.contains(0) else {
            throw Rejection("U+0000 in the name of a source")
        }
    }

    // In the transaction that plans the write: what was swept since the record was read is not named.
    private func draft(
        of record: ImportRecord,
        on base: EntryBase,
        in transaction: borrowing Transaction
    ) throws -> Draft {
        let others = base.sources.filter { !$0.isSame(as: record.source) }
        let sources = (others + [record.source]).sorted {
            ($0.format, $0.recordKey) < ($1.format, $1.recordKey)
        }
        let draft =
            try others.isEmpty ? record.draft() : batch.merge(record.register, record.entry, sources)
        guard let omit = batch.omit else { return draft }
        var missing: Set<Digest256> = []
        for digest in draft.blobs
        where try transaction.first(BlobStatements.known, [.digest(digest)], { _ in true }) == nil {
            missing.insert(digest)
        }
        return missing.isEmpty ? draft : try omit(record.entry, sources, missing)
    }
}

extension SourceRecord {
    /// Whether both are the same record of the same source, whatever it says.
    func isSame(as other: SourceRecord) -> Bool {
        format == other.format && recordKey == other.recordKey
    }
}
