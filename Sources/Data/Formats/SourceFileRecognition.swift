/// What a file is, by its content alone.
enum Recognition: Hashable {
    case format(SourceFormat)
    case archive(ArchiveKind)
    case skipped(reason: String)

    /// How many of a file's first bytes are looked at, 64 KiB.
    static let headLength = 64 << 10

    /// Looks at a file; a zip file also at the names of its members, which tell a workbook.
    ///
    /// - Throws: `FormatFailure` when an archive cannot be opened.
    init(_ file: OpenFile, head: [UInt8], options: ContainerOptions) throws {
        self.init(head: head)
        guard self == .archive(.zip) else { return }
        let names = try ArchiveReader.names(of: file, options: options)
        if names.contains(where: { $0.hasPrefix("xl/") }) {
            let reader = XLSXReader(options: TabularOptions(), container: options, note: { _ in })
            let isTable = try reader.mayRead(file)
            self = isTable ? .format(.xlsx) : .skipped(reason: "a workbook without a known column")
        } else if let office = Self.officeFolders.first(where: { folder in names.contains { $0.hasPrefix(folder.0) } })
        {
            self = .skipped(reason: office.1)
        }
    }

    /// Looks at the first bytes.
    init(head: [UInt8]) {
        if head.isEmpty {
            self = .skipped(reason: "empty")
        } else if let kind = ArchiveKind(head: head) {
            self = .archive(kind)
        } else if let reason = Self.signature(head) {
            self = .skipped(reason: reason)
        } else if let text = TextHead(head) {
            self = Self.text(text)
        } else {
            self = .skipped(reason: "binary")
        }
    }

    private static let officeFolders = [
        ("word/", "a Word document"), ("ppt/", "a presentation"),
        ("content.xml", "an OpenDocument file; save it as XLSX"), ("META-INF/", "a program or document package"),
    ]

    /// Files that are none of ours, by the bytes they begin with.
    private static func signature(_ head: [UInt8]) -> String? {
        signatures.first { head.starts(with: $0.0) }?.1
    }

    private static let signatures: [([UInt8], String)] = [
        ([0x49, 0x49, 0x2A, 0x00], "image"), ([0x4D, 0x4D, 0x00, 0x2A], "image"),
        ([0x89, 0x50, 0x4E, 0x47], "image"), ([0xFF, 0xD8, 0xFF], "image"), (Array("GIF8".utf8), "image"),
        (Array("RIFF".utf8), "image or sound"), (Array("%PDF".utf8), "PDF document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old or encrypted Office file; save it as XLSX without a password"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive; unpack it first"),
        (Array("Rar!".utf8), "a RAR archive; unpack it first"),
        (Array("SQLite format 3".utf8), "a database"),
    ]

    private static func text(_ head: TextHead) -> Recognition {
        let start = head.text.drop { $0.isWhitespace }
        switch start.first {
        case nil: return .skipped(reason: "empty")
        case "<":
            if let format = XMLFormats.recognise(head: head.bytes) { return .format(format) }
            return .skipped(reason: ForeignText.xml(head.bytes))
        case "{", "[": return JSONHead(head).recognition
        default: break
        }
        if let reason = ForeignText.reason(String(start)) { return .skipped(reason: reason) }
        return TableHead(head).recognition
    }
}

extension ArchiveKind {
    /// The kind of archive that begins so, nil for any other file.
    init?(head: [UInt8]) {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if Self.filters.contains(where: { head.starts(with: $0) }) {
            self = .compressed
        } else if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) {
            self = .tar
        } else {
            return nil
        }
    }

    private static let filters: [[UInt8]] = [
        [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], Array("BZh".utf8), [0x28, 0xB5, 0x2F, 0xFD],
    ]
}

extension ArchiveReader {
    /// The paths of all members; of a damaged archive those before the damage.
    static func names(of file: OpenFile, options: ContainerOptions) throws -> [String] {
        let archive = try ArchiveReader(file, kind: .zip, options: options)
        var names: [String] = []
        do {
            while let member = try archive.next() { names.append(member.path) }
        } catch FormatFailure.damaged, FormatFailure.limit {
            // Reading it will tell where it breaks off.
            return names
        }
        return names
    }
}
