internal import SQLCore

extension Store {
    /// Keeps what a token is good for.
    ///
    /// - Parameters:
    ///   - record: The token's digest, purpose and end.
    ///   - replacing: Whether what the account had of this purpose is void from now on.
    /// - Throws: `DatabaseError`.
    package func put(_ record: OneTimeRecord, replacing: Bool = false) async throws {
        try await database.write { transaction in
            if replacing {
                try transaction.run(
                    AccountStatements.dropOneTimes,
                    [.text(record.account), .text(record.purpose)]
                )
            }
            try transaction.run(
                AccountStatements.putOneTime,
                [
                    .bytes(record.id), .text(record.purpose), .text(record.account), .bytes(record.payload),
                    .integer(record.endsAt),
                ]
            )
        }
    }

    /// What a token is good for; nil where there is none of this purpose, or it is over.
    package func oneTime(_ id: [UInt8], for purpose: String) async throws -> OneTimeRecord? {
        let now = options.now()
        return try await database.read { transaction in
            try transaction.first(
                AccountStatements.oneTime,
                [.bytes(id), .text(purpose), .integer(now)]
            ) { try OneTimeRecord($0) }
        }
    }

    /// Counts a try of a token and says what it is good for; nil where it is over, of another purpose, or was tried so
    /// often.
    package func tryOneTime(_ id: [UInt8], for purpose: String, atMost tries: Int64) async throws -> OneTimeRecord? {
        let now = options.now()
        return try await database.write { transaction in
            try transaction.first(
                AccountStatements.tryOneTime,
                [.bytes(id), .text(purpose), .integer(now), .integer(tries)]
            ) { try OneTimeRecord($0) }
        }
    }

    /// Makes all tokens void, of everybody and of nobody yet.
    package func dropOneTimes() async throws {
        try await database.write { transaction in try transaction.run(AccountStatements.dropEveryOneTime) }
    }

    /// Uses a token up; nil where there is none of this purpose or it is over.
    package func takeOneTime(_ id: [UInt8], for purpose: String) async throws -> OneTimeRecord? {
        let now = options.now()
        return try await database.write { transaction in
            let taken = try transaction.first(AccountStatements.takeOneTime, [.bytes(id), .text(purpose)]) {
                try OneTimeRecord($0)
            }
            guard let taken, taken.endsAt > now else { return nil }
            return taken
        }
    }
}

extension OneTimeRecord {
    init(_ row: borrowing Row) throws {
        self.init(
            id: try row.bytes(0),
            purpose: try row.text(1),
            account: try row.text(2),
            payload: try row.bytes(3),
            endsAt: try row.integer(5)
        )
        tries = try row.integer(4)
    }
}
