import Domain

/// A classification written as a table.
struct ClassSheet {
    private(set) var draft = ClassFile.Draft()

    private enum Column: Hashable {
        case symbol, parent, title, zh, en, ipc
        case fieldNumber, sector, fieldName
    }

    /// Columns by their names in lower case.
    private static let names: [String: Column] = [
        "symbol": .symbol, "code": .symbol, "分类号": .symbol, "代码": .symbol, "title": .title, "name": .title,
        "标题": .title,
        "名称": .title, "zh": .zh, "title_zh": .zh, "name_zh": .zh, "en": .en, "title_en": .en, "name_en": .en,
        "parent": .parent, "上级": .parent, "ipc": .ipc, "ipc_code": .ipc, "field_number": .fieldNumber,
        "sector_en": .sector, "field_en": .fieldName,
    ]

    /// Reads a table.
    ///
    /// - Throws: `Failure.invalid` naming the line.
    init(_ text: String) throws(Failure) {
        var columns: [Column?] = []
        var parser = RowParser(separator: UInt8(ascii: ","))
        var start = 0
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if columns.isEmpty {
                guard !line.isEmpty else { continue }
                if line.hasPrefix("# ") {
                    draft.edition = String(line.dropFirst(2))
                    continue
                }
                parser = RowParser(separator: Self.separator(line))
                parser.begin()
                parser.add(ArraySlice(line.utf8))
                columns = (0..<parser.count).map {
                    Self.names[String(decoding: parser.cell($0), as: UTF8.self).lowercased()]
                }
                guard columns.contains(.symbol) || columns.contains(.fieldNumber) else {
                    throw Failure.invalid(
                        field: "line \(index + 1)",
                        reason: "it names no column symbol or code; the first line has to name the columns"
                    )
                }
                parser.begin()
                continue
            }
            if !parser.isOpen {
                if line.isEmpty { continue }
                parser.begin()
                start = index + 1
            }
            parser.add(ArraySlice(line.utf8))
            if !parser.isOpen { take(parser, columns, "line \(start)") }
        }
        guard !parser.isOpen else {
            throw Failure.invalid(field: "line \(start)", reason: "a quotation mark is never closed")
        }
        if columns.contains(.fieldNumber) { draft.scheme = .field }
    }

    private static func separator(_ line: Substring) -> UInt8 {
        [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]
            .max { left, right in line.utf8.count { $0 == left } < line.utf8.count { $0 == right } }
            ?? UInt8(ascii: ",")
    }

    private mutating func take(_ parser: RowParser, _ columns: [Column?], _ place: String) {
        var cells: [Column: String] = [:]
        for index in 0..<min(parser.count, columns.count) {
            let text = String(decoding: parser.cell(index), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
                separator: " "
            )
            if let column = columns[index], !text.isEmpty { cells[column] = text }
        }
        if let number = cells[.fieldNumber] { return take(field: number, cells, place) }
        guard let symbol = cells[.symbol] else { return }
        var line = ClassFile.Draft.Line(place: place, symbol: symbol, parent: cells[.parent])
        line.zh = cells[.zh]
        line.en = cells[.en]
        line.ipc = cells[.ipc].map { $0.split { " ,;".contains($0) }.map(String.init) } ?? []
        if let title = cells[.title] {
            if title.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) {
                line.zh = title
            } else {
                line.en = title
            }
        }
        draft.lines.append(line)
    }

    /// A row of WIPO's table: a field with one of its IPC symbols.
    private mutating func take(field number: String, _ cells: [Column: String], _ place: String) {
        let symbol = cells[.ipc]?.filter { $0 != "%" && $0 != " " }
        let ipc = symbol.map { [$0.hasSuffix("/") ? String($0.dropLast()) : $0] } ?? []
        if let last = draft.lines.last, last.symbol == number {
            draft.lines[draft.lines.count - 1].ipc += ipc
            return
        }
        let sector = cells[.sector]
        let above = ClassTable(.field).entries.first { $0.en == sector && $0.ipc.isEmpty }
        if let above, !draft.lines.contains(where: { $0.symbol == above.symbol }) {
            draft.lines.append(.init(place: place, symbol: above.symbol, zh: above.zh, en: above.en))
        }
        draft.lines.append(
            .init(
                place: place,
                symbol: number,
                parent: above?.symbol,
                zh: ClassTable(.field)[number]?.zh,
                en: cells[.fieldName],
                ipc: ipc
            )
        )
    }
}
