internal import CPQ
internal import Glibc
internal import SQLCore

/// One connection to a server and what it has prepared there.
///
/// Invariant: it owns the `PGconn`, and only one thread uses it at a time: that of its worker, or that of the listener.
@safe final class PostgresConnection {
    /// The database, for messages.
    let place: String
    private let pointer: OpaquePointer
    private var prepared: [String: PostgresPrepared] = [:]
    private var together: [String: PostgresPrepared?] = [:]
    /// Whether nothing more can be done with it: the server ended it, the network did, or its state is not known.
    private(set) var isBroken = false
    /// Whether its server turned out to take no writes.
    private(set) var isReadOnly = false
    /// The failure after which the whole transaction may be run again, if there was one since `forget`.
    private(set) var interruption: DatabaseError?
    /// Whether the server warned of something since `forget`.
    private var isWarned = false

    /// Connects, and sets what every connection needs.
    ///
    /// A statement finds its rows by a key or in the order of one, whatever its values are, so that one plan is enough for all of
    /// them: to plan a lookup in a table of partitions takes twice as long as the lookup, and to compile it longer still.
    ///
    /// - Throws: `DatabaseError.unreachable`.
    init(_ url: PostgresURL, _ options: PostgresOptions) throws {
        place = url.shown
        unsafe pointer = unsafe try Self.connect(url)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        // The connection never outlives this object, which the context points to. The server warns, for example, when
        // someone cancels its waiting for a standby; notices of lower rank are not asked for.
        unsafe PQsetNoticeReceiver(
            pointer,
            { context, _ in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<PostgresConnection>.fromOpaque(context).takeUnretainedValue().isWarned = true
            },
            context
        )
        try check()
        try execute(
            """
            SET client_min_messages = warning;
            SET statement_timeout = \(options.statementTimeout.milliseconds);
            SET lock_timeout = \(options.lockTimeout.milliseconds);
            SET plan_cache_mode = \(PostgresPrepared.Plan.kept.rawValue);
            SET jit = off;
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """
        )
    }

    deinit {
        unsafe PQfinish(pointer)
    }

    /// The file descriptor of its socket, for waiting.
    var socket: Int32 { unsafe PQsocket(pointer) }

    /// What can interrupt the statement that runs, from another thread.
    func canceller() -> PostgresCanceller? {
        unsafe PQgetCancel(pointer).map { unsafe PostgresCanceller(taking: $0) }
    }

    /// Forgets interruption and warnings before something new.
    func forget() {
        interruption = nil
        isWarned = false
    }

    /// Whether the server warned since `forget`.
    var hasWarned: Bool { isWarned }

    /// Runs one or several statements of this module, without values and without reading their answers.
    func execute(_ text: String) throws {
        guard let result = unsafe PQexec(pointer, text) else { throw lost() }
        let answer = unsafe PostgresResult(taking: result)
        guard answer.status == PGRES_COMMAND_OK || answer.status == PGRES_TUPLES_OK else { throw failure(answer) }
    }

    /// A portable statement, prepared once.
    func prepare(_ portable: String) throws -> PostgresPrepared {
        if let known = prepared[portable] { return known }
        let text = try PostgresDialect.expand(portable)
        let name = "s\(prepared.count)"
        guard let result = unsafe PQprepare(pointer, name, text, 0, nil) else { throw lost() }
        let answer = unsafe PostgresResult(taking: result)
        guard answer.status == PGRES_COMMAND_OK else { throw failure(answer) }
        guard let described = unsafe PQdescribePrepared(pointer, name) else { throw lost() }
        let description = unsafe PostgresResult(taking: described)
        guard description.status == PGRES_COMMAND_OK else { throw failure(description) }
        // How many rows are wanted decides whether an index or a sort is faster.
        let plan: PostgresPrepared.Plan = portable.contains("LIMIT $") ? .ofValues : .kept
        let new = PostgresPrepared(name: name, types: description.parameterTypes, plan: plan)
        prepared[portable] = new
        return new
    }

    /// The same for several groups of values at once; nil where they cannot be written in one statement.
    func prepare(_ portable: String, rows: Int) throws -> PostgresPrepared? {
        if let known = together[portable] { return known }
        let prepared = try PostgresDialect.together(portable, rows: rows).map(prepare)
        together[portable] = .some(prepared)
        return prepared
    }

    /// Sends one run of a prepared statement, whose results `next` then hands out.
    func send(_ statement: PostgresPrepared, _ values: ArraySlice<Value>, from start: Int = 0) throws {
        let parameters = try PostgresParameters(values, from: start, types: statement.types)
        let isSent = unsafe parameters.withPointers { count, values, lengths, formats in
            unsafe PQsendQueryPrepared(pointer, statement.name, count, values, lengths, formats, 1)
        }
        guard isSent == 1 else { throw lost() }
    }

    /// Asks for the rows of the statement just sent one by one, so that an answer of any size takes little memory.
    func takeRowsSingly() {
        // Refused only when nothing was sent.
        _ = unsafe PQsetSingleRowMode(pointer)
    }

    /// The next result of what was sent; nil at the end of a statement.
    func next() -> PostgresResult? {
        unsafe PQgetResult(pointer).map { unsafe PostgresResult(taking: $0) }
    }

    /// Runs a prepared statement that answers with one whole number.
    func integer(_ portable: String, _ values: [Value]) throws -> Int64? {
        try send(prepare(portable), values[...])
        let answer = PostgresAnswer(self)
        takeRowsSingly()
        let number = try answer.next()?.integer(0)
        try answer.passOver()
        return number
    }

    /// Sends several statements as one pipeline and waits for all their ends.
    ///
    /// The first failure makes the server skip the rest.
    ///
    /// - Parameters:
    ///   - count: how many statements there are.
    ///   - send: sends the statement of a number.
    ///   - answer: is given the number of each statement that succeeded, and its rows in one or several results.
    /// - Returns: how many rows were changed together, and what the server calls the last command.
    /// - Throws: `DatabaseError`, or what `send` and `answer` throw.
    func pipeline(
        _ count: Int,
        _ send: (Int) throws -> Void,
        answer: (Int, PostgresResult) throws -> Void = { _, _ in }
    ) throws -> (changes: Int, tag: String) {
        guard unsafe PQenterPipelineMode(pointer) == 1 else { throw lost() }
        var failure: (any Error)?
        var sent = 0
        do {
            while sent < count {
                try send(sent)
                sent += 1
            }
        } catch {
            failure = error
        }
        if unsafe PQpipelineSync(pointer) != 1 { failure = failure ?? lost() }
        var (changes, tag) = (0, "")
        for number in 0..<sent {
            // After each command there is a nil.
            while let result = next() {
                switch result.status {
                // The first statement inherits from the one before the pipeline that rows are taken singly.
                case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE:
                    changes += result.changes
                    tag = result.tag
                    guard failure == nil else { continue }
                    // What is left in the pipeline has to be read whatever happens.
                    do { try answer(number, result) } catch { failure = error }
                case PGRES_PIPELINE_ABORTED: break
                default: failure = failure ?? self.failure(result)
                }
            }
        }
        // The end of the pipeline itself.
        _ = next()
        if unsafe PQexitPipelineMode(pointer) != 1 { failure = failure ?? lost() }
        if let failure { throw failure }
        return (changes, tag)
    }

    /// Reads what has arrived and hands out the channels of the notifications in it.
    ///
    /// - Throws: `DatabaseError.unreachable` when the connection was lost.
    func notifications() throws -> Set<String> {
        guard unsafe PQconsumeInput(pointer) == 1 else { throw lost() }
        var channels: Set<String> = []
        while let notification = unsafe PQnotifies(pointer) {
            unsafe channels.insert(String(cString: notification.pointee.relname))
            unsafe PQfreemem(notification)
        }
        return channels
    }

    /// The failure that a result tells of; notes what follows from it for connection and transaction.
    func failure(_ result: PostgresResult) -> DatabaseError {
        let state = result.state
        // A failure without a state happened on this side: reading or writing the connection.
        guard !state.isEmpty else { return lost(result.message) }
        let error = PostgresFailure.named(state: state, message: result.message, at: place)
        let isLost = PostgresFailure.endsConnection(state)
        if isLost { isBroken = true }
        if PostgresFailure.onlyReads(state) { isReadOnly = true }
        if isLost || PostgresFailure.isConflict(state) { interruption = interruption ?? error }
        return error
    }

    // The failure of a connection that went away.
    private func lost(_ message: String? = nil) -> DatabaseError {
        isBroken = true
        let words = unsafe message ?? String(cString: PQerrorMessage(pointer))
        let error = DatabaseError.unreachable("\(place): \(words.trimmedLine)")
        interruption = interruption ?? error
        return error
    }

    private func check() throws {
        let version = unsafe PQserverVersion(pointer)
        guard version >= 130_000 else {
            throw DatabaseError.unreachable(
                "\(place): the server has version \(version / 10_000); it must be 13 or newer"
            )
        }
        let encoding = unsafe PQparameterStatus(pointer, "server_encoding").map { unsafe String(cString: $0) } ?? ""
        guard encoding == "UTF8" else {
            throw DatabaseError.unreachable("\(place): its encoding is \(encoding); create it with ENCODING 'UTF8'")
        }
    }

    // What comes before the address can be said otherwise in it, what comes after cannot. A dead network is noticed
    // within half a minute.
    private static func connect(_ url: PostgresURL) throws -> OpaquePointer {
        let settings = [
            ("connect_timeout", "10"), ("fallback_application_name", "huizhi"), ("keepalives_idle", "10"),
            ("keepalives_interval", "5"), ("keepalives_count", "4"), ("tcp_user_timeout", "30000"),
            ("dbname", url.text), ("client_encoding", "UTF8"),
        ]
        let keys = unsafe settings.map { unsafe strdup($0.0) }
        let values = unsafe settings.map { unsafe strdup($0.1) }
        defer { unsafe (keys + values).forEach { unsafe free($0) } }
        // Both lists end with nil; libpq copies what it needs.
        let pointer = unsafe PQconnectdbParams(
            (keys + [nil]).map { unsafe UnsafePointer($0) },
            (values + [nil]).map { unsafe UnsafePointer($0) },
            1
        )
        guard let pointer = unsafe pointer else { throw DatabaseError.unreachable("\(url.shown): out of memory") }
        guard unsafe PQstatus(pointer) == CONNECTION_OK else {
            let message = unsafe String(cString: PQerrorMessage(pointer)).trimmedLine
            unsafe PQfinish(pointer)
            throw DatabaseError.unreachable(
                "\(url.shown): \(message); look whether it runs, and at host, port, name, user and password"
            )
        }
        return unsafe pointer
    }
}
