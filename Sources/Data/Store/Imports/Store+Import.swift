internal import SQLCore

extension Store {
    /// Takes in a batch: `prepare`, then `commit`.
    ///
    /// - Throws: `DatabaseError`; records that cannot be kept are rejected, not thrown.
    package func apply(_ batch: ImportBatch) async throws -> ImportOutcome {
        try await commit(prepare(batch))
    }

    /// Works out everything about a batch that does not need the lock.
    ///
    /// Finds the unchanged records, merges, hashes, compresses; it may run while an earlier batch is committed.
    ///
    /// - Throws: `DatabaseError`, `StoreError.damaged`, and what drafts and merge throw except `Rejection`.
    package func prepare(_ batch: ImportBatch) async throws -> PreparedBatch {
        try await prepare(batch, from: 0)
    }

    /// Stores a prepared batch in transactions that hold the log for a short time each, with the progress of its
    /// file in the same transactions.
    ///
    /// - Throws: `StoreError.importWentBack` when the database lost what was stored of the file before;
    ///   `DatabaseError`. What was stored before stays, and the progress says how far that is.
    package func commit(_ prepared: PreparedBatch) async throws -> ImportOutcome {
        var prepared = prepared
        var outcome = ImportOutcome()
        var done = 0
        var misses = 0
        while done < prepared.items.count {
            // After three misses the records are prepared under the lock, which cannot miss.
            let work = ImportWork(prepared: prepared, done: done, preparesUnderLock: misses >= 3, store: self)
            do {
                let result = try await database.write(prepared.batch.durability) { try work.run(in: $0) }
                outcome.add(result)
                if let stored = result.storedLastAt { budget.committed(since: stored) }
                if let start = result.tookTurnAt, ContinuousClock.now - start > options.writeTime / 2 {
                    try await Task.sleep(for: options.writePause)
                }
                done += result.fates.count
                misses = 0
                // The turn moves on only while it was ours: after a turn of others every entry is looked at again.
                if let turn = result.turn, turn.number == prepared.turn.number + 1 { prepared.turn = turn }
            } catch is StalePreparation {
                misses += 1
                prepared = try await prepare(prepared.batch, from: outcome.fates.count)
                done = 0
            }
        }
        return outcome
    }

    private func prepare(_ batch: ImportBatch, from start: Int) async throws -> PreparedBatch {
        try await database.read { transaction in
            let turn = try Self.turn(in: transaction)
            let items = try self.compressors.with { compressor in
                let planner = WritePlanner(options: self.options, compressor: compressor, salt: .derived)
                return try BatchPreparer(planner: planner, batch: batch)
                    .prepare(batch.items[start...], in: transaction)
            }
            return PreparedBatch(batch: batch, items: items, turn: turn)
        }
    }
}
