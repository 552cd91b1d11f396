import Formats
import Foundation

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

    /// Ends a reading whose batches nobody takes any longer.
    private struct Abandoned: Error {}

    private func read(into queue: BoundedQueue<SourceBatch>) {
        defer { queue.finish() }
        var index: Int64 = 0
        var batch = SourceBatch(first: start + 1)
        var size = 0
        do {
            let stream = source.open()
            batch.size = stream.length
            try source.reader(options.reading).read(stream) { item in
                index += 1
                guard index > start else { return }
                let record = IncomingRecord(
                    item,
                    file: source.name,
                    format: source.format,
                    acceptsSamples: options.acceptsSamples
                )
                batch.records.append(record)
                size += record.size
                guard batch.records.count >= options.batch || size >= options.batchBytes else { return }
                batch.bytes = stream.offset
                guard queue.send(batch) else { throw Abandoned() }
                batch = SourceBatch(first: index + 1, size: stream.length)
                size = 0
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
