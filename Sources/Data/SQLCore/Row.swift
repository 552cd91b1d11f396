/// One row of an answer, valid only inside the closure that received it.
package struct Row: ~Copyable {
    private let reader: any RowReader

    /// Wraps the cursor of a driver.
    package init(_ reader: any RowReader) {
        self.reader = reader
    }

    /// Whether column `column` (from 0) holds no value.
    package func isNull(_ column: Int) -> Bool {
        reader.isNull(column)
    }

    /// The whole number of column `column` (from 0).
    ///
    /// - Throws: `DatabaseError.unexpectedNull` when it holds no value.
    package func integer(_ column: Int) throws -> Int64 {
        try reader.integer(checked(column))
    }

    /// The floating-point number of column `column` (from 0).
    ///
    /// - Throws: `DatabaseError.unexpectedNull` when it holds no value.
    package func real(_ column: Int) throws -> Double {
        try reader.real(checked(column))
    }

    /// The text of column `column` (from 0).
    ///
    /// - Throws: `DatabaseError.unexpectedNull` when it holds no value.
    package func text(_ column: Int) throws -> String {
        try reader.text(checked(column))
    }

    /// A copy of the bytes of column `column` (from 0).
    ///
    /// - Throws: `DatabaseError.unexpectedNull` when it holds no value.
    package func bytes(_ column: Int) throws -> [UInt8] {
        try reader.bytes(checked(column))
    }

    /// The whole number of column `column`, or nil.
    package func integerIfAny(_ column: Int) throws -> Int64? {
        reader.isNull(column) ? nil : try reader.integer(column)
    }

    /// The text of column `column`, or nil.
    package func textIfAny(_ column: Int) throws -> String? {
        reader.isNull(column) ? nil : try reader.text(column)
    }

    /// The bytes of column `column`, or nil.
    package func bytesIfAny(_ column: Int) throws -> [UInt8]? {
        reader.isNull(column) ? nil : try reader.bytes(column)
    }

    private func checked(_ column: Int) throws -> Int {
        guard !reader.isNull(column) else { throw DatabaseError.unexpectedNull(column: column) }
        return column
    }
}
