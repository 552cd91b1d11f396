internal import SQLCore

/// Lists for whoever audits, the newest first.
extension Store {
    /// The most lines of the log that one page looks at.
    private static let mostLines: Int64 = 50_000
    private static let lineBlock: Int64 = 1_000

    /// Events of accounts.
    ///
    /// - Parameters:
    ///   - filter: Which.
    ///   - place: Where the page before ended.
    ///   - limit: The most rows.
    /// - Returns: The events, each with its place.
    /// - Throws: `DatabaseError`.
    package func events(
        _ filter: AuditFilter,
        before place: AuditPlace?,
        limit: Int64
    ) async throws -> [(event: AccountEvent, place: AuditPlace)] {
        let values = Self.values(filter, place, limit)
        return try await database.read { transaction in
            let statement = filter.account == nil ? AuditStatements.events : AuditStatements.eventsOf
            return try transaction.all(statement, values) { row in
                let time = try row.integer(1)
                return (
                    AccountEvent(
                        try row.text(2),
                        of: try row.text(0),
                        time: time,
                        address: try row.text(3),
                        detail: try row.textIfAny(4)
                    ), AuditPlace(number: time, id: try row.bytes(5))
                )
            }
        }
    }

    /// Who saw what of whom; see ``events(_:before:limit:)``.
    package func disclosures(
        _ filter: AuditFilter,
        before place: AuditPlace?,
        limit: Int64
    ) async throws -> [(disclosure: Disclosure, place: AuditPlace)] {
        let values = Self.values(filter, place, limit)
        return try await database.read { transaction in
            let statement = filter.account == nil ? AuditStatements.disclosures : AuditStatements.disclosuresOf
            return try transaction.all(statement, values) { row in
                (try Disclosure(row), AuditPlace(number: try row.integer(0), id: try row.bytes(9)))
            }
        }
    }

    /// Lines of the log.
    ///
    /// **Cost** the log has no index by author or entry: a page looks at 50,000 lines at most, and may then have fewer than asked
    /// for and still say where to go on.
    ///
    /// - Parameters:
    ///   - filter: Which.
    ///   - place: Where the page before ended.
    ///   - limit: The most lines.
    /// - Returns: The lines, and where the next page goes on; nil at the first line of the log.
    /// - Throws: `DatabaseError`.
    package func lines(
        _ filter: AuditFilter,
        before place: AuditPlace?,
        limit: Int
    ) async throws -> (lines: [Change], next: AuditPlace?) {
        try await database.read { transaction in
            let size = try Self.head(in: transaction).size
            var next = min(place?.number ?? .max, size + 1)
            if let until = filter.until, place == nil {
                next = try Self.line(at: until, size: size, in: transaction)
            }
            var lines: [Change] = []
            var looked: Int64 = 0
            while next > 1, looked < Self.mostLines {
                let block = try transaction.all(
                    AuditStatements.linesBefore,
                    [.integer(next), .integer(Self.lineBlock)]
                ) { try Change($0) }
                guard !block.isEmpty else { return (lines, nil) }
                for line in block {
                    if let since = filter.since, line.time < since { return (lines, nil) }
                    next = line.sequence
                    guard filter.takes(line) else { continue }
                    lines.append(line)
                    if lines.count == limit { return (lines, next > 1 ? AuditPlace(number: next) : nil) }
                }
                looked += Int64(block.count)
            }
            return (lines, next > 1 ? AuditPlace(number: next) : nil)
        }
    }

    /// The first line of a moment or later, by halving: times go up with the log.
    private static func line(at time: Int64, size: Int64, in transaction: borrowing Transaction) throws -> Int64 {
        var (low, high) = (Int64(1), size + 1)
        while low < high {
            let middle = low + (high - low) / 2
            let found = try transaction.first(LogStatements.line, [.integer(middle)]) { try $0.integer(4) }
            if let found, found < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func values(_ filter: AuditFilter, _ place: AuditPlace?, _ limit: Int64) -> [Value] {
        let end = place ?? AuditPlace(number: filter.until ?? .max)
        let values: [Value] = [
            .integer(filter.since ?? 0), .integer(end.number), .bytes(end.id), .integer(limit),
        ]
        return values + (filter.account.map { [.text($0)] } ?? [])
    }
}

extension AuditFilter {
    /// Whether a line is wanted, its time aside.
    func takes(_ line: Change) -> Bool {
        (register == nil || line.register == register)
            && (account == nil || line.author == account || line.entry == account)
    }
}
