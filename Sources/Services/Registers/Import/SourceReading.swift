import Domain
import Formats
import Foundation

/// Reads one source file on a thread of its own and puts batches into a queue.
struct SourceReading: Sendable {
    let source: RecognisedSource
    let options: ImportRecords.Options
    /// Records already taken in by an import that was interrupted.
    let start: Int64
    let keepDrawings: KeepDrawings

    /// What was read of one place of the source.
    private struct Place: Sendable {
        var item: SourceItem
        var pictures: [SourcePicture]
    }

    /// Starts the thread; the queue is finished when the file is read or broke off.
    func begin(into queue: BoundedQueue<Task<SourceBatch, any Error>>) {
        let thread = Thread { read(into: queue) }
        thread.name = "import-reader"
        // Element trees of deep documents are walked by recursion.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Ends a reading whose batches nobody takes any longer.
    private struct Abandoned: Error {}

    private func read(into queue: BoundedQueue<Task<SourceBatch, any Error>>) {
        defer { queue.finish() }
        var index: Int64 = 0
        var items: [Place] = []
        var size = 0
        var begun: Int64 = 0
        // What is known of the last batch, which is sent even when it is empty: it tells whether the file was read to
        // its end.
        var last = SourceBatch(first: start + 1)
        do {
            let stream = source.open()
            last.size = stream.length
            try source.reader(options.reading).read(stream) { item in
                index += 1
                guard index > start else { return }
                let pictures = SourcePicture.read(of: item, beside: source)
                items.append(Place(item: item, pictures: pictures))
                size += pictures.reduce(item.size) { $0 + $1.size }
                let isFull = size >= options.batchBytes || stream.offset - begun >= Int64(options.batchBytes)
                guard isFull || items.count >= options.batch else { return }
                last.bytes = stream.offset
                begun = stream.offset
                guard queue.send(prepare(items, last)) else { throw Abandoned() }
                items = []
                size = 0
                last.first = index + 1
            }
            last.bytes = stream.offset
        } catch is Abandoned {
            return
        } catch let failure as FormatFailure {
            last.problem = failure.message
        } catch {
            last.problem = String(describing: error)
        }
        _ = queue.send(prepare(items, last))
    }

    private func prepare(_ places: [Place], _ batch: SourceBatch) -> Task<SourceBatch, any Error> {
        Task {
            var batch = batch
            var items: [SourceItem] = []
            for place in places {
                items.append(
                    try await keepDrawings(place.item, place.pictures, file: source.name, tally: &batch.drawings)
                )
            }
            batch.records = await SourceBatch.records(of: items) { item in
                IncomingRecord(
                    item,
                    file: source.name,
                    format: source.format,
                    acceptsSamples: options.acceptsSamples
                )
            }
            return batch
        }
    }
}

extension SourceItem {
    /// Bytes that it takes in memory, roughly: its long texts, and a page for the rest.
    fileprivate var size: Int {
        guard case .record(let record) = self else { return 4096 }
        let (claims, texts): ([ClaimSet], [LocalizedText]) =
            switch record.right {
            case .patent(let patent): (patent.details.claims, patent.details.description)
            case .design(let design): (design.details.claims, design.details.description)
            case .trademark, .gi, .layout: ([], [])
            }
        var bytes = 4096
        for set in claims { for item in set.items { bytes += item.utf8.count } }
        for text in texts { bytes += text.text.utf8.count }
        return bytes
    }
}
