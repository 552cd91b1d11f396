import Domain
import Formats
import Foundation
package import Store

/// Puts sample records into the store, so that a first visitor finds something to try.
package struct SampleRecords: Sendable {
    private let store: Store
    private let isAllowed: Bool

    /// Takes a store; production mode allows no samples.
    package init(store: Store, isAllowed: Bool) {
        self.store = store
        self.isAllowed = isAllowed
    }

    /// Whether no register of rights ever held anything: samples that were withdrawn do not come back by themselves.
    package func storeIsEmpty() async throws -> Bool {
        try await store.counts().allSatisfy { count in
            Register(rawValue: count.register) == nil || (count.entries == 0 && count.tombstones == 0)
        }
    }

    /// Makes and stores records of a seed; those that are there already stay as they are.
    ///
    /// - Parameters:
    ///   - range: numbers of records.
    ///   - seed: chooses the records.
    ///   - revision: how often they have changed hands since they were made.
    ///   - batch: how many are handed to the store together.
    ///   - report: called with how many have been taken in so far.
    /// - Returns: How many were new or changed.
    /// - Throws: `Failure.notAllowed` in production mode, `Failure.invalid` for a range beyond ``SampleMaker/limit``,
    ///   and what the store throws.
    package func callAsFunction(
        _ range: Range<Int>,
        seed: UInt64,
        revision: Int = 0,
        batch: Int = 512,
        report: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Int {
        guard isAllowed else { throw Failure.notAllowed(action: "sample records in production mode") }
        guard range.lowerBound >= 0, range.upperBound <= SampleMaker.limit else {
            throw Failure.invalid(field: "count", reason: "there are \(SampleMaker.limit) sample records of a seed")
        }
        let queue = BoundedQueue<Task<SourceBatch, any Error>>(limit: 2)
        let thread = Thread { Self.make(range, seed: seed, revision: revision, batch: max(1, batch), into: queue) }
        thread.name = "sample-maker"
        thread.stackSize = 8 << 20
        thread.start()
        let intake = Intake(store: store, file: nil, rejects: nil, conflictLimit: 0)
        let tally = try await intake(queue) { tally, _ in report(tally.read) }
        try await store.flush()
        report(tally.read)
        return tally.imported
    }

    private static func make(
        _ range: Range<Int>,
        seed: UInt64,
        revision: Int,
        batch: Int,
        into queue: BoundedQueue<Task<SourceBatch, any Error>>
    ) {
        defer { queue.finish() }
        let maker = SampleMaker(seed: seed)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: batch) {
            let end = min(start + batch, range.upperBound)
            let batch = Task<SourceBatch, any Error> {
                let records = await SourceBatch.records(of: start..<end) { index in
                    IncomingRecord(
                        maker.record(index, revision: revision),
                        file: "示例",
                        format: nil,
                        .init(unit: "record", index: index)
                    )
                }
                return SourceBatch(first: Int64(start) + 1, records: records)
            }
            guard queue.send(batch) else { return }
        }
    }
}
