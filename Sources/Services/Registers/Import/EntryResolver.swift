import Domain
import Store

/// Finds the entry of each record: the one that has one of its numbers already, else the one its numbers give it.
///
/// A published application and its grant meet so, and a record that names only a publication finds its application.
struct EntryResolver {
    private let store: Store
    /// Numbers of the batch before, which may still be on its way into the store.
    private var previous: [LookupKey: String] = [:]

    init(_ store: Store) {
        self.store = store
    }

    /// The records of a batch as the store takes them.
    ///
    /// - Throws: What the store throws when it cannot read.
    mutating func items(of batch: SourceBatch) async throws -> [ImportItem] {
        var wanted: [LookupKey] = []
        for case .record(let ready) in batch.records { wanted += ready.draft.keys }
        var owners: [LookupKey: String] = [:]
        for (key, owner) in zip(wanted, try await store.owners(of: wanted)) {
            if let owner = owner ?? previous[key] { owners[key] = owner }
        }
        var items: [ImportItem] = []
        items.reserveCapacity(batch.records.count)
        for (offset, record) in batch.records.enumerated() {
            let position = batch.first + Int64(offset)
            guard case .record(let ready) = record else {
                items.append(ImportItem(position: position, record: nil))
                continue
            }
            let draft = ready.draft
            let entry = draft.keys.lazy.compactMap { owners[$0] }.first ?? ready.entry.description
            for key in draft.keys where owners[key] == nil { owners[key] = entry }
            let record = ImportRecord(
                register: ready.entry.register.rawValue,
                entry: entry,
                source: ready.source,
                draft: { draft }
            )
            items.append(ImportItem(position: position, record: record))
        }
        previous = owners
        return items
    }
}
