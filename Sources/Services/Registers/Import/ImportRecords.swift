package import Formats
package import Images
package import Store

/// Takes the records of files into the registers.
///
/// One bad record never stops the rest: it goes to a list of rejects with its place and reason. The same file twice
/// changes nothing; an interrupted import goes on where it was.
package struct ImportRecords: Sendable {
    /// Limits of an import.
    package struct Options: Sendable {
        /// Most records that are handed to the store together.
        ///
        /// Default 512.
        package var batch = 512
        /// Bytes of records after which they are handed to the store, however few they are.
        ///
        /// Default 2 MiB, roughly. Some twenty times as much is in memory at once, because batches wait in several places
        /// and hold what is read, written and compressed. The record that fills a batch may bring 64 MiB of pictures
        /// (`SourcePicture.bytesPerRecord`) on top, in each of the batches that wait.
        package var batchBytes = 2 << 20
        /// Batches that may wait between the reader and the store.
        ///
        /// Default 2.
        package var waiting = 2
        /// Whether sample records are taken.
        ///
        /// Default true; false in production mode.
        package var acceptsSamples = true
        /// How many numbers that two records claim are named in the report.
        ///
        /// Default 1,000; all are counted.
        package var conflicts = 1_000
        /// How often a file is gone on with after the database lost what was stored of it last.
        ///
        /// Default 20: each time a server crashed, or was failed over from, during the import.
        package var losses = 20
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
    let images: ImageReader
    private let refused = RefusedPictures()

    package init(store: Store, options: Options, images: ImageReader = ImageReader()) {
        self.store = store
        self.options = options
        self.images = images
    }

    /// Imports files and folders in the order given; folders in the order of their names.
    ///
    /// - Parameters:
    ///   - paths: files and folders; archives are read like folders.
    ///   - report: called with every batch of records.
    /// - Returns: What became of each file. A file that broke off stands there with its problem; what came before the
    ///   damage is kept.
    /// - Throws: What the store throws when it cannot write; `CancellationError`. The next import goes on from there.
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
                result.files.append(.init(name: name, format: "", problem: failure.message))
            case .recognised(let source): try await take(source, into: &result, report: report)
            }
        }
        try await store.flush()
        result.seconds = (ContinuousClock.now - started) / .seconds(1)
        return result
    }

    private func take(
        _ source: RecognisedSource,
        into result: inout ImportReport,
        report: @Sendable (ImportStep) -> Void
    ) async throws {
        var losses = 0
        while true {
            do {
                return try await goOn(with: source, into: &result, report: report)
            } catch StoreError.importWentBack(let path) {
                losses += 1
                guard losses <= options.losses else { throw StoreError.importWentBack(path) }
            }
        }
    }

    /// Takes what the store does not have of a source yet.
    private func goOn(
        with source: RecognisedSource,
        into result: inout ImportReport,
        report: @Sendable (ImportStep) -> Void
    ) async throws {
        let file = source.identity
        var tally = Intake.Tally()
        var start: Int64 = 0
        if let progress = try await store.importProgress(of: file), !progress.isFinished, progress.position > 0 {
            start = progress.position
            tally.imported = Int(progress.imported)
            tally.unchanged = Int(progress.unchanged)
            tally.rejected = Int(progress.rejected)
        } else {
            try await store.beginImport(of: file)
        }
        let rejects = RejectsFile(folder: options.rejects, source: source.name)
        try rejects.begin(keepingUpTo: start)

        let queue = BoundedQueue<Task<SourceBatch, any Error>>(limit: options.waiting)
        let keepDrawings = KeepDrawings(store: store, read: images, refused: refused)
        SourceReading(source: source, options: options, start: start, keepDrawings: keepDrawings).begin(into: queue)
        let intake = Intake(
            store: store,
            file: file,
            rejects: rejects,
            conflictLimit: options.conflicts - result.conflicts.count
        )
        let before = result.read
        tally = try await intake(queue, from: tally) { tally, batch in
            report(
                ImportStep(file: source.name, bytes: batch.bytes, size: batch.size, records: before + tally.read)
            )
        }
        if tally.problem == nil { try await store.finishImport(of: file, at: Int64(tally.read)) }
        result.add(tally, source, rejects: tally.rejected > 0 ? rejects.path : nil)
    }
}
