package import Domain

/// A row of a table as it stands, whatever its columns mean.
package struct PlainRow: Sendable {
    /// A cell.
    package struct Cell: Sendable, Hashable {
        /// Its text.
        package let text: String
        /// The date that a number in a workbook means where a date is expected.
        package let date: PartialDate?
        /// Whether it is what a workbook says where a formula failed, such as `#N/A`.
        package let isFailed: Bool

        init(text: String, date: PartialDate? = nil, isFailed: Bool = false) {
            self.text = text
            self.date = date
            self.isFailed = isFailed
        }
    }

    /// The line of a text, or the row of a sheet, from 1.
    package let number: Int
    /// Its cells in the order of the columns; cells at the end may be missing.
    package let cells: [Cell]

    /// Whether nothing stands in it.
    package var isEmpty: Bool { cells.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}
