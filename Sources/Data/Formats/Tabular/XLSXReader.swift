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

extension XLSXReader {
    /// How many shared texts are read to find the names of columns; texts are listed as they first appear.
    private static let textLimit = 5000

    /// Whether some sheet's first rows name known columns; also true where that cannot be told without reading it all.
    func mayRead(_ file: OpenFile) throws -> Bool {
        do {
            let book = try Workbook(file, options: options, container: container, textLimit: Self.textLimit)
            guard book.damage == nil else { return true }
            let archive = try ArchiveReader(file, kind: .zip, options: container)
            while let member = try archive.next() {
                guard let name = book.sheetName(ofPart: member.path) else { continue }
                if try mayRead(member, of: archive, name: name, book: book) { return true }
            }
            return false
        } catch FormatFailure.damaged, FormatFailure.limit {
            // Reading it will tell where it breaks off.
            return true
        }
    }

    private func mayRead(
        _ member: ArchiveReader.Member,
        of archive: ArchiveReader,
        name: String,
        book: Workbook
    ) throws -> Bool {
        var sheet = SheetReading(name: name, book: book, options: options, notes: SourceNotes { _ in })
        var isUnsure = false
        let parser = PartParser(name, elements: ["row"], options: options)
        while case let bytes = try archive.bytes(of: member), !bytes.isEmpty {
            try parser.feed(bytes) { element in
                // Before the names are found only a text that was not read is handed over.
                if !sheet.isRecognised { try sheet.take(element) { _ in isUnsure = true } }
            }
            if sheet.isRecognised || isUnsure { return true }
            if sheet.isHopeless { return false }
        }
        return false
    }
}
