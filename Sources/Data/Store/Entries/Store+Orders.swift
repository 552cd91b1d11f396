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
        after: OrderPlace? = nil,
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

    /// Who has texts in fields for staff lists.
    ///
    /// - Parameter values: the texts, each in a field of a register.
    /// - Returns: for each text one live entry that has it, or two: enough to know whether another has it.
    /// - Throws: `DatabaseError`.
    package func holders(of values: [(register: String, field: String, text: String)]) async throws -> [[String]] {
        let groups = values.flatMap { [Value.text($0.register), .text($0.field), .text($0.text)] }
        return try await database.read { transaction in
            try transaction.all(EntryStatements.holders, groups: groups) { _, row in try row.text(0) }
        }
    }

    /// Live entries of a register that have a value in one field for staff lists and none in another.
    ///
    /// - Parameters:
    ///   - register: The register.
    ///   - field: The field that they have.
    ///   - lacking: The field that they lack.
    ///   - limit: The most entries.
    /// - Returns: The entries without their long texts, by their identifiers.
    /// - Throws: `StoreError.damaged` when a content cannot be expanded; `DatabaseError`.
    package func entries(
        of register: String,
        having field: String,
        without lacking: String,
        limit: Int64
    ) async throws -> [StoredEntry] {
        try await database.read { transaction in
            let values: [Value] = [.text(register), .text(field), .text(lacking), .integer(limit)]
            let rows = try transaction.all(EntryStatements.rowsWithout, values) { try EntryRow($0, entry: $0.text(10)) }
            return try self.compressors.with { compressor in
                try rows.map { try $0.stored(with: compressor, texts: []) }
            }
        }
    }

    /// A page of the live entries of a register, those with the greatest number in a field for staff lists first.
    ///
    /// - Parameters:
    ///   - register: The register.
    ///   - field: The field, see `OrderValue`; every entry that is listed has a number in it.
    ///   - text: The text that the field has, nil where it has none.
    ///   - place: Where the page before ended; nil for the first page.
    ///   - limit: The most entries.
    /// - Returns: The entries without their long texts, each with its place.
    /// - Throws: `StoreError.damaged` when a content cannot be expanded; `DatabaseError`.
    package func newest(
        of register: String,
        by field: String,
        is text: String? = nil,
        before place: OrderPlace? = nil,
        limit: Int64
    ) async throws -> [(entry: StoredEntry, place: OrderPlace)] {
        let place = place ?? OrderPlace(number: .max, entry: "")
        let values: [Value] = [
            .text(register), .text(field), .integer(place.number), .text(place.entry), .integer(limit),
        ]
        return try await database.read { transaction in
            let rows = try transaction.all(
                text == nil ? EntryStatements.rowsNewest : EntryStatements.rowsNewestOf,
                values + (text.map { [.text($0)] } ?? [])
            ) { (row: try EntryRow($0, entry: $0.text(10)), number: try $0.integer(11)) }
            return try self.compressors.with { compressor in
                try rows.map {
                    (
                        try $0.row.stored(with: compressor, texts: []),
                        OrderPlace(number: $0.number, entry: $0.row.entry)
                    )
                }
            }
        }
    }
}
