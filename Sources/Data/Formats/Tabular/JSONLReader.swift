import Domain
import Foundation

/// Reads one JSON object a line: the columns of a table by name, or records that the product exported.
struct JSONLReader: RecordReader {
    let options: TabularOptions
    let note: (String) -> Void

    func read(_ stream: any ByteStream, handOver: (SourceItem) throws -> Void) throws {
        let replay = try ReplayStream(stream, lookingAt: Recognition.headLength)
        guard let head = TextHead(replay.head, encoding: .utf8) else {
            throw FormatFailure.unrecognised(reason: "binary")
        }
        guard head.text.drop(while: { $0.isWhitespace }).first != "[" else {
            throw FormatFailure.unrecognised(reason: "a JSON list; write one object a line (jq -c '.[]')")
        }
        var lines = LineReader(
            replay,
            head: head,
            lineEnd: LineReader.lineEnd(in: head.text),
            limit: options.maximumRecordBytes
        )
        var notes = SourceNotes(note)
        var columns = JSONColumns()
        let decoder = JSONDecoder()
        reading: while true {
            switch try lines.next() {
            case .end: break reading
            case .tooLong(let beginning):
                let reason = "the line is longer than \(options.maximumRecordBytes) bytes (maximumRecordBytes)"
                try handOver(.reject(Self.reject(lines.number, reason, beginning[...])))
            case .bytes(let line):
                guard !line.allSatisfy({ $0 <= 0x20 }) else { continue }
                try handOver(Self.item(line, lines.number, decoder, &columns, &notes))
            }
        }
        if let remark = columns.note { notes.add(remark) }
        notes.finish()
    }

    private static func item(
        _ line: ArraySlice<UInt8>,
        _ number: Int,
        _ decoder: JSONDecoder,
        _ columns: inout JSONColumns,
        _ notes: inout SourceNotes
    ) -> SourceItem {
        let position = SourcePosition(unit: "line", index: number)
        // The product's own export is read quickly; whatever that does not read is looked at closely.
        if !columns.areUsed, !holdsZero(line), let right = try? QuickJSON.decode(Right.self, from: Array(line)) {
            return item(right, position, line)
        }
        if let fault = TextEncoding.utf8.text(line) == nil ? TextEncoding.utf8.firstFault(in: line) : nil {
            let digits = String(line[line.startIndex + fault], radix: 16, uppercase: true)
            let reason = "the byte 0x\(digits) at place \(fault + 1) of the line is not UTF-8; save the file in UTF-8"
            return .reject(reject(number, reason, line))
        }
        if holdsZero(line) {
            return .reject(reject(number, "it holds the character U+0000; remove it", line))
        }
        do {
            switch try decoder.decode(JSONLine.self, from: Data(line)) {
            case .row(let cells): return CSVReader.item(columns.row(cells), position, &notes)
            case .right(let right): return item(right, position, line)
            }
        } catch {
            return .reject(reject(number, reason(error), line))
        }
    }

    private static func item(_ right: Right, _ position: SourcePosition, _ line: ArraySlice<UInt8>) -> SourceItem {
        guard !right.identityKeys.isEmpty else { return .reject(reject(position.index, "no number", line)) }
        return .record(SourceRecord(right: right, position: position))
    }

    /// Whether the line holds U+0000, as a byte or as `\u0000`.
    private static func holdsZero(_ line: ArraySlice<UInt8>) -> Bool {
        var index = line.startIndex
        while index < line.endIndex {
            if line[index] == 0 { return true }
            guard line[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            if line[index...].starts(with: "\\u0000".utf8) { return true }
            index += 2
        }
        return false
    }

    private static func reject(_ number: Int, _ reason: String, _ line: ArraySlice<UInt8>) -> Reject {
        let text = PlainText.line(String(decoding: line.prefix(800), as: UTF8.self)) ?? ""
        return Reject(
            position: SourcePosition(unit: "line", index: number),
            reason: reason,
            excerpt: String(text.prefix(200))
        )
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "not one JSON object: \(error)" }
        switch error {
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            return "not one JSON object; write one object a line"
        case .dataCorrupted(let context): return place(context) + context.debugDescription
        case .typeMismatch(let type, let context): return place(context) + "expected \(type)"
        case .valueNotFound(let type, let context): return place(context) + "is null, expected \(type)"
        case .keyNotFound(let key, let context): return place(context) + "“\(key.stringValue)” is missing"
        @unknown default: return "not one JSON object; write one object a line"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return path.isEmpty ? "" : path.drop { $0 == "." } + ": "
    }
}

/// The meaning of names in JSON lines, looked up once each.
struct JSONColumns {
    private var known: [String: TableColumn] = [:]
    private var unknown: Set<String> = []

    /// The cells with a known name as a row.
    mutating func row(_ cells: [(name: String, text: String)]) -> TableRow {
        var row = TableRow()
        for cell in cells {
            guard let column = column(cell.name), column != .ignored else { continue }
            row.set(column, TableRow.Cell(text: cell.text))
        }
        return row
    }

    /// Whether any line was a row of a table.
    var areUsed: Bool { !known.isEmpty || !unknown.isEmpty }

    /// What to say once about names that nobody knows, nil when there are none.
    var note: String? {
        unknown.isEmpty ? nil : "names left out because nobody knows them: " + unknown.sorted().joined(separator: ", ")
    }

    private mutating func column(_ name: String) -> TableColumn? {
        if let column = known[name] { return column }
        if unknown.contains(name) { return nil }
        guard let column = TableColumn.named(name) else {
            // A hostile file may have a new name in every line.
            if unknown.count < 256 { unknown.insert(String(name.prefix(100))) }
            return nil
        }
        known[name] = column
        return column
    }
}
