/// The rows of a text table below its header, each with its first line.
///
/// A row may take several lines while a quotation mark is open. One that stays open for too long, or to the end of the
/// file, was never closed: its row is rejected, and the lines after the first are read one by one.
struct TextRows {
    /// What comes next.
    enum Row {
        case row(TableRow, SourcePosition)
        case reject(Reject)
    }

    private var lines: LineReader
    private let dialect: TableHead.Dialect
    private let encoding: TextEncoding
    private let options: TabularOptions
    private var parser: RowParser
    /// Lines that are to be read again, each as a row of its own, the next one last.
    private var again: [(number: Int, bytes: [UInt8])] = []

    init(_ lines: LineReader, dialect: TableHead.Dialect, encoding: TextEncoding, options: TabularOptions) {
        self.lines = lines
        self.dialect = dialect
        self.encoding = encoding
        self.options = options
        parser = RowParser(separator: dialect.separator)
    }

    /// The next row that is not blank, nil after the last one.
    mutating func next() throws -> Row? {
        while true {
            if let (number, bytes) = again.popLast() {
                if let row = single(bytes[...], number) { return row }
                continue
            }
            switch try lines.next() {
            case .end: return nil
            case .tooLong(let beginning):
                return .reject(tooLong(lines.number, beginning[...]))
            case .bytes(let line):
                if !line.isEmpty, let row = try row(line, lines.number) { return row }
            }
        }
    }

    /// A row that begins with a line and goes on while a quotation mark is open; nil when it is blank or the header.
    private mutating func row(_ first: ArraySlice<UInt8>, _ number: Int) throws -> Row? {
        parser.begin()
        parser.add(first)
        guard parser.isOpen else { return finished(number, excerpt: first) }
        var gathered: [[UInt8]] = []
        var size = first.count
        while parser.isOpen {
            guard gathered.count < options.maximumRowLines, size <= options.maximumRecordBytes else { break }
            switch try lines.next() {
            case .end: return unclosed(first, number, gathered, after: nil)
            case .tooLong(let beginning): return unclosed(first, number, gathered, after: beginning)
            case .bytes(let line):
                gathered.append(Array(line))
                size += line.count
                parser.add(line)
            }
        }
        if parser.isOpen || gathered.contains(where: isRowItself) {
            return unclosed(first, number, gathered, after: nil)
        }
        return finished(number, excerpt: first)
    }

    /// Whether a line within a cell is a row with a number of its own, swallowed by an open quotation mark before.
    private func isRowItself(_ line: [UInt8]) -> Bool {
        let columns = dialect.header.columns
        var alone = RowParser(separator: dialect.separator)
        alone.add(line[...])
        guard columns.count > 1, alone.count == columns.count, !alone.isOpen else { return false }
        return columns.indices.contains { index in
            guard let column = columns[index], TableColumn.numbers.contains(column),
                let text = PlainText.line(encoding.text(alone.cell(index)))
            else { return false }
            let isPublication = column == .publicationNumber || column == .announcementNumber
            return isPublication ? CellNumber.isPublication(text) : CellNumber.isApplication(text)
        }
    }

    private mutating func unclosed(
        _ first: ArraySlice<UInt8>,
        _ number: Int,
        _ gathered: [[UInt8]],
        after beginning: [UInt8]?
    ) -> Row {
        again = gathered.enumerated().reversed().map { (number + 1 + $0.offset, $0.element) }
        let reason = "a quotation mark in this row is never closed; close it or double it"
        let isTooLong = beginning != nil ? "; a line after it is longer than maximumRecordBytes" : ""
        return .reject(Reject(position: position(number), reason: reason + isTooLong, excerpt: excerpt(first)))
    }

    /// A row of exactly one line; an open quotation mark is closed at its end.
    private mutating func single(_ line: ArraySlice<UInt8>, _ number: Int) -> Row? {
        parser.begin()
        parser.add(line)
        if parser.isOpen {
            let reason = "a quotation mark in this line is not closed in it; close it or double it"
            return .reject(Reject(position: position(number), reason: reason, excerpt: excerpt(line)))
        }
        return finished(number, excerpt: line)
    }

    /// The row that the parser holds; nil when it is blank or stands before the first record.
    private func finished(_ number: Int, excerpt line: ArraySlice<UInt8>) -> Row? {
        guard number > dialect.headerLine else { return nil }
        let columns = dialect.header.columns
        var row = TableRow()
        for index in 0..<parser.count {
            let cell = parser.cell(index)
            guard index < columns.count else {
                guard !cell.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
                let reason =
                    "the row has \(parser.count) cells and the table \(columns.count) columns; "
                    + "put cells that hold a separator in quotation marks"
                return .reject(Reject(position: position(number), reason: reason, excerpt: excerpt(line)))
            }
            guard let column = columns[index], column != .ignored, !cell.isEmpty else { continue }
            guard let text = encoding.text(cell) else {
                return .reject(
                    Reject(position: position(number), reason: fault(cell, column: index), excerpt: excerpt(line))
                )
            }
            row.set(column, TableRow.Cell(text: text))
        }
        return row.isEmpty && isBlank ? nil : .row(row, position(number))
    }

    private var isBlank: Bool {
        (0..<parser.count).allSatisfy { parser.cell($0).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    }

    private func fault(_ cell: ArraySlice<UInt8>, column: Int) -> String {
        let place = encoding.firstFault(in: cell) ?? 0
        let byte = cell.dropFirst(place).first ?? 0
        let digits = String(byte, radix: 16, uppercase: true)
        return "the byte 0x\(digits) at place \(place + 1) of cell \(column + 1) is not \(encoding.rawValue); "
            + "save the file in UTF-8"
    }

    private func tooLong(_ number: Int, _ line: ArraySlice<UInt8>) -> Reject {
        Reject(
            position: position(number),
            reason: "the line is longer than \(options.maximumRecordBytes) bytes (maximumRecordBytes)",
            excerpt: excerpt(line)
        )
    }

    private func position(_ line: Int) -> SourcePosition {
        SourcePosition(unit: "line", index: line)
    }

    private func excerpt(_ line: ArraySlice<UInt8>) -> String {
        let beginning = line.prefix(800)
        let text = encoding.text(beginning) ?? String(decoding: beginning, as: UTF8.self)
        return String((PlainText.line(text) ?? "").prefix(200))
    }
}
