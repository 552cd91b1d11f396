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
    /// - Throws: `DatabaseError`; what was stored before stays, and the progress says how far that is.
    package func commit(_ prepared: PreparedBatch) async throws -> ImportOutcome {
        var prepared = prepared
        var outcome = ImportOutcome()
        var done = 0
        var misses = 0
        let total = prepared.batch.items.count
        while done < total {
            let offset = total - prepared.items.count
            let slice = chunk(of: prepared.items, from: done - offset)
            // After three misses the records are prepared under the lock, which cannot miss.
            let work = ImportWork(
                prepared: prepared,
                slice: slice,
                first: offset,
                preparesUnderLock: misses >= 3,
                store: self
            )
            do {
                let result = try await database.write(prepared.batch.durability) { try work.run(in: $0) }
                done += slice.count
                misses = 0
                outcome.add(result)
                if let turn = result.turn {
                    prepared = PreparedBatch(batch: prepared.batch, items: prepared.items, turn: turn)
                }
                pace.learn(records: result.written, elapsed: result.elapsed)
            } catch is StalePreparation {
                misses += 1
                prepared = try await prepare(prepared.batch, from: done)
            }
        }
        return outcome
    }

    private func prepare(_ batch: ImportBatch, from start: Int) async throws -> PreparedBatch {
        try await database.read { transaction in
            let turn = try transaction.first(LogStatements.head) { try $0.integer(3) }
            let items = try self.compressors.with { compressor in
                let planner = WritePlanner(options: self.options, compressor: compressor, salt: .derived)
                return try BatchPreparer(planner: planner, merge: batch.merge)
                    .prepare(batch.items[start...], in: transaction)
            }
            return PreparedBatch(batch: batch, items: items, turn: turn ?? 0)
        }
    }

    // The next items that go into one transaction: as many writes as the pace allows, and what lies between them.
    private func chunk(of items: [PreparedBatch.Item], from start: Int) -> Range<Int> {
        let most = pace.next
        var writes = 0
        for index in start..<items.count {
            guard case .write = items[index] else { continue }
            writes += 1
            if writes > most { return start..<index }
        }
        return start..<items.count
    }
}
