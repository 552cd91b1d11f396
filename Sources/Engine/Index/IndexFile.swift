import Bytes

/// A mapped file of an index: its frame is checked when it is opened, each page before its first byte is used.
///
/// Shape: header (16 bytes), body, checksum of each 64 KiB page of header and body, footer (32 bytes); see Format.md.
final class IndexFile: Sendable {
    static let headerSize = 16
    static let footerSize = 32
    static let magic: [UInt8] = Array("HZIX".utf8)
    static let endMagic: [UInt8] = Array("XIZH".utf8)

    let mapped: MappedFile
    /// Where the directory of the body lies; it ends where the body ends.
    let directory: Range<Int>
    /// The checksum of page table and footer, by which the manifest knows the file.
    let checksum: UInt32

    private let pageTable: Int
    /// The pages verified so far; two threads may verify one page at once, to the same end.
    private let verified: AtomicBits

    /// Opens a file and checks magic, kind, version, length and the checksum of page table and footer.
    init(_ path: String, kind: FileKind) throws(IndexFailure) {
        let mapped = try wrap { () throws(FileFailure) in try MappedFile(path) }
        self.mapped = mapped
        func corrupt(_ reason: String) -> IndexFailure { .corrupt(file: path, reason: reason) }
        guard mapped.count >= IndexFile.headerSize + IndexFile.footerSize else { throw corrupt("it is too short") }
        guard mapped.bytes(0..<4) == IndexFile.magic, mapped.bytes(4..<8) == Array(kind.rawValue.utf8) else {
            throw corrupt("it does not start as a file of kind \(kind.rawValue)")
        }
        let version = mapped.uint32(at: 8)
        guard version == FileKind.formatVersion else {
            throw .unknownVersion(file: path, found: version, known: FileKind.formatVersion)
        }
        let footer = mapped.count - IndexFile.footerSize
        let bodyEnd = mapped.uint64(at: footer)
        let start = mapped.uint64(at: footer + 8)
        guard bodyEnd <= UInt64(footer), start <= bodyEnd, start >= UInt64(IndexFile.headerSize) else {
            throw corrupt("its footer points outside")
        }
        let pages = (Int(bodyEnd) + FileSink.pageSize - 1) / FileSink.pageSize
        guard Int(mapped.uint32(at: footer + 16)) == pages, Int(bodyEnd) + 4 * pages == footer,
            mapped.uint32(at: footer + 20) == 0, mapped.bytes(footer + 28..<footer + 32) == IndexFile.endMagic
        else { throw corrupt("its length does not agree with its footer") }
        checksum = mapped.crc32c(Int(bodyEnd)..<footer + 24)
        guard mapped.uint32(at: footer + 24) == checksum else { throw corrupt("the checksum of its footer differs") }
        pageTable = Int(bodyEnd)
        directory = Int(start)..<Int(bodyEnd)
        verified = AtomicBits(count: pages)
    }

    /// Opens the file that a manifest refers to.
    convenience init(folder: String, _ reference: FileReference) throws(IndexFailure) {
        let path = folder + "/" + reference.name
        try self.init(path, kind: reference.kind)
        guard mapped.count == reference.length, checksum == reference.checksum else {
            throw .corrupt(file: path, reason: "it is not the file that the manifest means")
        }
    }

    /// Verifies the pages of a range that nobody has verified before.
    func touch(_ range: Range<Int>) throws(IndexFailure) {
        guard range.lowerBound >= 0, range.upperBound <= pageTable else {
            throw .corrupt(file: mapped.path, reason: "bytes \(range) lie outside its body")
        }
        guard !range.isEmpty else { return }
        for page in range.lowerBound / FileSink.pageSize...(range.upperBound - 1) / FileSink.pageSize
        where !verified.contains(page) {
            let start = page * FileSink.pageSize
            let stored = mapped.uint32(at: pageTable + 4 * page)
            guard mapped.crc32c(start..<min(start + FileSink.pageSize, pageTable)) == stored else {
                throw .corrupt(file: mapped.path, reason: "the checksum of page \(page) differs")
            }
            verified.insert(page)
        }
    }

    /// Verifies every page again, also those verified before.
    func verify() throws(IndexFailure) {
        verified.removeAll()
        try touch(0..<pageTable)
    }

    /// Unpacks numbers of at most 32 bits into the first elements of an array that is long enough.
    func unpack(
        _ range: Range<Int>,
        count: Int,
        width: Int,
        into values: inout [UInt32]
    ) throws(IndexFailure) {
        try wrap { () throws(FileFailure) in
            try BitPacking.unpack(mapped, range, count: count, width: width, into: &values)
        }
    }

    /// A reader of the directory, verified.
    func directoryReader() throws(IndexFailure) -> ByteReader {
        try touch(directory)
        return try wrap { () throws(FileFailure) in try ByteReader(mapped, directory) }
    }

    /// A reader of a part of the body, verified.
    func reader(_ range: Range<Int>) throws(IndexFailure) -> ByteReader {
        try touch(range)
        return try wrap { () throws(FileFailure) in try ByteReader(mapped, range) }
    }
}

/// Runs something that may fail on a file and turns the failure into one of the index.
@inline(__always)
func wrap<Result: ~Copyable>(_ body: () throws(FileFailure) -> Result) throws(IndexFailure) -> Result {
    do {
        return try body()
    } catch {
        throw IndexFailure(error)
    }
}
