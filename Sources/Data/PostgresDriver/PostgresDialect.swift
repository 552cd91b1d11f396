internal import SQLCore

/// The SQL of PostgreSQL for what portable SQL leaves open.
enum PostgresDialect {
    /// Expands a statement; that of a partitioned table is followed by those of its partitions.
    ///
    /// - Throws: `DatabaseError.unknownToken`.
    static func expand(_ text: String) throws -> String {
        var partitions: [String] = []
        let table = tableName(text)
        let expanded = try SQLExpansion.expand(
            text,
            token: { token in
                switch token {
                case .int: return "BIGINT"
                case .text: return "TEXT COLLATE \"C\""
                case .bytes: return "BYTEA"
                case .real: return "DOUBLE PRECISION"
                case .skipLocked: return "FOR UPDATE SKIP LOCKED"
                case .partitionHash(let columns, let count):
                    partitions = (0..<count).map { number in
                        "CREATE TABLE \(table)_p\(number) PARTITION OF \(table) "
                            + "FOR VALUES WITH (MODULUS \(count), REMAINDER \(number))"
                    }
                    return "PARTITION BY HASH (\(columns))"
                case .partitionLog:
                    partitions = (0..<logPartitions).map { logPartition(table, $0) }
                    partitions.append("CREATE TABLE \(table)_rest PARTITION OF \(table) DEFAULT")
                    return "PARTITION BY RANGE (sequence)"
                }
            },
            parameter: { "$\($0)" }
        )
        return ([expanded] + partitions).joined(separator: ";\n")
    }

    /// The statement that inserts several rows of values at once.
    ///
    /// - Parameters:
    ///   - text: a portable statement.
    ///   - rows: how many rows.
    /// - Returns: nil where the statement does not insert a plain row.
    /// - Throws: `DatabaseError.unknownToken`.
    static func together(_ text: String, rows: Int) throws -> String? {
        guard text.hasPrefix("INSERT INTO "), let values = text.firstRange(of: "VALUES (")?.upperBound,
            let end = text[values...].firstIndex(of: ")")
        else { return nil }
        let row = String(text[values..<end])
        let count = SQLExpansion.highestParameter(in: row)
        let rest = text[text.index(after: end)...]
        guard count > 0, !row.contains("("), !text[..<values].contains("$"), !rest.contains("$"),
            !rest.contains("RETURNING")
        else { return nil }
        let all = try (0..<rows).map { number in
            try SQLExpansion.expand(row, token: { throw DatabaseError.unknownToken("\($0)") }) {
                "$\(number * count + $0)"
            }
        }
        return text[..<values] + all.joined(separator: "), (") + text[end...]
    }

    /// Whether a statement shapes tables: such statements take no values and are run once, so they are not prepared.
    static func isDefinition(_ text: String) -> Bool {
        text.hasPrefix("CREATE ") || text.hasPrefix("DROP ") || text.hasPrefix("ALTER ")
    }

    // The log begins with room for a hundred million lines in partitions of ten million. What comes later goes into
    // the default partition, so that no write ever fails for want of one; to create partitions ahead while nodes run
    // would need a lock that stops readers, which is not worth a partition that is merely larger than the others. An
    // operator who reaches it splits it in a quiet hour.
    private static let logPartitions: Int64 = 10
    private static let linesPerPartition: Int64 = 10_000_000

    private static func logPartition(_ table: String, _ number: Int64) -> String {
        "CREATE TABLE \(table)_p\(number) PARTITION OF \(table) "
            + "FOR VALUES FROM (\(number * linesPerPartition)) TO (\((number + 1) * linesPerPartition))"
    }

    // The word after CREATE TABLE or CREATE TABLE IF NOT EXISTS.
    private static func tableName(_ text: String) -> String {
        let words = text.split { $0.isWhitespace || $0 == "(" }
        let place = words.starts(with: ["CREATE", "TABLE", "IF", "NOT", "EXISTS"]) ? 5 : 2
        return words.count > place ? String(words[place]) : ""
    }
}
