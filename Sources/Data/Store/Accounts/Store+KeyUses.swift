internal import SQLCore

extension Store {
    private static let addUse = Statement(
        """
        INSERT INTO key_use (entry, account, used_at, address, day, cost) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (entry) DO UPDATE SET
            cost = CASE WHEN excluded.day > key_use.day THEN excluded.cost
                WHEN excluded.day = key_use.day THEN key_use.cost + excluded.cost ELSE key_use.cost END,
            day = CASE WHEN excluded.day > key_use.day THEN excluded.day ELSE key_use.day END,
            address = CASE WHEN excluded.used_at >= key_use.used_at THEN excluded.address ELSE key_use.address END,
            used_at = CASE WHEN excluded.used_at > key_use.used_at THEN excluded.used_at ELSE key_use.used_at END
        RETURNING cost, day
        """
    )
    private static let use = Statement(
        "SELECT entry, account, used_at, address, day, cost FROM key_use WHERE entry = $1"
    )
    private static let uses = Statement(
        "SELECT entry, account, used_at, address, day, cost FROM key_use WHERE account = $1 ORDER BY entry"
    )

    /// Adds uses of keys to what is known; a loss of power may take the last ones back.
    ///
    /// Of each key the last day is kept: a node that notes an earlier one late takes nothing back.
    ///
    /// - Parameter uses: What was used since the last call, of each key once.
    /// - Returns: What each key cost on that day, at all nodes, in the order of `uses`; nil where a later day is known.
    /// - Throws: `DatabaseError`; then nothing was added.
    package func add(_ uses: [KeyUse]) async throws -> [Int64?] {
        // Nodes that write at once take the rows in one order, so that none waits for the other in a circle.
        let order = uses.indices.sorted { uses[$0].key < uses[$1].key }
        return try await database.write(.deferred) { transaction in
            var totals = [Int64?](repeating: nil, count: uses.count)
            for index in order {
                let use = uses[index]
                let values: [Value] = [
                    .text(use.key), .text(use.account), .integer(use.usedAt), .text(use.address), .integer(use.day),
                    .integer(use.cost),
                ]
                let known = try transaction.first(Self.addUse, values) {
                    (cost: try $0.integer(0), day: try $0.integer(1))
                }
                totals[index] = known.flatMap { $0.day == use.day ? $0.cost : nil }
            }
            return totals
        }
    }

    /// How a key was used; nil where it never was.
    package func keyUse(of key: String) async throws -> KeyUse? {
        try await database.read { transaction in
            try transaction.first(Self.use, [.text(key)]) { try KeyUse($0) }
        }
    }

    /// How the keys of an account were used; those that never were are not among them.
    package func keyUses(of account: String) async throws -> [KeyUse] {
        try await database.read { transaction in
            try transaction.all(Self.uses, [.text(account)]) { try KeyUse($0) }
        }
    }
}

extension KeyUse {
    init(_ row: borrowing Row) throws {
        self.init(
            try row.text(0),
            of: try row.text(1),
            usedAt: try row.integer(2),
            address: try row.text(3),
            day: try row.integer(4),
            cost: try row.integer(5)
        )
    }
}
