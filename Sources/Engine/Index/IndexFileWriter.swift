import Bytes

/// Writes one file of an index front to back.
final class IndexFileWriter {
    let sink: FileSink

    private let kind: FileKind
    private var breather = Breather()
    // How long the file is when it is next time to look at the clock, which takes longer than a short append.
    private var nextPause = 4_096

    init(_ files: UnfinishedFiles, _ kind: FileKind) throws(IndexFailure) {
        self.kind = kind
        sink = try wrap { () throws(FileFailure) in
            let sink = try FileSink(files.path(kind), layer: files.layer)
            var header = IndexFile.magic + Array(kind.rawValue.utf8)
            appendLittleEndian(FileKind.formatVersion, to: &header)
            appendLittleEndian(UInt32(0), to: &header)
            try sink.append(header)
            return sink
        }
    }

    /// Where the next byte will lie.
    var offset: Int { sink.count }

    func append(_ bytes: [UInt8]) throws(IndexFailure) {
        if offset >= nextPause {
            breather.pause()
            nextPause = offset + 4_096
        }
        try wrap { () throws(FileFailure) in try sink.append(bytes) }
    }

    /// Writes numbers of one width and says how a directory finds them.
    func appendPacked(
        count: Int,
        maximum: UInt64,
        _ value: (Int) throws(IndexFailure) -> UInt64
    ) throws(IndexFailure) -> PackedPlace {
        let place = PackedPlace(offset: offset, width: PackedArray.width(forMaximum: maximum))
        var writer = PackedWriter(sink, width: place.width)
        for index in 0..<count {
            if index % 1_024 == 0 { breather.pause() }
            let number = try value(index)
            do { try writer.append(number) } catch { throw IndexFailure(error) }
        }
        do { try writer.finish() } catch { throw IndexFailure(error) }
        return place
    }

    /// Ends the file with its directory, page table and footer; its digest is the name that it is to have.
    func finish(directory: [UInt8]) throws(IndexFailure) -> FinishedFile {
        let (digest, checksum) = try seal(directory: directory)
        let reference = FileReference(
            kind: kind,
            name: kind.name(digest: digest.description),
            length: offset,
            checksum: checksum
        )
        return FinishedFile(path: sink.path, reference: reference)
    }

    /// Ends the file and leaves it under its unfinished name.
    ///
    /// - Returns: The SHA-256 of the file, and the checksum in its footer.
    func seal(directory: [UInt8]) throws(IndexFailure) -> (digest: Digest256, checksum: UInt32) {
        let start = offset
        try append(directory)
        let end = offset
        let checksums = try wrap { () throws(FileFailure) in try sink.sealPages() }
        var tail: [UInt8] = []
        for checksum in checksums { appendLittleEndian(checksum, to: &tail) }
        appendLittleEndian(UInt64(end), to: &tail)
        appendLittleEndian(UInt64(start), to: &tail)
        appendLittleEndian(UInt32(checksums.count), to: &tail)
        appendLittleEndian(UInt32(0), to: &tail)
        let checksum = CRC32C.checksum(tail)
        appendLittleEndian(checksum, to: &tail)
        tail += IndexFile.endMagic
        try append(tail)
        return (try wrap { () throws(FileFailure) in try sink.close() }, checksum)
    }
}

/// Where packed numbers lie in a file and how wide they are.
struct PackedPlace: Sendable {
    var offset: Int
    var width: Int

    init(offset: Int, width: Int) {
        self.offset = offset
        self.width = width
    }

    /// Reads what `append(to:)` wrote.
    init(_ reader: inout ByteReader) throws(FileFailure) {
        offset = try reader.count()
        width = try reader.count(limit: 64)
    }

    func append(to directory: inout [UInt8]) {
        Varint.append(offset, to: &directory)
        Varint.append(width, to: &directory)
    }

    func array(_ file: IndexFile, count: Int) throws(FileFailure) -> PackedArray {
        try PackedArray(file.mapped, at: offset, count: count, width: width)
    }
}

/// Appends an integer of fixed width, the least significant byte first.
func appendLittleEndian(_ value: some FixedWidthInteger & UnsignedInteger, to bytes: inout [UInt8]) {
    var rest = UInt64(value)
    for _ in 0..<value.bitWidth / 8 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
    }
}
