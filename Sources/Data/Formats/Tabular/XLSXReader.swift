/// Reads tables of rights in the sheets of a workbook (Office Open XML, ECMA-376).
///
/// Sheets are read one row at a time; only the texts that cells share are kept in memory. A sheet without known
/// columns is passed over with a note.
struct XLSXReader: RecordReader {
    let options: TabularOptions
    let container: ContainerOptions
    let note: (String) -> Void

    func read(_ stream: any ByteStream, handOver: (SourceItem) throws -> Void) throws {
        let file =
            try (stream as? FileStream)?.file
            ?? OpenFile.temporary(holding: stream, limit: container.maximumSpooledBytes)
        let book = try Workbook(file, options: options, container: container)
        var notes = SourceNotes(note)
        var isRecognised = false
        let archive = try ArchiveReader(file, kind: .zip, options: container)
        while let member = try archive.next() {
            guard let name = book.sheetName(ofPart: member.path) else { continue }
            var sheet = SheetReading(name: name, book: book, options: options, notes: notes)
            defer { notes = sheet.notes }
            try read(member, of: archive, into: &sheet, handOver: handOver)
            if sheet.isRecognised {
                isRecognised = true
            } else {
                sheet.notes.add("sheet “\(name)” has no known column and was passed over")
            }
        }
        notes.finish()
        if let damage = book.damage { throw damage }
        guard isRecognised else {
            throw FormatFailure.unrecognised(reason: "a workbook without a known column")
        }
    }

    private func read(
        _ member: ArchiveReader.Member,
        of archive: ArchiveReader,
        into sheet: inout SheetReading,
        handOver: (SourceItem) throws -> Void
    ) throws {
        let parser = PartParser(sheet.name, elements: ["row"], options: options)
        while case let bytes = try archive.bytes(of: member), !bytes.isEmpty {
            try parser.feed(bytes) { try sheet.take($0, handOver: handOver) }
            // Nothing more will come of a sheet whose first rows name no column.
            if sheet.isHopeless { return }
        }
        try parser.finish { try sheet.take($0, handOver: handOver) }
    }
}

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
