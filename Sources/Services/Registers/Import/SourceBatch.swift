import Domain
import Formats

/// A stretch of a source, read and prepared, on its way to the store.
struct SourceBatch: Sendable {
    /// The place of the first record in its source, counted from 1.
    var first: Int64
    var records: [IncomingRecord] = []
    /// Bytes read so far, and the size of the source where it is known.
    var bytes: Int64 = 0
    var size: Int64?
    /// Why reading ended before the end; only in the last batch.
    var problem: String?

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
