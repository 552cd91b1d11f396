import Domain

/// Reads tables whose columns only the reader of the rows knows: CSV, TSV and the first sheet of a workbook that has rows.
///
/// Texts are read in UTF-8, UTF-16 and GB 18030, with commas, tabs or semicolons between cells (RFC 4180); workbooks as Office Open
/// XML (ECMA-376).
package struct PlainTable {
    private let file: OpenFile
    private let head: [UInt8]
    private let path: String
    private let options: TabularOptions
    private let container: ContainerOptions

    /// Opens a table.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - options: limits of rows and columns.
    ///   - container: limits of a workbook.
    /// - Throws: `FormatFailure.unreadable`.
    package init(
        path: String,
        options: TabularOptions = TabularOptions(),
        container: ContainerOptions = ContainerOptions()
    ) throws {
        file = try OpenFile(path: path)
        head = try file.read(at: 0, count: Recognition.headLength)
        self.path = path
        self.options = options
        self.container = container
    }

    /// Hands the rows over that are not empty, the first of them the names of the columns.
    ///
    /// - Throws: `FormatFailure` for what is no table, is damaged or beyond a limit; what `handOver` throws.
    package func rows(_ handOver: (PlainRow) throws -> Void) throws {
        if head.starts(with: [0x50, 0x4B]) { return try sheetRows(handOver) }
        guard let text = TextHead(head, encoding: options.encoding) else {
            throw FormatFailure.unrecognised(
                reason: "neither a text nor a workbook; save it as CSV in UTF-8 or as XLSX"
            )
        }
        try textRows(text, handOver)
    }

    // MARK: - Texts

    private func textRows(_ text: TextHead, _ handOver: (PlainRow) throws -> Void) throws {
        let stream = FileStream(file, name: path)
        let lineEnd = LineReader.lineEnd(in: text.text)
        var lines = LineReader(stream, head: text, lineEnd: lineEnd, limit: options.maximumRecordBytes)
        var parser = RowParser(separator: Self.separator(text.text))
        var start = 0
        while true {
            switch try lines.next() {
            case .end:
                guard !parser.isOpen else { throw Self.unclosed(start) }
                return
            case .tooLong:
                throw FormatFailure.limit(
                    setting: "maximumRecordBytes",
                    reason: "line \(lines.number) is longer than \(options.maximumRecordBytes) bytes"
                )
            case .bytes(let line):
                if !parser.isOpen {
                    parser.begin()
                    start = lines.number
                }
                parser.add(line)
                guard !parser.isOpen else {
                    guard lines.number - start < options.maximumRowLines else { throw Self.unclosed(start) }
                    continue
                }
                guard parser.count <= options.maximumColumns else {
                    throw FormatFailure.limit(
                        setting: "maximumColumns",
                        reason: "line \(start) has more than \(options.maximumColumns) cells"
                    )
                }
                let cells = try (0..<parser.count).map { index in
                    guard let cell = text.encoding.text(parser.cell(index)) else {
                        throw FormatFailure.damaged(
                            position: "cell \(index + 1) of line \(start)",
                            reason: "it is not \(text.encoding.rawValue); save the file in UTF-8"
                        )
                    }
                    return PlainRow.Cell(text: TableCell.plain(cell))
                }
                let row = PlainRow(number: start, cells: cells)
                if !row.isEmpty { try handOver(row) }
            }
        }
    }

    private static func unclosed(_ line: Int) -> FormatFailure {
        .damaged(position: "line \(line)", reason: "a quotation mark is never closed; close it or double it")
    }

    /// The sign that the first line has most of: comma, tab or semicolon.
    private static func separator(_ text: String) -> UInt8 {
        let line = text.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
        return [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")]
            .max { left, right in line.count { $0 == left } < line.count { $0 == right } } ?? UInt8(ascii: ",")
    }

    // MARK: - Workbooks

    private func sheetRows(_ handOver: (PlainRow) throws -> Void) throws {
        let book = try Workbook(file, options: options, container: container)
        let archive = try ArchiveReader(file, kind: .zip, options: container)
        while let member = try archive.next() {
            guard let name = book.sheetName(ofPart: member.path) else { continue }
            var last = 0
            var isFound = false
            let parser = PartParser(name, elements: ["row"], options: options)
            let take = { (element: Element) in
                let row = SheetRow(element, after: last, book: book, columns: options.maximumColumns)
                last = row.number
                if let missing = row.missingText {
                    if let damage = book.damage { throw damage }
                    throw FormatFailure.damaged(
                        position: "row \(row.number)",
                        reason: "a cell names the shared text \(missing), which is not there"
                    )
                }
                guard !row.cells.isEmpty || !row.failed.isEmpty else { return }
                isFound = true
                let width = max(row.cells.map(\.column).max() ?? 0, row.failed.map(\.column).max() ?? 0) + 1
                var cells = [PlainRow.Cell](repeating: PlainRow.Cell(text: ""), count: width)
                for cell in row.cells {
                    cells[cell.column] = PlainRow.Cell(text: cell.content.text, date: cell.content.date)
                }
                for cell in row.failed { cells[cell.column] = PlainRow.Cell(text: cell.text, isFailed: true) }
                try handOver(PlainRow(number: row.number, cells: cells))
            }
            while case let bytes = try archive.bytes(of: member), !bytes.isEmpty {
                try parser.feed(bytes, handOver: take)
            }
            try parser.finish(handOver: take)
            if isFound { return }
        }
        if let damage = book.damage { throw damage }
    }
}
