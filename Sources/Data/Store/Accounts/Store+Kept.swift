internal import SQLCore

extension Store {
    // Changes nothing, but holds the account, so that of two changes at once each knows of the other.
    private static let holdAccount = Statement(
        "UPDATE entry SET state = state WHERE entry = $1 AND state = 0 RETURNING version"
    )
    private static let allKept = Statement(
        "SELECT id, content, kept_at FROM kept WHERE account = $1 AND length(id) <= 32 ORDER BY kept_at DESC, id"
    )
    private static let allDrafts = Statement(
        "SELECT id, content, kept_at FROM kept WHERE account = $1 AND length(id) > 32 ORDER BY kept_at DESC, id"
    )
    private static let putKept = Statement(
        """
        INSERT INTO kept (account, id, content, kept_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account, id) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at
        """
    )
    private static let dropKept = Statement("DELETE FROM kept WHERE account = $1 AND id = $2")
    private static let dropThings = Statement("DELETE FROM kept WHERE account = $1 AND length(id) <= 32")

    /// What an account keeps, the newest first.
    package func kept(of account: String, _ sort: KeptRow.Sort = .thing) async throws -> [KeptRow] {
        try await database.read { transaction in try Self.kept(of: account, sort, in: transaction) }
    }

    /// Puts things among those that an account keeps.
    ///
    /// - Parameters:
    ///   - account: The account.
    ///   - sort: What they are for.
    ///   - choose: What to write, of what is there of that sort; it may be called again, and does nothing else.
    /// - Returns: False where there is no such account.
    /// - Throws: What `choose` throws, and then nothing is written; `DatabaseError`.
    package func keep(
        of account: String,
        _ sort: KeptRow.Sort = .thing,
        _ choose: @escaping @Sendable ([KeptRow]) throws -> [KeptRow]
    ) async throws -> Bool {
        try await database.write { transaction in
            guard try transaction.first(Self.holdAccount, [.text(account)], { try $0.integer(0) }) != nil else {
                return false
            }
            for row in try choose(try Self.kept(of: account, sort, in: transaction)) {
                try transaction.run(
                    Self.putKept,
                    [.text(account), .bytes(row.id), .bytes(row.content), .integer(row.keptAt)]
                )
            }
            return true
        }
    }

    /// Removes one thing or draft that an account keeps, or all things; returns how many.
    package func dropKept(_ id: [UInt8]?, of account: String) async throws -> Int {
        try await database.write { transaction in
            guard let id else { return try transaction.run(Self.dropThings, [.text(account)]) }
            return try transaction.run(Self.dropKept, [.text(account), .bytes(id)])
        }
    }

    private static func kept(
        of account: String,
        _ sort: KeptRow.Sort,
        in transaction: borrowing Transaction
    ) throws -> [KeptRow] {
        try transaction.all(sort == .thing ? allKept : allDrafts, [.text(account)]) {
            KeptRow(id: try $0.bytes(0), content: try $0.bytes(1), keptAt: try $0.integer(2))
        }
    }
}
