import Bytes
import Domain
import EntryIndex
package import Formats
import Foundation
package import Store

/// Takes the records of files into the registers.
///
/// One bad record never stops the rest: it goes to a list of rejects with its place and reason. The same file twice
/// changes nothing; an interrupted import goes on where it was.
package struct ImportRecords: Sendable {
    /// Limits of an import.
    package struct Options: Sendable {
        /// Records handed to the store together. Default 512.
        package var batch = 512
        /// Batches that may wait between the reader and the store. Default 4.
        package var waiting = 4
        /// Whether sample records are taken; false in production mode.
        package var acceptsSamples = true
        /// Folder of the lists of rejected records.
        package var rejects: String
        /// The limits of the readers.
        package var reading = ReadOptions()

        package init(rejects: String) {
            self.rejects = rejects
        }
    }

    let store: Store
    let options: Options

    package init(store: Store, options: Options) {
        self.store = store
        self.options = options
    }

    /// Imports files and folders in the order given; folders in the order of their names.
    ///
    /// - Parameter report: called a few times a second at most.
    /// - Returns: What became of each file. A file that broke off stands there with its problem; what came before the
    ///   damage is kept.
    /// - Throws: What the store throws when it cannot write.
    package func callAsFunction(
        _ paths: [String],
        report: @Sendable (ImportStep) -> Void = { _ in }
    ) async throws -> ImportReport {
        let started = ContinuousClock.now
        var result = ImportReport()
        for found in SourceFiles(paths, options: options.reading) {
            switch found {
            case .skipped(let name, let reason): result.skipped.append(.init(name: name, reason: reason))
            case .broken(let name, let failure):
                var file = ImportReport.File(name: name, format: "")
                file.problem = failure.message
                result.files.append(file)
            case .recognised(let source):
                result.files.append(try await take(source, into: &result, report: report))
            }
        }
        try await store.flush()
        result.seconds =
            Double(started.duration(to: .now).components.seconds)
            + Double(started.duration(to: .now).components.attoseconds) * 1e-18
        return result
    }

    private func take(
        _ source: RecognisedSource,
        into result: inout ImportReport,
        report: @Sendable (ImportStep) -> Void
    ) async throws -> ImportReport.File {
        var file = ImportReport.File(name: source.name, format: source.format.rawValue)
        let identity = source.identity
        let progress = try await store.importProgress(of: identity)
        let start = progress.map { $0.isFinished ? 0 : $0.position } ?? 0
        if start == 0 {
            try await store.beginImport(of: identity)
        } else if let progress {
            file.imported = Int(progress.imported)
            file.unchanged = Int(progress.unchanged)
            file.rejected = Int(progress.rejected)
        }
        let rejects = RejectsFile(folder: options.rejects, source: source.name)
        if try rejects.begin(keepingUpTo: start) { file.rejects = rejects.path }

        let queue = BoundedQueue<SourceBatch>(limit: options.waiting)
        let reading = SourceReading(source: source, options: options, start: start)
        reading.begin(into: queue)
        let before = result.read
        do {
            while let batch = await queue.next() {
                try rejects.append(batch.rejects)
                if !batch.rejects.isEmpty { file.rejects = rejects.path }
                let outcome = try await store.apply(resolved(batch, identity))
                count(outcome, batch, rejects, &file)
                result.conflicts += outcome.keyConflicts.map {
                    "\($0.key.field) \($0.key.value): \($0.entry), \($0.owner)"
                }
                file.problem = batch.problem
                file.read = file.imported + file.unchanged + file.rejected
                report(ImportStep(file: source.name, bytes: batch.bytes, size: batch.size, records: before + file.read))
            }
        } catch {
            queue.cancel()
            throw error
        }
        if file.problem == nil { try await store.finishImport(of: identity) }
        return file
    }

    private func count(
        _ outcome: ImportOutcome,
        _ batch: SourceBatch,
        _ rejects: RejectsFile,
        _ file: inout ImportReport.File
    ) {
        for fate in outcome.fates {
            switch fate {
            case .imported: file.imported += 1
            case .unchanged: file.unchanged += 1
            case .rejected: file.rejected += 1
            }
        }
    }

    /// The batch as the store takes it: every record under the entry that already has one of its numbers.
    private func resolved(_ batch: SourceBatch, _ identity: FileIdentity) async throws -> ImportBatch {
        var wanted: [LookupKey] = []
        for case .record(let ready) in batch.records {
            wanted += ready.keys.map {
                LookupKey(scope: ready.entry.register.rawValue, field: $0.field.rawValue, value: $0.value)
            }
        }
        var owners: [LookupKey: String] = [:]
        for (key, owner) in zip(wanted, try await store.owners(of: wanted)) { owners[key] = owner }
        var items: [ImportItem] = []
        for (offset, record) in batch.records.enumerated() {
            let position = batch.first + Int64(offset)
            guard case .record(let ready) = record else {
                items.append(ImportItem(position: position, record: nil))
                continue
            }
            let scope = ready.entry.register.rawValue
            let keys = ready.keys.map { LookupKey(scope: scope, field: $0.field.rawValue, value: $0.value) }
            let entry = keys.lazy.compactMap { owners[$0] }.first ?? ready.entry.description
            for key in keys where owners[key] == nil { owners[key] = entry }
            let right = ready.right
            items.append(
                ImportItem(
                    position: position,
                    record: ImportRecord(
                        register: scope,
                        entry: entry,
                        source: StoredSource(
                            format: ready.format,
                            recordKey: ready.recordKey,
                            digest: ready.digest,
                            content: ready.content
                        ),
                        draft: { try RightContent.draft(of: right) }
                    )
                )
            )
        }
        return ImportBatch(items, file: identity) { _, entry, sources in
            try Self.merged(sources, entry: entry)
        }
    }

    /// What several sources say of one entry, merged in the declared order.
    static func merged(_ sources: [StoredSource], entry: String) throws -> Draft {
        let statements = try sources.map { try SourceStatement(content: $0.content) }.sorted(
            by: SourceStatement.precedes
        )
        guard let right = Right.merged(statements.map(\.right)) else { throw Rejection("no source speaks of \(entry)") }
        return try RightContent.draft(of: right)
    }
}
