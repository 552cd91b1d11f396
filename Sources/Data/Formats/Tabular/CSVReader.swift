/// Reads tables of rights written as text: comma, tab or semicolon between the cells.
struct CSVReader: RecordReader {
    let options: TabularOptions
    let note: (String) -> Void

    func read(_ stream: any ByteStream, handOver: (SourceItem) throws -> Void) throws {
        let replay = try ReplayStream(stream, lookingAt: Recognition.headLength)
        guard let head = TextHead(replay.head, encoding: options.encoding) else {
            throw FormatFailure.unrecognised(reason: "binary")
        }
        guard let dialect = TableHead(head, searchRows: options.headerSearchRows).dialect else {
            throw FormatFailure.unrecognised(reason: "none of the first rows names a known column")
        }
        let lines = LineReader(
            replay,
            head: head,
            lineEnd: dialect.lineEnd,
            limit: options.maximumRecordBytes
        )
        var notes = SourceNotes(note)
        if let remark = dialect.header.note { notes.add(remark) }
        var rows = TextRows(lines, dialect: dialect, encoding: head.encoding, options: options)
        while let row = try rows.next() {
            switch row {
            case .reject(let reject): try handOver(.reject(reject))
            case .row(let row, let position):
                try handOver(Self.item(row, position, &notes))
            }
        }
        notes.finish()
    }

    /// The record of a row, or a reject with the reason.
    static func item(_ row: TableRow, _ position: SourcePosition, _ notes: inout SourceNotes) -> SourceItem {
        do {
            let (right, remarks) = try RowMapper.right(of: row)
            for remark in remarks { notes.add("\(position): \(remark)") }
            return .record(SourceRecord(right: right, position: position))
        } catch {
            return .reject(Reject(position: position, reason: error.reason, excerpt: row.excerpt))
        }
    }
}
