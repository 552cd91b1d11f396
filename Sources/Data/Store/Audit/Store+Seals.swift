internal import Bytes
internal import SQLCore

extension Store {
    /// Seals in the log the rows of the audit that are new: see ``SealContent``.
    ///
    /// Comes before a checkpoint is signed, about once a minute. Of nodes that do it at once one is refused and does it later.
    ///
    /// - Returns: How many rows were sealed.
    /// - Throws: `StoreError.changedMeanwhile` where another node sealed them; `DatabaseError`.
    @discardableResult
    package func sealAudit() async throws -> Int64 {
        var count: Int64 = 0
        for table in SealedTable.allCases {
            var sealed: Int64
            repeat {
                sealed = try await seal(table)
                count += sealed
            } while sealed == SealContent.mostRows
        }
        return count
    }

    private func seal(_ table: SealedTable) async throws -> Int64 {
        // One that is dated in the future waits until then, so that no seal has rows that are later than itself.
        let values: [Value] = [.integer(SealContent.mostRows), .integer(options.now())]
        let rows = try await database.read { transaction in
            try transaction.all(SealStatements.open(table), values) { try table.row($0) }
        }
        guard let first = rows.first, let last = rows.last else { return 0 }
        var tree = MerkleFrontier()
        for row in rows { tree.append(row.leaf) }
        let content = SealContent(
            table: table,
            count: tree.size,
            first: first.time,
            last: last.time,
            root: tree.root.description
        )
        let entry = SealContent.prefix + Self.randomWord()
        let change = EntryChange(
            register: SealContent.register,
            entry: entry,
            expectedVersion: 0,
            draft: try content.draft
        )
        let places = rows.enumerated().map { ($0.element.id, Int64($0.offset + 1), $0.element.leaf) }
        _ = try await save([change], author: Self.systemAuthor) { transaction, line in
            for (id, place, leaf) in places {
                let values: [Value] = [.bytes(id), .integer(line), .integer(place), .digest(leaf)]
                guard try transaction.run(SealStatements.put(table), values) == 1 else {
                    throw StoreError.changedMeanwhile(entry: entry, expected: 0, found: 0)
                }
            }
        }
        return content.count
    }

    /// Deletes sealed rows whose time is over, whole seals at a time; the seal says so, and the log still verifies.
    ///
    /// - Parameters:
    ///   - table: Of which table.
    ///   - keep: For how long rows are kept, in microseconds; never less than ``SealContent/shortestKeep``.
    /// - Returns: How many rows went.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package func sweepSealed(_ table: SealedTable, keep: Int64) async throws -> Int {
        let before = options.now() - max(keep, SealContent.shortestKeep)
        var count = 0
        while true {
            let due = try await entries(of: SealContent.register, where: "last", is: table.rawValue, limit: 1)
            guard let seal = due.first else { return count }
            var content = try SealContent.read(seal)
            guard content.last <= before else { return count }
            content.isSwept = true
            // The rows name the line that made the seal, not those of later versions.
            let line = try await versions(of: seal.entry).first?.sequence ?? seal.sequence
            let change = EntryChange(
                register: SealContent.register,
                entry: seal.entry,
                expectedVersion: seal.version,
                draft: try content.draft
            )
            _ = try await save([change], author: Self.systemAuthor) { transaction, _ in
                try transaction.run(SealStatements.drop(table), [.integer(line)])
            }
            count += Int(content.count)
        }
    }

    /// Who is named in the log for what the program does by itself.
    package static let systemAuthor = "system"

    /// 26 letters and digits of base32: 130 random bits.
    private static func randomWord() -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
        return String((0..<26).map { _ in letters[Int.random(in: 0..<32, using: &generator)] })
    }
}

extension SealedTable {
    /// Reads a row of the table.
    func row(_ row: borrowing Row) throws -> SealedRow {
        switch self {
        case .disclosure: try SealedRow(disclosure: row)
        case .event: try SealedRow(event: row)
        }
    }
}
