package import Bytes
internal import SQLCore

extension Store {
    /// Checks everything against everything: storage, log, entries, numbers, sources, counts, blobs.
    ///
    /// Reads one moment while others go on writing; on a large store it takes minutes.
    ///
    /// - Parameters:
    ///   - key: the key whose signatures the checkpoints must bear, when known.
    ///   - other: the key whose signatures checkpoints may bear besides, when known.
    ///   - registers: the registers whose entries are checked beside the log and what it seals; nil for everything there is.
    ///   - limit: how many findings are reported.
    /// - Returns: what was looked at and found.
    /// - Throws: `DatabaseError` when the check itself cannot go on.
    package func verify(
        key: LogVerifierKey? = nil,
        and other: SM2VerifierKey? = nil,
        registers: [String]? = nil,
        limit: Int = 1_000
    ) async throws -> VerificationReport {
        let storage = registers == nil ? try await database.integrityFindings() : []
        return try await database.read { transaction in
            try self.compressors.with { compressor in
                var verifier = Verifier(
                    compressor: compressor,
                    key: key,
                    other: other,
                    registers: registers,
                    limit: limit,
                    now: self.options.now()
                )
                for problem in storage { verifier.find(.storage, "database", problem) }
                do {
                    try verifier.run(in: transaction)
                } catch let error as StoreError {
                    verifier.find(.unreadable, "database", "\(error)")
                } catch DatabaseError.corrupt(let text) {
                    verifier.find(.storage, "database", text)
                }
                return verifier.report
            }
        }
    }

    /// The digest by which two stores are compared; see `LogicalDigest`.
    package func logicalDigest() async throws -> Digest256 {
        try await Self.logicalDigest(of: database)
    }

    /// The logical digest of what a database holds.
    static func logicalDigest(of database: any Database) async throws -> Digest256 {
        try await database.read { transaction in
            var digest = LogicalDigest()
            try transaction.rows(VerificationStatements.digests) {
                digest.add(entry: try $0.text(0), version: try $0.integer(1), digest: try $0.digest(2))
            }
            return digest.value
        }
    }
}
