/// The beginning of a text table: how it is written and what its columns mean.
struct TableHead {
    /// How cells and lines are separated, and where the names of the columns stand.
    struct Dialect {
        var separator: UInt8
        var lineEnd: UInt8
        /// Line in which the row of names begins, from 1.
        var headerLine: Int
        var header: TableHeader
    }

    /// Nil when no row holds the names of known columns.
    let dialect: Dialect?
    private let reason: String

    /// Looks for the names of known columns within the first rows.
    init(_ head: TextHead, searchRows: Int = TabularOptions().headerSearchRows) {
        let lineEnd = LineReader.lineEnd(in: head.text)
        var lines = Array(head.text.utf8).split(separator: lineEnd, omittingEmptySubsequences: false)
        // What stands after the last line end of the first bytes may go on.
        if head.isCut { lines = lines.dropLast() }
        var found: Dialect?
        var foreign: String?
        var columns: [String] = []
        for separator in [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")] {
            let rows = Self.rows(lines, separator, lineEnd: lineEnd, atMost: searchRows)
            if columns.isEmpty { columns = Self.columns(rows.map(\.names)) }
            for row in rows {
                let header = TableHeader(row.names)
                if let known = ForeignText.table(Set(row.names.map { TableColumn.folded($0) })) { foreign = known }
                guard header.isRecognised else { continue }
                let count = header.columns.count { $0 != nil }
                if count > (found?.header.columns.count { $0 != nil } ?? 0) {
                    found = Dialect(
                        separator: separator,
                        lineEnd: lineEnd,
                        headerLine: row.line,
                        header: header
                    )
                }
                break
            }
        }
        dialect = foreign == nil ? found : nil
        let table = "a table without a known column (" + columns.prefix(5).joined(separator: ", ") + ")"
        reason = foreign ?? (columns.isEmpty ? "a text, not a table" : table)
    }

    /// What the file is.
    var recognition: Recognition {
        dialect == nil ? .skipped(reason: reason) : .format(.csv)
    }

    /// The cells of the first row when the rows after it have as many; empty when this is no table.
    private static func columns(_ rows: [[String]]) -> [String] {
        guard let first = rows.first, first.count > 1, rows.count > 1 else { return [] }
        guard rows.allSatisfy({ $0.count == first.count }) else { return [] }
        return first.map { String($0.prefix(40)) }
    }

    private static func rows(
        _ lines: [ArraySlice<UInt8>],
        _ separator: UInt8,
        lineEnd: UInt8,
        atMost limit: Int
    ) -> [(line: Int, names: [String])] {
        var parser = RowParser(separator: separator)
        var rows: [(line: Int, names: [String])] = []
        var start = 1
        for (index, line) in lines.enumerated() {
            guard rows.count < limit else { break }
            if !parser.isOpen {
                parser.begin()
                start = index + 1
            }
            parser.add(lineEnd == 0x0A && line.last == 0x0D ? line.dropLast() : line)
            guard !parser.isOpen else { continue }
            let names = (0..<parser.count).map {
                PlainText.line(String(decoding: parser.cell($0), as: UTF8.self)) ?? ""
            }
            if names.contains(where: { !$0.isEmpty }) { rows.append((start, names)) }
        }
        return rows
    }
}
