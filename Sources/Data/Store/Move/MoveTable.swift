internal import SQLCore

/// A table on its way to another database: read and written in the order of its primary key.
struct MoveTable: Sendable {
    /// What a column holds, where it holds anything.
    enum Column: Sendable {
        case integer, text, bytes
    }

    let name: String
    /// The columns in the order of all statements, those of the primary key first.
    let columns: [Column]
    /// How many columns the primary key has.
    let keys: Int
    /// How many rows are copied together: fewer where they may be large.
    let rows: Int64
    /// The rows after a key, at most so many.
    let page: Statement
    let insert: Statement
    /// The last key.
    let last: Statement
    let count: Statement

    /// A key before all others.
    var start: [Value] {
        columns.prefix(keys).map { column in
            switch column {
            case .integer: .integer(.min)
            case .text: .text("")
            case .bytes: .bytes([])
            }
        }
    }

    /// The first `count` columns of a row.
    func values(_ row: borrowing Row, _ count: Int) throws -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for (place, column) in columns.prefix(count).enumerated() {
            switch column {
            case .integer: values.append(.integer(optional: try row.integerIfAny(place)))
            case .text: values.append(.text(optional: try row.textIfAny(place)))
            case .bytes: values.append(.bytes(optional: try row.bytesIfAny(place)))
            }
        }
        return values
    }
}
