/// A file, or a member of an archive, that a reader can read.
///
/// A member of an archive can be opened once, and only before the walk that found it goes on.
package struct RecognisedSource: Sendable {
    /// Where the bytes come from.
    enum Origin: Sendable {
        case file(OpenFile)
        case member(ArchiveReader, ArchiveReader.Member, ArchiveNeighbours)
    }

    /// The path as given; of a member `archive.zip!/folder/member.xml`.
    package let name: String
    package let format: SourceFormat
    /// The first bytes, at most 64 KiB, by which it was recognised.
    package let head: [UInt8]
    /// Length in bytes, nil where an archive does not say it beforehand.
    package let length: Int64?
    /// When the file, of a member its archive, was changed last; microseconds UTC.
    package let modifiedAt: Int64
    let origin: Origin

    init(_ file: OpenFile, name: String, format: SourceFormat, head: [UInt8], modifiedAt: Int64? = nil) {
        self.name = name
        self.format = format
        self.head = head
        length = file.length
        self.modifiedAt = modifiedAt ?? file.modifiedAt
        origin = .file(file)
    }

    init(
        _ member: ArchiveReader.Member,
        of archive: ArchiveReader,
        beside neighbours: ArchiveNeighbours,
        name: String,
        format: SourceFormat,
        head: [UInt8]
    ) {
        self.name = name
        self.format = format
        self.head = head
        length = member.length
        modifiedAt = archive.file.modifiedAt
        origin = .member(archive, member, neighbours)
    }

    /// The bytes from the beginning.
    package func open() -> any ByteStream {
        switch origin {
        case .file(let file): FileStream(file, name: name)
        case .member(let archive, let member, _):
            ReplayStream(head: head, rest: MemberStream(member, of: archive, name: name))
        }
    }

    /// A reader for the format.
    ///
    /// - Parameters:
    ///   - options: its limits.
    ///   - note: is told what was left out although no record was lost, such as columns that nobody knows; at most
    ///     twenty-one lines a file.
    /// - Returns: a reader that may be used for several files.
    package func reader(
        _ options: ReadOptions = ReadOptions(),
        note: @escaping (String) -> Void = { _ in }
    ) -> any RecordReader {
        format.reader(options, note: note)
    }
}

extension SourceFormat {
    /// A reader for files of this format.
    ///
    /// - Parameters:
    ///   - options: its limits.
    ///   - note: is told what was left out although no record was lost.
    /// - Returns: a reader that may be used for several files.
    package func reader(
        _ options: ReadOptions = ReadOptions(),
        note: @escaping (String) -> Void = { _ in }
    ) -> any RecordReader {
        switch self {
        case .xlsx: return XLSXReader(options: options.tabular, container: options.container, note: note)
        case .csv: return CSVReader(options: options.tabular, note: note)
        case .jsonl: return JSONLReader(options: options.tabular, note: note)
        case .cnipaXML, .usptoXML, .st96, .docdb:
            guard let reader = XMLFormats.reader(for: self, options: options.xml) else {
                preconditionFailure("every XML format has a reader")
            }
            return reader
        }
    }
}
