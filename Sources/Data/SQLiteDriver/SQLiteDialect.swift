internal import SQLCore

/// The SQL of SQLite for what portable SQL leaves open.
enum SQLiteDialect {
    /// Expands a statement.
    ///
    /// Tables become STRICT. A table whose primary key has several columns holds small rows that are read by that
    /// key, so it is kept in the order of the key (WITHOUT ROWID) instead of beside an index.
    ///
    /// - Throws: `DatabaseError.unknownToken`.
    static func expand(_ text: String) throws -> String {
        let expanded = try SQLExpansion.expand(text, token: token) { "?\($0)" }
        guard expanded.hasPrefix("CREATE TABLE") else { return expanded }
        return expanded + (hasCompositeKey(expanded) ? " STRICT, WITHOUT ROWID" : " STRICT")
    }

    private static func token(_ token: SQLToken) -> String {
        switch token {
        case .int: "INTEGER"
        case .text: "TEXT"
        case .bytes: "BLOB"
        case .real: "REAL"
        // One writer at a time: there are no rows held by another, and no partitions.
        case .skipLocked, .partitionHash, .partitionLog: ""
        }
    }

    private static func hasCompositeKey(_ table: String) -> Bool {
        guard let start = table.firstRange(of: "PRIMARY KEY (") else { return false }
        return table[start.upperBound...].prefix { $0 != ")" }.contains(",")
    }
}
