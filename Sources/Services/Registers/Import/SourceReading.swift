import Formats
import Foundation

/// A stretch of a source file, read and prepared, on its way to the store.
struct SourceBatch: Sendable {
    /// The place of the first record in its file, counted from 1.
    var first: Int64
    var records: [IncomingRecord] = []
    /// Bytes read so far, and the size of the file where it is known.
    var bytes: Int64 = 0
    var size: Int64?
    /// Why reading ended before the end of the file; only in the last batch.
    var problem: String?

    var rejects: [(index: Int64, reject: Reject)] {
        records.enumerated().compactMap { offset, record in
            if case .reject(let reject) = record { (first + Int64(offset), reject) } else { nil }
        }
    }
}

/// Reads one source file on a thread of its own and puts batches into a queue.
struct SourceReading: Sendable {
    let source: RecognisedSource
    let options: ImportRecords.Options
    /// Records already taken in by an import that was interrupted.
    let start: Int64

    /// Starts the thread; the queue is finished when the file is read or broke off.
    func begin(into queue: BoundedQueue<SourceBatch>) {
        let thread = Thread { read(into: queue) }
        thread.name = "import-reader"
        // Element trees of deep documents are walked by recursion.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Thrown by the consumer's side to end a reading that nobody wants any longer.
    private struct Abandoned: Error {}

    private func read(into queue: BoundedQueue<SourceBatch>) {
        defer { queue.finish() }
        var index: Int64 = 0
        var batch = SourceBatch(first: start + 1)
        do {
            let stream = source.open()
            batch.size = stream.length
            try source.reader(options.reading).read(stream) { item in
                index += 1
                guard index > start else { return }
                batch.records.append(
                    IncomingRecord(
                        item,
                        file: source.name,
                        format: source.format,
                        acceptsSamples: options.acceptsSamples
                    )
                )
                guard batch.records.count >= options.batch else { return }
                batch.bytes = stream.offset
                guard queue.send(batch) else { throw Abandoned() }
                batch = SourceBatch(first: index + 1, size: stream.length)
            }
            batch.bytes = stream.offset
        } catch is Abandoned {
            return
        } catch let failure as FormatFailure {
            batch.problem = failure.message
        } catch {
            batch.problem = String(describing: error)
        }
        // Sent even when empty: the last batch tells whether the file was read to its end.
        _ = queue.send(batch)
    }
}
