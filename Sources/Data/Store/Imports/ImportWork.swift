internal import SQLCore

/// The writes of a batch no longer fit what is stored: prepare them again.
struct StalePreparation: Error {}

/// One transaction of an import.
struct ImportWork: Sendable {
    /// What one transaction did.
    struct Result: Sendable {
        var fates: [ImportOutcome.Fate] = []
        var conflicts: [ImportOutcome.KeyConflict] = []
        var written = 0
        var logSize: Int64 = 0
        var turn: Int64?
        var elapsed = Duration.zero
    }

    let prepared: PreparedBatch
    /// Which of the prepared items.
    let slice: Range<Int>
    /// Which item of the batch the first prepared one is.
    let first: Int
    let preparesUnderLock: Bool
    let store: Store

    /// Stores the items.
    ///
    /// - Throws: `StalePreparation` when an entry was changed since.
    func run(in transaction: borrowing Transaction) throws -> Result {
        var result = Result()
        let time = store.options.now()
        var items = prepared.items[slice]
        if items.contains(where: { if case .write = $0 { true } else { false } }) {
            var log = try LogWriter(in: transaction, time: time, author: prepared.batch.author)
            let start = ContinuousClock.now
            if preparesUnderLock { items = try prepareAgain(in: transaction) }
            let writes = items.compactMap { if case .write(let write) = $0 { write } else { nil } }
            if !preparesUnderLock, log.turn != prepared.turn + 1 {
                guard try EntryWriter.fits(writes, in: transaction) else { throw StalePreparation() }
            }
            var writer = EntryWriter(time: time, policy: .keepFirst)
            try writer.store(writes, log: &log, in: transaction)
            try log.finish(in: transaction)
            result.conflicts = writer.conflicts
            result.written = writes.count
            result.logSize = log.size
            result.turn = log.turn
            result.elapsed = ContinuousClock.now - start
        }
        result.fates = items.map { item in
            switch item {
            case .unchanged: .unchanged
            case .rejected(let reason): .rejected(reason)
            case .write: .imported
            }
        }
        try noteProgress(result.fates, time: time, in: transaction)
        return result
    }

    private func prepareAgain(in transaction: borrowing Transaction) throws -> ArraySlice<PreparedBatch.Item> {
        let batch = prepared.batch
        let items = batch.items[(first + slice.lowerBound)..<(first + slice.upperBound)]
        return try store.compressors.with { compressor in
            let planner = WritePlanner(options: store.options, compressor: compressor, salt: .derived)
            return try BatchPreparer(planner: planner, merge: batch.merge).prepare(items, in: transaction)[...]
        }
    }

    private func noteProgress(
        _ fates: [ImportOutcome.Fate],
        time: Int64,
        in transaction: borrowing Transaction
    ) throws {
        guard let file = prepared.batch.file, !slice.isEmpty else { return }
        let position = prepared.batch.items[first + slice.upperBound - 1].position
        var (imported, unchanged, rejected) = (Int64(0), Int64(0), Int64(0))
        for fate in fates {
            switch fate {
            case .imported: imported += 1
            case .unchanged: unchanged += 1
            case .rejected: rejected += 1
            }
        }
        try transaction.run(
            ImportStatements.advance,
            [
                .text(file.path), .integer(position), .integer(imported), .integer(unchanged), .integer(rejected),
                .integer(time),
            ]
        )
    }
}

extension ImportOutcome {
    /// Adds what one transaction did.
    mutating func add(_ result: ImportWork.Result) {
        fates.append(contentsOf: result.fates)
        keyConflicts.append(contentsOf: result.conflicts)
        logSize = max(logSize, result.logSize)
        writes += result.turn == nil ? 0 : 1
        longestWrite = max(longestWrite, result.elapsed)
    }
}
