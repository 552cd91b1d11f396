import Domain

/// One row of a table by the meaning of its columns.
struct TableRow {
    /// What stands in one cell.
    struct Cell {
        var text: String
        /// The date that a number in the cell means where a date is expected.
        var date: PartialDate?
    }

    private var cells: [Cell?]

    init() {
        cells = Array(repeating: nil, count: TableColumn.allCases.count)
    }

    /// Puts a cell in; of two columns with one meaning the first that is not blank counts.
    mutating func set(_ column: TableColumn, _ cell: Cell) {
        guard cells[column.rawValue] == nil, cell.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
        else { return }
        cells[column.rawValue] = cell
    }

    /// Whether no cell has anything in it.
    var isEmpty: Bool { cells.allSatisfy { $0 == nil } }

    /// The cell of a column, nil when it is blank.
    func cell(_ column: TableColumn) -> Cell? { cells[column.rawValue] }

    /// The value of a cell in one line; nil when it is blank or says that there is none.
    func value(_ column: TableColumn) -> String? {
        guard let text = PlainText.line(cells[column.rawValue]?.text), !Self.isFiller(text) else { return nil }
        return text
    }

    /// The paragraphs of a cell, nil when it is blank.
    func paragraphs(_ column: TableColumn) -> String? {
        PlainText.paragraphs(cells[column.rawValue]?.text)
    }

    /// The name of the first column whose cell holds U+0000, which no text may hold.
    var zeroColumn: TableColumn? {
        TableColumn.allCases.first { column in
            cells[column.rawValue]?.text.utf8.contains(0) == true
        }
    }

    /// The beginning of the row for a message, at most 200 characters.
    var excerpt: String {
        let texts = cells.compactMap { PlainText.line($0.map { String($0.text.prefix(200)) }) }
        return String(texts.joined(separator: " | ").prefix(200))
    }

    private static func isFiller(_ text: String) -> Bool {
        text.utf8.count <= 12 && fillers.contains(text.lowercased())
    }

    private static let fillers: Set<String> = [
        "-", "--", "—", "——", "/", "\\", "无", "空", "null", "n/a", "na", "none", "nil", "(null)", "不详",
    ]
}
