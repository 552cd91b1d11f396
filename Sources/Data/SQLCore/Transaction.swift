/// An open transaction: lent to a closure, on a thread of the driver, for as long as the closure runs.
///
/// Everything here is synchronous. The closure does nothing but read and write rows: no network, no rendering, no
/// waiting; it may be run again from the start after a deadlock or a lost connection.
package struct Transaction: ~Copyable {
    private let session: any Session

    /// Wraps the session of a driver.
    package init(_ session: any Session) {
        self.session = session
    }

    /// Runs a statement that changes rows.
    ///
    /// - Returns: how many rows were changed.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package func run(_ statement: Statement, _ values: [Value] = []) throws -> Int {
        try session.run(statement, values) { _ in .next }
    }

    /// Runs a changing statement once for each group of `statement.parameterCount` values, in order.
    ///
    /// - Returns: how many rows were changed together.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package func run(_ statement: Statement, groups values: [Value]) throws -> Int {
        guard groups(in: values, of: statement) > 0 else { return 0 }
        return try session.run(statement, groups: values)
    }

    /// Hands each row of an answer to `body` without collecting them.
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    package func rows(
        _ statement: Statement,
        _ values: [Value] = [],
        _ body: (borrowing Row) throws -> Void
    ) throws {
        _ = try session.run(statement, values) { row in
            try body(row)
            return .next
        }
    }

    /// The first row of an answer, mapped, or nil when there is none.
    ///
    /// - Throws: `DatabaseError`, or what `map` throws.
    package func first<T>(
        _ statement: Statement,
        _ values: [Value] = [],
        _ map: (borrowing Row) throws -> T
    ) throws -> T? {
        var result: T?
        _ = try session.run(statement, values) { row in
            result = try map(row)
            return .stop
        }
        return result
    }

    /// The first row of the answer for each group of `statement.parameterCount` values, mapped, or nil where there is none.
    ///
    /// **Cost** Of many statements that only read, but over a network of one waiting for it.
    ///
    /// - Throws: `DatabaseError`, or what `map` throws, which is given the number of the group.
    package func firsts<T>(
        _ statement: Statement,
        groups values: [Value],
        _ map: (Int, borrowing Row) throws -> T
    ) throws -> [T?] {
        let count = groups(in: values, of: statement)
        var results = [T?](repeating: nil, count: count)
        guard count > 0 else { return results }
        try session.read(statement, groups: values) { number, row in
            results[number] = try map(number, row)
            return .stop
        }
        return results
    }

    /// All rows of the answer for each group of `statement.parameterCount` values, mapped: for answers of known small size.
    ///
    /// - Throws: `DatabaseError`, or what `map` throws, which is given the number of the group.
    package func all<T>(
        _ statement: Statement,
        groups values: [Value],
        _ map: (Int, borrowing Row) throws -> T
    ) throws -> [[T]] {
        let count = groups(in: values, of: statement)
        var results = [[T]](repeating: [], count: count)
        guard count > 0 else { return results }
        try session.read(statement, groups: values) { number, row in
            results[number].append(try map(number, row))
            return .next
        }
        return results
    }

    /// All rows of an answer, mapped and collected: for answers of known small size.
    ///
    /// - Throws: `DatabaseError`, or what `map` throws.
    package func all<T>(
        _ statement: Statement,
        _ values: [Value] = [],
        _ map: (borrowing Row) throws -> T
    ) throws -> [T] {
        var result: [T] = []
        try rows(statement, values) { result.append(try map($0)) }
        return result
    }

    /// Runs `body`; when it throws, undoes what it changed, leaves the transaction usable and throws on.
    package func savepoint(_ body: () throws -> Void) throws {
        try session.savepoint(body)
    }

    private func groups(in values: [Value], of statement: Statement) -> Int {
        guard !values.isEmpty else { return 0 }
        precondition(
            statement.parameterCount > 0 && values.count.isMultiple(of: statement.parameterCount),
            "groups of values do not fit the statement"
        )
        return values.count / statement.parameterCount
    }

    /// Tells listeners of `channel`, after COMMIT, that there is news: a hint, beside which a reader still polls.
    package func notify(_ channel: String) {
        session.notify(channel)
    }
}
