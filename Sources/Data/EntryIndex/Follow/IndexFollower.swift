import Domain
import Foundation
package import Index
package import Store
import Text

/// Follows the log and keeps the index in step with it; the only writer of an index folder.
///
/// The index is a shadow: whatever goes wrong with its files, a rebuild from the store mends it.
package actor IndexFollower {
    /// Limits of the follower.
    package struct Options: Sendable {
        /// Log lines read at a time. Default 2,000.
        package var block = 2_000
        /// Lines after which a long catching-up publishes what it has. Default 200,000.
        package var publishEvery = 200_000
        /// Threads that analyse texts. Default: all cores.
        package var analysers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        /// The limits of the index writer.
        package var index = IndexOptions()

        package init() {}
    }

    /// How far a catching-up has come.
    package struct Progress: Sendable {
        /// Log lines that the index contains.
        package var done: Int64
        /// Lines in the log.
        package var size: Int64
    }

    private let thread = LogThread(name: "index-writer")
    private let folder: String
    private let store: Store
    private let options: Options
    private let published: PublishedIndex
    private var writer: IndexWriter?
    private var cursor = LogCursor.start

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    /// Names the folder; nothing is opened yet.
    package init(folder: String, store: Store, published: PublishedIndex, options: Options = Options()) {
        self.folder = folder
        self.store = store
        self.published = published
        self.options = options
    }

    /// Opens the index for writing and publishes the snapshot it holds.
    ///
    /// An index that is damaged, foreign or made under other rules is removed and begun anew.
    /// - Throws: `IndexFailure.locked` when another process writes it, or a failure of the files.
    package func open() throws {
        do {
            try openWriter()
        } catch let failure as IndexFailure where failure.needsReindex {
            try removeIndex()
            try openWriter()
        }
    }

    /// Reads the log to its end and publishes what was found.
    ///
    /// - Parameter report: called after every block.
    /// - Returns: Whether there was anything new.
    /// - Throws: `StoreError`, `IndexFailure`.
    @discardableResult
    package func catchUp(report: @Sendable (Progress) -> Void = { _ in }) async throws -> Bool {
        if writer == nil { try open() }
        var unpublished = 0
        var foundAny = false
        while true {
            let page: ChangesPage
            do {
                page = try await store.changes(after: cursor, limit: options.block)
            } catch StoreError.logDiverged {
                // The log went back: a shadow of lines that are gone is worth nothing.
                try rebuildFromStart()
                continue
            }
            guard !page.changes.isEmpty else { break }
            try await apply(page.changes)
            cursor = page.cursor
            unpublished += page.changes.count
            foundAny = true
            report(Progress(done: cursor.sequence, size: page.size))
            if unpublished >= options.publishEvery {
                try publish()
                unpublished = 0
            }
        }
        if unpublished > 0 || writer?.snapshot == nil { try publish() }
        return foundAny
    }

    /// Removes the index and builds it again from the store.
    package func rebuild(report: @Sendable (Progress) -> Void = { _ in }) async throws {
        try rebuildFromStart()
        try await catchUp(report: report)
    }

    /// Lets go of the folder, so that another process may write it.
    package func close() {
        writer = nil
    }

    // MARK: Steps

    private func openWriter() throws {
        let writer = try IndexWriter(
            folder: folder,
            schema: Column.schema,
            analysisVersion: AnalysisVersion.current,
            options: options.index
        )
        self.writer = writer
        cursor = .start
        guard let snapshot = writer.snapshot else { return }
        cursor = LogCursor(payload: snapshot.payload) ?? .start
        published.publish(snapshot)
    }

    private func removeIndex() throws {
        writer = nil
        if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
    }

    private func rebuildFromStart() throws {
        try removeIndex()
        try openWriter()
    }

    private func publish() throws {
        guard let writer else { return }
        published.publish(try writer.commit(sequence: UInt64(cursor.sequence), payload: cursor.payload))
    }

    private func apply(_ changes: [Change]) async throws {
        // Of several changes of one entry only its present state matters.
        var ids: [String] = []
        var seen: Set<String> = []
        for change in changes where seen.insert(change.entry).inserted { ids.append(change.entry) }
        let entries = try await store.entries(ids, withTexts: true)
        let documents = try analyse(entries)
        guard let writer else { return }
        for (id, document) in zip(ids, documents) {
            if let document {
                try writer.add(document)
            } else {
                try writer.delete(id)
            }
        }
    }

    /// Documents of entries, nil for tombstones; analysed on several threads because text analysis is the larger part.
    private func analyse(_ entries: [StoredEntry?]) throws -> [Document?] {
        let workers = min(options.analysers, max(1, entries.count / 16))
        let share = (entries.count + workers - 1) / max(1, workers)
        let results = SharedResults(count: workers)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let part = entries[min(entries.count, worker * share)..<min(entries.count, (worker + 1) * share)]
            let builder = DocumentBuilder()
            results.set(worker, Result { try part.map { try Self.document(of: $0, with: builder) } })
        }
        return try results.values().flatMap { try $0.get() }
    }

    private static func document(of entry: StoredEntry?, with builder: DocumentBuilder) throws -> Document? {
        guard let entry, !entry.isTombstone, let id = EntryID(entry.entry) else { return nil }
        return try builder.document(id: id, version: entry.version, right: RightContent.right(of: entry))
    }
}
