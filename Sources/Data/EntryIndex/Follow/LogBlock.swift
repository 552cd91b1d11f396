import Store

/// Some lines of the log with the entries that they are about, as far as the index is of them.
struct LogBlock: Sendable {
    /// Each entry once, as its last line in the block left it; nil where that content is gone.
    var entries: [(entry: String, content: StoredEntry?)] = []
    /// How many lines were read.
    var lines = 0
    /// Where to go on.
    var cursor: LogCursor
    /// How long the log was.
    var size: Int64 = 0

    /// Whether the reader has come to the end of the log.
    var isEmpty: Bool { lines == 0 }
}

/// Reads the log block by block.
struct LogBlockReader: Sendable {
    let store: Store
    let lines: Int
    let source: any DocumentSource

    /// The block behind a cursor; an empty one without reading when `isOver`.
    ///
    /// - Throws: `StoreError.logDiverged`, `.damaged`; `DatabaseError`.
    @concurrent
    func block(after cursor: LogCursor, unless isOver: Bool = false) async throws -> LogBlock {
        guard !isOver else { return LogBlock(cursor: cursor) }
        let page = try await store.changes(after: cursor, limit: lines)
        // Of several changes of one entry in the block only the last one matters.
        var places: [String: Int] = [:]
        var last: [Change] = []
        for change in page.changes where source.wants(change.register) {
            if let place = places[change.entry] {
                last[place] = change
            } else {
                places[change.entry] = last.count
                last.append(change)
            }
        }
        var block = LogBlock(lines: page.changes.count, cursor: page.cursor, size: page.size)
        let stored = last.isEmpty ? [] : try await store.entries(last.map(\.entry), withTexts: true)
        for (change, entry) in zip(last, stored) {
            block.entries.append((change.entry, try await content(entry, at: change)))
        }
        return block
    }

    /// The entry as the line left it: a later version is none of this block's business.
    private func content(_ entry: StoredEntry?, at change: Change) async throws -> StoredEntry? {
        guard let entry, !change.isTombstone else { return nil }
        guard entry.version != change.version else { return entry.isTombstone ? nil : entry }
        return try await store.version(change.version, of: change.entry)
    }
}
