internal import SQLCore

extension Store {
    /// The live entries of a register that have a text in a field for staff lists, in the order of number and identifier.
    ///
    /// - Parameters:
    ///   - register: The register.
    ///   - field: The field, see `OrderValue`.
    ///   - text: Its text.
    ///   - after: Where the list goes on; nil for its beginning.
    ///   - limit: The most entries.
    /// - Returns: The entries without their long texts.
    /// - Throws: `StoreError.damaged` when a content cannot be expanded; `DatabaseError`.
    package func entries(
        of register: String,
        where field: String,
        is text: String,
        after: OrderCursor? = nil,
        limit: Int64
    ) async throws -> [StoredEntry] {
        try await database.read { transaction in
            let values: [Value] = [.text(register), .text(field), .text(text), .integer(limit)]
            let rows =
                if let after {
                    try transaction.all(
                        EntryStatements.rowsOrderedAfter,
                        values + [.integer(after.number), .text(after.entry)]
                    ) { try EntryRow($0, entry: $0.text(10)) }
                } else {
                    try transaction.all(EntryStatements.rowsOrdered, values) { try EntryRow($0, entry: $0.text(10)) }
                }
            return try self.compressors.with { compressor in
                try rows.map { try $0.stored(with: compressor, texts: []) }
            }
        }
    }
}
