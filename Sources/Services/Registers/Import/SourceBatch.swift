import Domain
import Formats

/// A stretch of a source, read and prepared, on its way to the store.
///
/// It travels as a task that prepares it while the source is read on.
struct SourceBatch: Sendable {
    /// The place of the first record in its source, counted from 1.
    var first: Int64
    var records: [IncomingRecord] = []
    /// What became of the pictures that the records name.
    var drawings = DrawingTally()
    /// Bytes read so far, and the size of the source where it is known.
    var bytes: Int64 = 0
    var size: Int64?
    /// Why reading ended before the end; only in the last batch.
    var problem: String?

    /// Prepares some elements one by one, giving way to others that wait for a thread.
    static func records<Element>(
        of elements: some Collection<Element> & Sendable,
        _ record: (Element) -> IncomingRecord
    ) async -> [IncomingRecord] {
        var records: [IncomingRecord] = []
        records.reserveCapacity(elements.count)
        for element in elements {
            records.append(record(element))
            if records.count.isMultiple(of: 32) { await Task.yield() }
        }
        return records
    }

    /// The places that are left out, with their places in the source.
    func rejects(_ refused: [(offset: Int, reason: String)]) -> [(index: Int64, reject: Reject)] {
        let reasons = Dictionary(refused) { first, _ in first }
        return records.enumerated().compactMap { offset, record in
            let index = first + Int64(offset)
            switch record {
            case .reject(let reject): return (index, reject)
            case .record(let ready):
                guard let reason = reasons[offset] else { return nil }
                return (index, Reject(position: ready.position, reason: reason, excerpt: ready.entry.description))
            }
        }
    }
}
