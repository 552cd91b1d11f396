package import Bytes
package import SQLCore

/// Copies a whole store from one database into another, whatever kind each of them is.
///
/// Rows travel table by table in the order of their keys, some at a time, so that a move that broke off goes on after
/// the last row that arrived. The head of the log comes last: until then no program takes the target for a store. At
/// the end both must have the same rows in every table, the same root of the log and the same logical digest.
///
/// The source must not be written meanwhile; a logged write is found out by the turn of the log.
package struct StoreMove: Sendable {
    /// How far a move has come.
    package struct Progress: Sendable {
        /// The table that is being copied.
        package let table: String
        /// Rows copied, those of an earlier try included.
        package let done: Int64
        /// Rows of the source.
        package let total: Int64
    }

    /// What was moved.
    package struct Report: Sendable {
        /// Rows of all tables.
        package let rows: Int64
        /// The head of the log of both.
        package let head: LogHead
        /// The logical digest of both.
        package let logicalDigest: Digest256
        /// Whether an earlier try had begun it.
        package let wasResumed: Bool
    }

    private let source: any Database
    private let target: any Database
    private let now: @Sendable () -> Int64

    /// Names the two databases; nothing is read yet.
    package init(from source: any Database, to target: any Database, options: StoreOptions = StoreOptions()) {
        self.source = source
        self.target = target
        now = options.now
    }

    /// Moves everything.
    ///
    /// - Parameter report: called after every block of rows.
    /// - Returns: what both databases hold now.
    /// - Throws: `StoreError.cannotMove` when the target holds something else, the source is written meanwhile or the
    ///   two differ in the end; `DatabaseError`. What has arrived stays, and the same call goes on from there.
    package func callAsFunction(report: @Sendable (Progress) -> Void = { _ in }) async throws -> Report {
        try await Migrator(Schema.migrations).migrate(source, now: now())
        try await Migrator(Schema.migrations).migrate(target, now: now())
        let head = try await sourceHead()
        let wasResumed = try await begin(head)
        let counts = try await rowCounts(of: source)
        let total = counts.reduce(0, +)
        var done: Int64 = 0
        for (table, count) in zip(MoveTable.all, counts) {
            let before = done
            try await copy(table) { report(Progress(table: table.name, done: before + $0, total: total)) }
            done += count
        }
        try await target.flush()
        let digest = try await compare(counts, head)
        try await target.write { transaction in
            try transaction.run(MoveStatements.putHead, head.values)
            try transaction.run(MoveStatements.end)
        }
        return Report(
            rows: total,
            head: LogHead(size: head.size, root: head.root),
            logicalDigest: digest,
            wasResumed: wasResumed
        )
    }

    // MARK: Beginning

    /// The whole head of the log, by which it is seen that nothing was written.
    private struct Head: Sendable, Equatable {
        let size: Int64
        let root: Digest256
        let frontier: [UInt8]
        let turn: Int64

        var values: [Value] { [.integer(turn), .integer(size), .digest(root), .bytes(frontier)] }
        /// How the target remembers what is being moved into it.
        var name: String { "\(turn) \(size) \(root)" }
    }

    private func sourceHead() async throws -> Head {
        let head = try await source.read { transaction in
            guard try transaction.first(MoveStatements.state, [], { _ in true }) == nil else {
                throw StoreError.moveUnfinished
            }
            return try transaction.first(LogStatements.head) { row in
                Head(
                    size: try row.integer(0),
                    root: try row.digest(1),
                    frontier: try row.bytes(2),
                    turn: try row.integer(3)
                )
            }
        }
        guard let head else { throw StoreError.cannotMove("there is no store in the source") }
        return head
    }

    // Notes in an empty target what is coming; true when that was noted before.
    private func begin(_ head: Head) async throws -> Bool {
        let noted = try await target.read { try $0.first(MoveStatements.state) { try $0.text(0) } }
        if let noted {
            guard noted == head.name else {
                throw StoreError.cannotMove(
                    "the target holds a part of another store, or the source was written since; take an empty database"
                )
            }
            return true
        }
        let isEmpty = try await target.read { transaction in
            for table in MoveTable.all where try table.count(in: transaction) > 0 { return false }
            return try transaction.first(LogStatements.head) { try $0.integer(0) } ?? 0 == 0
        }
        guard isEmpty else { throw StoreError.cannotMove("the target is not empty") }
        try await target.write { try $0.run(MoveStatements.begin, [.text(head.name)]) }
        return false
    }

    // MARK: Copying

    private func copy(_ table: MoveTable, report: @Sendable (Int64) -> Void) async throws {
        var (last, done) = try await target.read { transaction in
            let last = try transaction.first(table.last) { try table.values($0, table.keys) }
            return (last ?? table.start, try table.count(in: transaction))
        }
        while true {
            let key = last
            let rows = try await source.read { transaction in
                try transaction.all(table.page, key + [.integer(table.rows)]) {
                    try table.values($0, table.columns.count)
                }
            }
            guard let end = rows.last else { return }
            try await target.write { try $0.run(table.insert, groups: rows.flatMap(\.self)) }
            last = Array(end.prefix(table.keys))
            done += Int64(rows.count)
            report(done)
        }
    }

    // MARK: Comparing

    private func rowCounts(of database: any Database) async throws -> [Int64] {
        try await database.read { transaction in
            try MoveTable.all.map { try $0.count(in: transaction) }
        }
    }

    private func compare(_ counts: [Int64], _ head: Head) async throws -> Digest256 {
        guard try await sourceHead() == head, try await rowCounts(of: source) == counts else {
            throw StoreError.cannotMove("the source was written meanwhile; take an empty database and move again")
        }
        for ((table, count), found) in zip(zip(MoveTable.all, counts), try await rowCounts(of: target))
        where count != found {
            throw StoreError.cannotMove("\(table.name) has \(found) rows instead of \(count)")
        }
        guard try await root(of: target) == head.root else {
            throw StoreError.cannotMove(
                "the lines that arrived do not give the root of the log; run doctor on the source"
            )
        }
        let digest = try await Store.logicalDigest(of: target)
        guard try await Store.logicalDigest(of: source) == digest else {
            throw StoreError.cannotMove("the entries that arrived have another logical digest")
        }
        return digest
    }

    // The root over the lines themselves, block by block.
    private func root(of database: any Database) async throws -> Digest256 {
        var frontier = MerkleFrontier()
        while true {
            let start = frontier.size
            let leaves = try await database.read { transaction in
                try transaction.all(LogStatements.after, [.integer(start), .integer(1_000)]) { try Change($0).leaf }
            }
            if leaves.isEmpty { return frontier.root }
            for leaf in leaves { frontier.append(leaf) }
        }
    }
}

extension MoveTable {
    /// How many rows there are.
    fileprivate func count(in transaction: borrowing Transaction) throws -> Int64 {
        try transaction.first(count) { try $0.integer(0) } ?? 0
    }
}
