internal import SQLCore

extension Store {
    /// The keys that sign what clients are told, the oldest first.
    package func signingKeys() async throws -> [SigningKeyRecord] {
        try await database.read { transaction in
            try transaction.all(SignOnStatements.keys) {
                SigningKeyRecord(
                    number: try $0.integer(0),
                    id: try $0.text(1),
                    secret: try $0.bytes(2),
                    madeAt: try $0.integer(3),
                    activeAt: try $0.integer(4)
                )
            }
        }
    }

    /// Keeps a key; nothing happens where another node made one of this number first.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - withdrawing: Whether all keys before it are withdrawn at once.
    /// - Throws: `DatabaseError`.
    package func put(_ key: SigningKeyRecord, withdrawing: Bool = false) async throws {
        try await database.write { transaction in
            try transaction.run(
                SignOnStatements.putKey,
                [
                    .integer(key.number), .text(key.id), .bytes(key.secret), .integer(key.madeAt),
                    .integer(key.activeAt),
                ]
            )
            if withdrawing { try transaction.run(SignOnStatements.dropKeys, [.integer(key.number)]) }
        }
    }

    /// Deletes the keys before a number.
    package func dropSigningKeys(before number: Int64) async throws {
        try await database.write { transaction in
            try transaction.run(SignOnStatements.dropKeys, [.integer(number)])
        }
    }
}
