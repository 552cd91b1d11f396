import Foundation
import Index

/// Writes the index of the records or updates on the standard input and prints the seconds that each step took.
struct IndexBuild {
    /// What documents are made of.
    let form: any Form
    /// The folder of the index.
    let folder: String

    private static let threads = max(1, ProcessInfo.processInfo.activeProcessorCount)

    /// Builds the index and merges it into one segment.
    func build() throws {
        var start = ContinuousClock.now
        let writer = try writer(IndexOptions(), startingEmpty: true)
        try DocumentStream(form, version: 1, threads: Self.threads).forEach { try writer.add($0) }
        try writer.finishMerges()
        try writer.commit(sequence: 1)
        report("build", since: start)
        start = .now
        try writer.mergeAll()
        try writer.commit(sequence: 2)
        report("merge", since: start)
    }

    /// Replaces records, so many a publication; each publication stays a segment.
    func update(length: Int) throws {
        let start = ContinuousClock.now
        var options = IndexOptions()
        // Nothing but a publication ends a segment, and nothing merges segments.
        options.bufferBytes = 1 << 40
        options.mergeFactor = 1_000_000
        options.deletedShare = 1
        let writer = try writer(options, startingEmpty: false)
        var sequence: UInt64 = 3
        var count = 0
        try DocumentStream(form, version: 2, threads: Self.threads).forEach { document in
            if count > 0, count % length == 0 {
                try writer.commit(sequence: sequence)
                sequence += 1
            }
            try writer.add(document)
            count += 1
        }
        try writer.commit(sequence: sequence)
        report("update", since: start)
    }

    private func writer(_ options: IndexOptions, startingEmpty: Bool) throws -> IndexWriter {
        try IndexWriter(
            folder: folder,
            schema: form.schema,
            analysisVersion: form.analysisVersion,
            options: options,
            startingEmpty: startingEmpty
        )
    }

    private func report(_ step: String, since start: ContinuousClock.Instant) {
        EngineBench.print("\(step)\t\(start.duration(to: .now) / .seconds(1))")
    }
}
