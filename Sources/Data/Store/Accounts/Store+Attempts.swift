internal import SQLCore

extension Store {
    /// Takes leave for a try that may fail, counted as a failure until ``succeeded(_:)`` or ``forgive(_:)`` says otherwise,
    /// so that many tries at once are no way around it.
    ///
    /// - Parameters:
    ///   - id: A digest of who or what tries.
    ///   - delay: How long to wait after how many failures.
    /// - Returns: Microseconds to wait; 0 where the try may be made, and then it is counted.
    /// - Throws: `DatabaseError`.
    package func beginTry(_ id: [UInt8], _ delay: TryDelay) async throws -> Int64 {
        let now = options.now()
        return try await database.write { transaction in
            try transaction.run(AccountStatements.beginAttempts, [.bytes(id), .integer(now)])
            let known = try transaction.first(AccountStatements.attempt, [.bytes(id)]) {
                (failures: try $0.integer(0), lastAt: try $0.integer(1), freeAt: try $0.integer(2))
            }
            var failures: Int64 = 0
            if let known, now - known.lastAt < delay.memory {
                if known.freeAt > now { return known.freeAt - now }
                failures = known.failures
            }
            failures += 1
            try transaction.run(
                AccountStatements.putAttempt,
                [.bytes(id), .integer(failures), .integer(now), .integer(now + delay.wait(after: failures))]
            )
            return 0
        }
    }

    /// Forgets all failures.
    package func succeeded(_ id: [UInt8]) async throws {
        try await database.write { transaction in
            try transaction.run(AccountStatements.dropAttempt, [.bytes(id)])
        }
    }

    /// Takes back the last failure and its wait: the try was none.
    package func forgive(_ id: [UInt8]) async throws {
        try await database.write { transaction in
            try transaction.run(AccountStatements.forgiveAttempt, [.bytes(id)])
        }
    }
}
