internal import SQLCore

/// The writes of a batch no longer fit what is stored: prepare them again.
struct StalePreparation: Error {}

/// One transaction of an import.
struct ImportWork: Sendable {
    /// What one transaction did.
    struct Result: Sendable {
        /// What became of the items it took, in order; those after them wait for the next transaction.
        var fates: [ImportOutcome.Fate] = []
        var conflicts: [ImportOutcome.KeyConflict] = []
        var logSize: Int64 = 0
        /// The turn that it left behind and when it took its own; nil when it wrote no entry.
        var turn: LogTurn?
        var tookTurnAt: ContinuousClock.Instant?
        /// When its last entry was stored.
        var storedLastAt: ContinuousClock.Instant?
    }

    let prepared: PreparedBatch
    /// How many of the prepared items were stored before.
    let done: Int
    let preparesUnderLock: Bool
    let store: Store

    /// Stores items for as long as a transaction may hold the log, and notes how far the file has come.
    ///
    /// - Throws: `StalePreparation` when the first entry was changed since; `StoreError.importWentBack`.
    func run(in transaction: borrowing Transaction) throws -> Result {
        var result = Result()
        let time = store.options.now()
        let rest = prepared.items[done...]
        if rest.contains(where: \.isWrite) {
            var log = try LogWriter(in: transaction, time: time, author: prepared.batch.author)
            let start = ContinuousClock.now
            let most = store.budget.entries
            var writer = EntryWriter(time: time, policy: .keepFirst)
            var (position, writes) = (done, 0)
            while position < rest.endIndex, writes < store.options.recordsPerWrite {
                let step = step(from: position, most: store.options.recordsPerWrite - writes)
                guard let items = try fitting(step, after: log.turnBefore, in: transaction) else {
                    // What was stored before stays; the rest is prepared again.
                    guard position > done else { throw StalePreparation() }
                    break
                }
                try writer.store(items.compactMap(\.write), log: &log, in: transaction)
                result.fates += items.map(\.fate)
                writes += items.reduce(0) { $0 + ($1.isWrite ? 1 : 0) }
                position = step.upperBound
                if preparesUnderLock || ContinuousClock.now - start >= most { break }
            }
            result.storedLastAt = .now
            try writer.finish(in: transaction)
            try log.finish(in: transaction)
            result.conflicts = writer.keys.conflicts
            result.logSize = log.size
            result.turn = log.turn
            result.tookTurnAt = start
        } else {
            result.fates = rest.map(\.fate)
        }
        try noteProgress(result.fates, time: time, in: transaction)
        return result
    }

    // The next items between two looks at the clock: some writes, and what lies between and after them.
    private func step(from start: Int, most: Int) -> Range<Int> {
        let most = min(most, store.options.recordsPerStep)
        var writes = 0
        for index in start..<prepared.items.endIndex where prepared.items[index].isWrite {
            writes += 1
            if writes > most { return start..<index }
        }
        return start..<prepared.items.endIndex
    }

    // The items of a step as they are to be stored; nil when they no longer fit what is stored.
    private func fitting(
        _ step: Range<Int>,
        after turn: LogTurn,
        in transaction: borrowing Transaction
    ) throws -> ArraySlice<PreparedBatch.Item>? {
        if preparesUnderLock { return try prepareAgain(step, in: transaction) }
        let items = prepared.items[step]
        // No logged write since they were prepared: nothing can have changed.
        if turn == prepared.turn { return items }
        return try EntryWriter.fits(items.compactMap(\.write), in: transaction) ? items : nil
    }

    private func prepareAgain(
        _ step: Range<Int>,
        in transaction: borrowing Transaction
    ) throws -> ArraySlice<PreparedBatch.Item> {
        let batch = prepared.batch
        let offset = batch.items.count - prepared.items.count
        let items = batch.items[(offset + step.lowerBound)..<(offset + step.upperBound)]
        return try store.compressors.with { compressor in
            let planner = WritePlanner(options: store.options, compressor: compressor, salt: .derived)
            return try BatchPreparer(planner: planner, batch: batch).prepare(items, in: transaction)[...]
        }
    }

    private func noteProgress(
        _ fates: [ImportOutcome.Fate],
        time: Int64,
        in transaction: borrowing Transaction
    ) throws {
        let items = prepared.batch.items
        let before = items.count - prepared.items.count + done
        guard let file = prepared.batch.file, !fates.isEmpty else { return }
        var (imported, unchanged, rejected) = (Int64(0), Int64(0), Int64(0))
        for fate in fates {
            switch fate {
            case .imported: imported += 1
            case .unchanged: unchanged += 1
            case .rejected: rejected += 1
            }
        }
        let start = before > 0 ? items[before - 1].position : prepared.batch.start
        let noted = try transaction.run(
            ImportStatements.advance,
            [
                .text(file.path), .integer(items[before + fates.count - 1].position), .integer(imported),
                .integer(unchanged), .integer(rejected), .integer(time), .integer(start),
            ]
        )
        guard noted == 1 else { throw try Store.whyNotAt(start, of: file, in: transaction) }
    }
}

extension ImportOutcome {
    /// Adds what one transaction did, committed just now.
    mutating func add(_ result: ImportWork.Result) {
        fates.append(contentsOf: result.fates)
        keyConflicts.append(contentsOf: result.conflicts)
        logSize = max(logSize, result.logSize)
        guard let start = result.tookTurnAt else { return }
        writes += 1
        longestWrite = max(longestWrite, ContinuousClock.now - start)
    }
}
