package import Bytes
internal import SQLCore

extension Store {
    /// How long the log is, and its root.
    package func logHead() async throws -> LogHead {
        try await database.read { try Self.head(in: $0) }
    }

    /// The lines after a cursor, at most `limit`.
    ///
    /// - Throws: `StoreError.logDiverged` when the line of the cursor is another one now.
    package func changes(after cursor: LogCursor, limit: Int = 1_000) async throws -> ChangesPage {
        try await database.read { transaction in
            try Self.check(cursor, in: transaction)
            let changes = try transaction.all(
                LogStatements.after,
                [.integer(cursor.sequence), .integer(Int64(limit))]
            ) { try Change($0) }
            let size = try Self.head(in: transaction).size
            let next = changes.last.map { LogCursor(sequence: $0.sequence, digest: $0.leaf) } ?? cursor
            return ChangesPage(changes: changes, cursor: next, size: size)
        }
    }

    /// Whether the line of a cursor is in the log: how a reader finds the last state that it shares with it.
    package func contains(_ cursor: LogCursor) async throws -> Bool {
        do {
            try await database.read { try Self.check(cursor, in: $0) }
            return true
        } catch StoreError.logDiverged {
            return false
        }
    }

    /// The cursor at line `sequence`, or nil when the log is shorter.
    package func cursor(at sequence: Int64) async throws -> LogCursor? {
        guard sequence > 0 else { return .start }
        return try await database.read { transaction in
            try transaction.first(LogStatements.line, [.integer(sequence)]) {
                LogCursor(sequence: sequence, digest: try Change($0).leaf)
            }
        }
    }

    /// Who made lines of the log, by their sequences; lines that are not there are left out.
    package func authors(of sequences: [Int64]) async throws -> [Int64: String] {
        try await database.read { transaction in
            var authors: [Int64: String] = [:]
            for sequence in sequences {
                authors[sequence] = try transaction.first(LogStatements.line, [.integer(sequence)]) {
                    try Change($0).author
                }
            }
            return authors
        }
    }

    /// What an operator wrote beside line `sequence`; nil when nothing.
    package func note(at sequence: Int64) async throws -> String? {
        try await database.read { transaction in
            try transaction.first(LogStatements.note, [.integer(sequence)]) { try $0.text(0) }
        }
    }

    /// The proof that line `sequence` is in the log of `size` lines.
    ///
    /// - Throws: `StoreError.notFound` when there is no such line or size.
    package func inclusionProof(of sequence: Int64, size: Int64) async throws -> [Digest256] {
        try await database.read { transaction in
            let head = try Self.head(in: transaction)
            guard sequence >= 1, sequence <= size, size <= head.size else {
                throw StoreError.notFound(entry: "line \(sequence) of the log at \(size)")
            }
            var hashes = LogHashes()
            return try MerkleProver.inclusion(of: sequence - 1, size: size) {
                try hashes.subtree(height: $0, index: $1, in: transaction)
            }
        }
    }

    /// The proof that lines `sequences` are in the log of `size` lines, for whoever has these lines.
    ///
    /// - Throws: `StoreError.notFound` when there are no such lines or size.
    package func rangeProof(of sequences: ClosedRange<Int64>, size: Int64) async throws -> [Digest256] {
        try await database.read { transaction in
            let head = try Self.head(in: transaction)
            guard sequences.lowerBound >= 1, sequences.upperBound <= size, size <= head.size else {
                throw StoreError.notFound(
                    entry: "lines \(sequences.lowerBound) to \(sequences.upperBound) of the log at \(size)"
                )
            }
            var hashes = LogHashes()
            return try MerkleProver.range(sequences.lowerBound - 1..<sequences.upperBound, size: size) {
                try hashes.subtree(height: $0, index: $1, in: transaction)
            }
        }
    }

    /// The proof that the log of `second` lines begins with the log of `first` lines.
    ///
    /// - Throws: `StoreError.notFound` when the log is shorter.
    package func consistencyProof(from first: Int64, to second: Int64) async throws -> [Digest256] {
        try await database.read { transaction in
            let head = try Self.head(in: transaction)
            guard first >= 0, first <= second, second <= head.size else {
                throw StoreError.notFound(entry: "the log from \(first) to \(second)")
            }
            guard first > 0, first < second else { return [] }
            var hashes = LogHashes()
            return try MerkleProver.consistency(from: first, to: second) {
                try hashes.subtree(height: $0, index: $1, in: transaction)
            }
        }
    }

    /// The root that the log had with `size` lines.
    ///
    /// - Throws: `StoreError.notFound` when the log is shorter.
    package func root(at size: Int64) async throws -> Digest256 {
        try await database.read { transaction in
            guard size >= 0, size <= (try Self.head(in: transaction).size) else {
                throw StoreError.notFound(entry: "the log at \(size)")
            }
            return try Self.root(at: size, in: transaction)
        }
    }

    /// Signs the present state of the log; the last checkpoint again when nothing was added since.
    ///
    /// - Parameters:
    ///   - key: the key of the log.
    ///   - other: a key that signs too, where the operator wants that.
    /// - Returns: the checkpoint.
    /// - Throws: `StoreError.logForked` when the log does not begin with what was signed last; `.logDiverged` when it went
    ///   back meanwhile.
    package func signCheckpoint(with key: LogKey, and other: SM2Key? = nil) async throws -> Checkpoint {
        let (head, last) = try await database.read { transaction -> (LogHead, Checkpoint?) in
            let head = try Self.head(in: transaction)
            guard let last = try Self.lastCheckpoint(atMost: .max, in: transaction) else { return (head, nil) }
            guard last.size <= head.size, try Self.root(at: last.size, in: transaction) == last.root else {
                throw StoreError.logForked(checkpoint: last.size)
            }
            return (head, last)
        }
        if let last, last.size == head.size { return last }
        let body = CheckpointBody(origin: key.verifier.name, size: head.size, root: head.root)
        let note = try key.sign(body.text)
        let checkpoint = Checkpoint(
            size: head.size,
            root: head.root,
            note: try other?.sign(note) ?? note,
            madeAt: options.now()
        )
        try await database.write { transaction in
            // A fail-over since then may have lost lines, and what is signed must be there.
            let now = try Self.head(in: transaction)
            guard head.size <= now.size, try Self.root(at: head.size, in: transaction) == head.root else {
                throw StoreError.logDiverged(sequence: head.size, lastCheckpoint: last?.size ?? 0)
            }
            try transaction.run(
                LogStatements.putCheckpoint,
                [
                    .integer(checkpoint.size), .digest(checkpoint.root), .text(checkpoint.note),
                    .integer(checkpoint.madeAt),
                ]
            )
        }
        return checkpoint
    }

    /// The newest checkpoint of at most `size` lines, or nil.
    package func lastCheckpoint(atMost size: Int64 = .max) async throws -> Checkpoint? {
        try await database.read { try Self.lastCheckpoint(atMost: size, in: $0) }
    }

    /// What the last logged write left behind.
    static func turn(in transaction: borrowing Transaction) throws -> LogTurn {
        let turn = try transaction.first(LogStatements.head) {
            LogTurn(number: try $0.integer(3), root: try $0.digest(1))
        }
        guard let turn else { throw StoreError.damaged("the head of the log is missing") }
        return turn
    }

    static func head(in transaction: borrowing Transaction) throws -> LogHead {
        let head = try transaction.first(LogStatements.head) {
            LogHead(size: try $0.integer(0), root: try $0.digest(1))
        }
        guard let head else { throw StoreError.damaged("the head of the log is missing") }
        return head
    }

    private static func root(at size: Int64, in transaction: borrowing Transaction) throws -> Digest256 {
        guard size > 0 else { return MerkleTree.emptyRoot }
        var hashes = LogHashes()
        return try MerkleProver.root(from: 0, count: size) {
            try hashes.subtree(height: $0, index: $1, in: transaction)
        }
    }

    static func lastCheckpoint(atMost size: Int64, in transaction: borrowing Transaction) throws -> Checkpoint? {
        try transaction.first(LogStatements.lastCheckpoint, [.integer(size)]) { try Checkpoint($0) }
    }

    private static func check(_ cursor: LogCursor, in transaction: borrowing Transaction) throws {
        guard cursor.sequence > 0 else { return }
        let leaf = try transaction.first(LogStatements.line, [.integer(cursor.sequence)]) { try Change($0).leaf }
        guard leaf != cursor.digest else { return }
        let checkpoint = try lastCheckpoint(atMost: cursor.sequence - 1, in: transaction)
        throw StoreError.logDiverged(sequence: cursor.sequence, lastCheckpoint: checkpoint?.size ?? 0)
    }
}

extension Checkpoint {
    /// Reads a row of `size, root, note, made_at`.
    init(_ row: borrowing Row) throws {
        self.init(
            size: try row.integer(0),
            root: try row.digest(1),
            note: try row.text(2),
            madeAt: try row.integer(3)
        )
    }
}
