package import Domain

/// What is wrong with one cell of a table, or with a row.
package struct ImportProblem: Sendable, Hashable, CustomStringConvertible {
    /// The row from 1, the names of the columns among them.
    package let row: Int
    /// The column from 0; nil where the row as a whole is meant, or a column is missing.
    package let column: Int?
    /// The name of the column or field.
    package let name: String
    /// What is wrong and what to write instead.
    package let message: Bilingual

    /// The cell as spreadsheets name it, `C12`; nil where a row is meant.
    package var cell: String? { column.map { Self.letters($0) + String(row) } }

    /// `C12 (Name): …`.
    package var description: String {
        let place = cell ?? "row \(row)"
        return name.isEmpty ? "\(place): \(message.en)" : "\(place) (\(name)): \(message.en)"
    }

    /// The letters of a column: A, Z, AA.
    private static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
            rest = quotient
        }
        return letters
    }
}
