import Domain

/// One row of a sheet as its element gives it.
struct SheetRow {
    /// One cell with its place.
    struct Cell {
        /// Column from 0.
        var column: Int
        var content: TableRow.Cell
    }

    /// Row from 1, as the sheet numbers it.
    let number: Int
    let cells: [Cell]
    /// Cells whose formula failed, with what the workbook says there.
    let failed: [(column: Int, text: String)]
    /// The number of a shared text that does not exist.
    let missingText: Int?

    /// Reads a `row` element.
    ///
    /// - Parameters:
    ///   - element: the element.
    ///   - previous: number of the row before, for rows that do not say theirs.
    ///   - book: the workbook with the texts that cells share.
    ///   - columns: how many columns are of interest.
    init(_ element: Element, after previous: Int, book: Workbook, columns: Int) {
        number = element.attribute("r").flatMap { Int($0) } ?? previous + 1
        var cells: [Cell] = []
        var missing: Int?
        var failed: [(column: Int, text: String)] = []
        var column = -1
        for child in element.children where child.name == "c" {
            column = child.attribute("r").flatMap(Self.column) ?? column + 1
            guard column < columns else { continue }
            let type = child.attribute("t")
            let value = child.first("v")?.rawText
            var content: TableRow.Cell?
            switch type {
            case "s":
                guard let value, let index = Int(value) else { continue }
                if let text = book.strings[index] { content = TableRow.Cell(text: text) } else { missing = index }
            case "inlineStr": content = child.first("is").map { TableRow.Cell(text: CellText.read($0)) }
            case "str", "d": content = value.map { TableRow.Cell(text: CellText.unescaped($0)) }
            // A formula that failed has no value.
            case "e":
                failed.append((column, value ?? ""))
                continue
            default: content = value.map { Self.number($0, startsIn1904: book.startsIn1904) }
            }
            if let content, !content.text.isEmpty { cells.append(Cell(column: column, content: content)) }
        }
        self.cells = cells
        self.failed = failed
        missingText = missing
    }

    private static func number(_ value: String, startsIn1904: Bool) -> TableRow.Cell {
        guard let number = Double(value) else { return TableRow.Cell(text: value) }
        return TableRow.Cell(
            text: CellValue.text(number),
            date: CellValue.date(number, startsIn1904: startsIn1904)
        )
    }

    /// The column of a place such as `AB12`, from 0; nil when it names none.
    private static func column(_ place: String) -> Int? {
        var column = 0
        for byte in place.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte) - 0x40
            guard column <= 1 << 20 else { return nil }
        }
        return column == 0 ? nil : column - 1
    }
}
