/// One sheet while it is read.
struct SheetReading {
    let name: String
    var notes: SourceNotes
    private let book: Workbook
    private let options: TabularOptions
    private var header: TableHeader?
    private var number = 0
    private var searched = 0

    init(name: String, book: Workbook, options: TabularOptions, notes: SourceNotes) {
        self.name = name
        self.book = book
        self.options = options
        self.notes = notes
    }

    /// Whether a row with the names of known columns was found.
    var isRecognised: Bool { header != nil }

    /// Whether such a row will not be looked for any longer.
    var isHopeless: Bool { header == nil && searched >= options.headerSearchRows }

    /// Takes the next row: names of columns, or a record.
    mutating func take(_ element: Element, handOver: (SourceItem) throws -> Void) throws {
        guard !isHopeless else { return }
        let columns = header?.columns.count ?? options.maximumColumns
        let row = SheetRow(element, after: number, book: book, columns: columns)
        number = row.number
        if let missing = row.missingText {
            if let damage = book.damage { throw damage }
            let reason = "a cell names the shared text \(missing), and the workbook has only \(book.strings.count)"
            return try handOver(.reject(Reject(position: position, reason: reason, excerpt: "")))
        }
        guard !row.cells.isEmpty else { return }
        guard let header else { return look(for: row) }
        var record = TableRow()
        for cell in row.cells {
            guard let column = header.columns[cell.column], column != .ignored else { continue }
            record.set(column, cell.content)
        }
        guard !record.isEmpty else { return }
        try handOver(CSVReader.item(record, position, &notes))
    }

    private var position: SourcePosition {
        SourcePosition(member: name, unit: "row", index: number)
    }

    private mutating func look(for row: SheetRow) {
        searched += 1
        var names = Array(repeating: "", count: (row.cells.map(\.column).max() ?? -1) + 1)
        for cell in row.cells { names[cell.column] = PlainText.line(cell.content.text) ?? "" }
        let found = TableHeader(names)
        guard found.isRecognised else { return }
        header = found
        if let remark = found.note { notes.add("sheet “\(name)”: \(remark)") }
    }
}
