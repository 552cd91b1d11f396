import Domain
import Foundation
package import Index
package import Store
import Text

/// Follows the log and keeps the index in step with it; the only writer of an index folder.
///
/// The index is a shadow: whatever goes wrong with its files, a rebuild from the store mends it. A snapshot holds every
/// entry as it stood at the snapshot's line of the log, but for contents that were erased since.
///
/// Calls wait for each other. Reading, analysing and indexing of neighbouring blocks run at the same time.
package actor IndexFollower {
    /// Limits of the follower.
    package struct Options: Sendable {
        /// Log lines that are read, analysed and indexed together; at least 1.
        ///
        /// Default 256. Three blocks are held in memory at a time.
        package var block = 256
        /// Lines after which a long catching-up publishes what it has.
        ///
        /// Default 200,000.
        package var publishEvery = 200_000
        /// Threads that analyse texts; at least 1.
        ///
        /// Default: one for each core.
        package var analysers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        /// The limits of the index writer.
        package var index = IndexOptions()

        /// The defaults.
        package init() {}
    }

    private let thread = LogThread(name: "index-writer")
    let folder: String
    let store: Store
    let published: PublishedIndex
    private let options: Options
    private let currentSource: @Sendable () async throws -> any DocumentSource
    /// What the index is of, with those who make its documents; nil before the first call.
    private var current: (source: any DocumentSource, pool: AnalysisPool)?
    var writer: IndexWriter?
    /// The copy of another node's snapshot that is coming in.
    var intake: SnapshotIntake?
    private var cursor = LogCursor.start
    // Built anew from the start: until it is whole, the snapshot before it has more.
    private var isRebuilding = false
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    /// Names the folder; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - folder: the folder of the index; made where it does not exist.
    ///   - store: the store whose log is followed.
    ///   - published: where snapshots are published.
    ///   - options: the limits.
    ///   - source: what the index is of, asked at the start of each call; rights by default. When its rules change, the index
    ///     is built anew, and searches keep the last snapshot until the new one is whole.
    package init(
        folder: String,
        store: Store,
        published: PublishedIndex,
        options: Options = Options(),
        source: @escaping @Sendable () async throws -> any DocumentSource = { RightSource() }
    ) {
        self.folder = folder
        self.store = store
        self.published = published
        self.options = options
        currentSource = source
    }

    /// Opens the index for writing and publishes the snapshot it holds.
    ///
    /// An index that is damaged, foreign or made under other rules is begun anew; searches keep the snapshot they have.
    /// - Throws: `IndexFailure.locked` when another process writes it, or a failure of the files.
    package func open() async throws {
        await enter()
        defer { leave() }
        let source = try await refreshSource()
        if writer == nil { try openWriter(source) }
    }

    /// Reads the log to its end and publishes what was found.
    ///
    /// A log that went back, or damage found on the way, leads to one rebuild from the start. After any other failure
    /// the next call goes on from the last publication.
    /// - Parameter report: called after every block.
    /// - Returns: Whether there was anything new.
    /// - Throws: `StoreError`, `DatabaseError`, `IndexFailure`; `CancellationError` between two blocks.
    @discardableResult
    package func catchUp(report: @Sendable (Progress) -> Void = { _ in }) async throws -> Bool {
        await enter()
        defer { leave() }
        return try await followOrRebuild(report)
    }

    /// Builds the index again from the store; searches keep the last snapshot until the new one is whole.
    ///
    /// - Throws: As ``catchUp(report:)``.
    package func rebuild(report: @Sendable (Progress) -> Void = { _ in }) async throws {
        await enter()
        defer { leave() }
        try begin(try await refreshSource())
        try await followOrRebuild(report)
    }

    /// Lets go of the folder, so that another process may write it.
    package func close() async {
        await enter()
        defer { leave() }
        writer = nil
    }

    // MARK: One call at a time

    private func enter() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    }

    // MARK: Opening

    /// Asks what the index is of now; where its rules are others than before, it is begun anew.
    @discardableResult
    func refreshSource(_ report: @Sendable (Progress) -> Void = { _ in }) async throws -> any DocumentSource {
        let source = try await currentSource()
        if let current, current.source.rules == source.rules { return current.source }
        let isOther = current != nil
        current = (source, AnalysisPool(threads: options.analysers, source: source))
        if isOther, writer != nil {
            let reason = "the declarations that it was made by have changed"
            report(Progress(done: 0, size: cursor.sequence, rebuilding: reason))
            try begin(source)
        }
        return source
    }

    private func openWriter(_ source: any DocumentSource) throws {
        do {
            writer = try makeWriter(source, startingEmpty: false)
        } catch let failure as IndexFailure where failure.needsReindex {
            return try begin(source)
        }
        cursor = .start
        guard let snapshot = writer?.snapshot else { return }
        published.publish(snapshot)
        guard snapshot.remembers(source.rules) else { return try begin(source) }
        cursor = LogCursor(payload: snapshot.payload) ?? .start
    }

    /// Begins an empty index; what is on disk stays until its first publication.
    private func begin(_ source: any DocumentSource) throws {
        // The lock goes with the old writer.
        writer = nil
        cursor = .start
        isRebuilding = true
        published.noteRebuilding()
        writer = try makeWriter(source, startingEmpty: true)
    }

    private func makeWriter(_ source: any DocumentSource, startingEmpty: Bool) throws -> IndexWriter {
        try IndexWriter(
            folder: folder,
            schema: source.schema,
            analysisVersion: AnalysisVersion.current,
            options: options.index,
            startingEmpty: startingEmpty
        )
    }

    // MARK: Following

    @discardableResult
    private func followOrRebuild(_ report: @Sendable (Progress) -> Void) async throws -> Bool {
        do {
            return try await follow(report)
        } catch let failure as IndexFailure where failure.needsReindex {
            try await announceRebuild(failure.description, report)
        } catch let failure as StoreError {
            guard case .logDiverged = failure else {
                writer = nil
                throw failure
            }
            // A shadow of lines that are gone is worth nothing.
            published.noteDiverged()
            try await announceRebuild(failure.description, report)
        } catch {
            // Half a block may be in the writer's memory: the next call begins with what was published.
            writer = nil
            throw error
        }
        do {
            return try await follow(report)
        } catch {
            writer = nil
            throw error
        }
    }

    private func announceRebuild(_ reason: String, _ report: @Sendable (Progress) -> Void) async throws {
        report(Progress(done: 0, size: cursor.sequence, rebuilding: reason))
        try begin(try await refreshSource())
    }

    private func follow(_ report: @Sendable (Progress) -> Void) async throws -> Bool {
        intake = nil
        let source = try await refreshSource(report)
        if writer == nil { try openWriter(source) }
        let reader = LogBlockReader(store: store, lines: max(1, options.block), source: source)
        guard let pool = current?.pool else { return false }
        var unpublished = 0
        var foundAny = false
        var read = try await reader.block(after: cursor)
        var analysed: AnalysedBlock?
        while !read.isEmpty || analysed != nil {
            try Task.checkCancellation()
            let block = read
            async let following = reader.block(after: block.cursor, unless: block.isEmpty)
            async let documents = pool.analyse(block)
            if let ready = analysed {
                let refused = try add(ready)
                cursor = ready.cursor
                unpublished += ready.lines
                foundAny = true
                published.note(lines: cursor.sequence, of: ready.size)
                report(Progress(done: cursor.sequence, size: ready.size, refused: refused))
                if unpublished >= options.publishEvery {
                    try publish()
                    unpublished = 0
                }
            }
            analysed = await documents
            read = try await following
        }
        let wasRebuilding = isRebuilding
        isRebuilding = false
        if unpublished > 0 || wasRebuilding || writer?.snapshot == nil { try publish() }
        published.noteWhole()
        return foundAny
    }

    /// Puts a block into the index; what does not fit is left out.
    private func add(_ block: AnalysedBlock) throws -> [Refusal] {
        guard let writer else { return [] }
        var refused: [Refusal] = []
        for (entry, outcome) in block.outcomes {
            switch outcome {
            case .document(let document):
                do {
                    try writer.add(document)
                } catch .invalidDocument(_, let reason) {
                    try writer.delete(entry)
                    refused.append(Refusal(entry: entry, reason: reason))
                }
            case .gone: try writer.delete(entry)
            case .refused(let reason):
                try writer.delete(entry)
                refused.append(Refusal(entry: entry, reason: reason))
            }
        }
        return refused
    }

    private func publish() throws {
        guard let writer, let source = current?.source else { return }
        let payload = cursor.payload.merging(source.rules) { own, _ in own }
        let snapshot = try writer.commit(sequence: UInt64(cursor.sequence), payload: payload)
        if isRebuilding, published.snapshot != nil { return }
        try snapshot.prepareLabelMaps(like: published.snapshot)
        published.publish(snapshot)
    }
}
