internal import SQLCore

/// One connection of a pool with its thread: runs transactions, and runs them again where that is right.
actor PostgresWorker {
    private let server: PostgresServer
    private let thread: PostgresThread
    private var connection: PostgresConnection?
    // Receipts whose answers were heard, to be dropped with the next COMMIT.
    private var heard: [PostgresReceipt] = []

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    /// Starts the thread; connects at the first call.
    init(_ server: PostgresServer) {
        self.server = server
        thread = PostgresThread(name: "huizhi-postgres")
    }

    deinit {
        thread.stop()
    }

    /// Runs `body` in a transaction.
    ///
    /// Runs it again, for as long as the options say, after a deadlock and after a connection lost before COMMIT took
    /// effect.
    ///
    /// - Throws: `DatabaseError`, what `body` throws, `CancellationError`.
    func transaction<T: Sendable>(
        _ mode: PostgresMode,
        _ call: PostgresCall,
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) throws -> T {
        var deadline: ContinuousClock.Instant?
        var pause = PostgresPause()
        while true {
            do {
                return try once(mode, call, until: deadline ?? .now + server.options.patience, body)
            } catch let interruption as Interruption {
                let end = deadline ?? .now + server.options.patience
                deadline = end
                guard ContinuousClock.now < end else { throw interruption.cause }
                pause.take()
            }
        }
    }

    /// Ends the connection.
    func end() {
        if let connection, !connection.isBroken, !heard.isEmpty {
            // Receipts that stay behind are dropped after some days.
            try? connection.execute(PostgresMode.write(.deferred).begin)
            try? commit(connection, receipt: nil, channels: [])
        }
        connection = nil
    }

    // A transaction that took no effect and may be run again.
    private struct Interruption: Error {
        let cause: DatabaseError
    }

    private func once<T: Sendable>(
        _ mode: PostgresMode,
        _ call: PostgresCall,
        until deadline: ContinuousClock.Instant,
        _ body: @Sendable (borrowing Transaction) throws -> T
    ) throws -> T {
        let connection = try connected(call, until: deadline)
        try call.begin(connection.canceller())
        connection.forget()
        let session = PostgresSession(connection)
        let result: T
        do {
            if mode.isWriting { try server.prepareReceipts(connection) }
            try connection.execute(mode.begin)
            result = try body(Transaction(session))
            // From here on nothing interrupts it: COMMIT is either sent whole or not at all.
            if call.end() || call.isCancelled { throw CancellationError() }
        } catch {
            let cause = connection.interruption
            giveUp(connection, isInterrupted: call.end())
            if call.isCancelled { throw CancellationError() }
            throw cause.map { Interruption(cause: $0) } ?? error
        }
        if mode == .flush || session.hasWritten || !session.channels.isEmpty {
            try commit(connection, session.channels, isAcknowledged: mode.isAcknowledged)
        } else {
            // Nothing was changed, so nothing can be lost with the connection.
            giveUp(connection, isInterrupted: false)
        }
        return result
    }

    // Commits; what cannot be heard on this connection is asked on another.
    private func commit(_ connection: PostgresConnection, _ channels: Set<String>, isAcknowledged: Bool) throws {
        let receipt = PostgresReceipt()
        connection.forget()
        do {
            try commit(connection, receipt: receipt, channels: channels)
            // The server warns when it stopped waiting for a standby: then what is committed here may yet be lost.
            guard isAcknowledged, connection.hasWarned else { return }
        } catch let error as DatabaseError {
            guard connection.isBroken else {
                let cause = connection.interruption
                giveUp(connection, isInterrupted: false)
                throw cause.map { Interruption(cause: $0) } ?? error
            }
            self.connection = nil
        }
        try ask(receipt)
    }

    private func commit(_ connection: PostgresConnection, receipt: PostgresReceipt?, channels: Set<String>) throws {
        var steps: [(String, [Value])] = []
        if let receipt { steps.append((PostgresReceipt.insert, [.bytes(receipt.name)])) }
        steps += heard.map { (PostgresReceipt.drop, [.bytes($0.name)]) }
        steps += channels.map { (PostgresReceipt.notify, [.text($0)]) }
        steps.append((PostgresReceipt.commit, []))
        let prepared = try steps.map { try connection.prepare($0.0) }
        let tag = try connection.pipeline(steps.count) { try connection.send(prepared[$0], steps[$0].1[...]) }.tag
        guard tag == "COMMIT" else { throw DatabaseError.failed(code: 0, message: "COMMIT was answered by \(tag)") }
        heard = receipt.map { [$0] } ?? []
    }

    // Returns when the transaction of a receipt is committed and as safe as the server makes it.
    private func ask(_ receipt: PostgresReceipt) throws {
        let deadline = ContinuousClock.now + server.options.patience
        var pause = PostgresPause()
        while true {
            do {
                let connection = try connected(nil, until: deadline)
                connection.forget()
                let isFence = try connection.integer(PostgresReceipt.ask, [.bytes(receipt.name)]) == 1
                // Where it waited for a standby in vain, what is there may yet be lost: it is asked again.
                guard !connection.hasWarned else {
                    throw DatabaseError.unreachable("\(server.place): no standby confirms what was written")
                }
                guard isFence else {
                    heard.append(receipt)
                    return
                }
                // The fence stays: what it keeps out may still be on its way.
                throw Interruption(cause: .unreachable("\(server.place): the connection was lost in COMMIT"))
            } catch let error as DatabaseError {
                guard ContinuousClock.now < deadline else {
                    throw DatabaseError.commitUnknown("\(server.place): \(error)")
                }
                pause.take()
            }
        }
    }

    private func giveUp(_ connection: PostgresConnection, isInterrupted: Bool) {
        do {
            if connection.isBroken || connection.isReadOnly || isInterrupted { throw CancellationError() }
            try connection.execute("ROLLBACK")
        } catch {
            // The server rolls back what an ended connection has not committed.
            self.connection = nil
        }
    }

    private func connected(
        _ call: PostgresCall?,
        until deadline: ContinuousClock.Instant
    ) throws -> PostgresConnection {
        if let connection, !connection.isBroken { return connection }
        connection = nil
        var pause = PostgresPause()
        while true {
            do {
                let new = try server.connect()
                connection = new
                return new
            } catch {
                if call?.isCancelled == true { throw CancellationError() }
                guard server.hasConnected, ContinuousClock.now < deadline else { throw error }
                pause.take()
            }
        }
    }
}
