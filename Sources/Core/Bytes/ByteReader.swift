/// Reads numbers and bytes one after another from a range of a mapped file, and refuses to leave it.
public struct ByteReader: Sendable {
    /// The file read from.
    public let file: MappedFile
    /// Where the next byte lies in the file.
    public var offset: Int { place }

    /// Where the range ends.
    public let end: Int

    // What `offset` shows: methods that are inlined elsewhere cannot move a property that others only read.
    @usableFromInline var place: Int

    /// Starts at the beginning of a range.
    ///
    /// - Throws: `FileFailure.corrupt` when the range leaves the file.
    public init(_ file: MappedFile, _ range: Range<Int>) throws(FileFailure) {
        guard range.lowerBound >= 0, range.upperBound <= file.count else {
            throw .corrupt(path: file.path, reason: "bytes \(range) lie outside the file of \(file.count)")
        }
        self.file = file
        place = range.lowerBound
        end = range.upperBound
    }

    /// The bytes left.
    public var remaining: Int { end - offset }

    /// Reads one byte.
    @inlinable
    public mutating func byte() throws(FileFailure) -> UInt8 {
        try need(1)
        defer { place += 1 }
        return file.byte(at: offset)
    }

    /// Reads four bytes, the least significant first.
    @inlinable
    public mutating func uint32() throws(FileFailure) -> UInt32 {
        try need(4)
        defer { place += 4 }
        return file.uint32(at: offset)
    }

    /// Reads eight bytes, the least significant first.
    @inlinable
    public mutating func uint64() throws(FileFailure) -> UInt64 {
        try need(8)
        defer { place += 8 }
        return file.uint64(at: offset)
    }

    /// Reads a varint.
    @inlinable
    public mutating func varint() throws(FileFailure) -> UInt64 {
        // Dictionaries are made of them, so up to eight bytes are taken at once: the first without the top bit is the last.
        let word = file.uint64(at: place)
        let ends = ~word & 0x8080_8080_8080_8080
        let length = ends.trailingZeroBitCount &>> 3 &+ 1
        guard length <= 8, length <= end &- place else { return try longVarint() }
        place &+= length
        // The lower 7 bits of each byte are moved together: by pairs of bytes, then of these, then the halves.
        var bits = word & (ends ^ (ends &- 1)) & 0x7F7F_7F7F_7F7F_7F7F
        bits = bits & 0x007F_007F_007F_007F | (bits & 0x7F00_7F00_7F00_7F00) &>> 1
        bits = bits & 0x0000_3FFF_0000_3FFF | (bits & 0x3FFF_0000_3FFF_0000) &>> 2
        return bits & 0x0000_0000_0FFF_FFFF | (bits & 0x0FFF_FFFF_0000_0000) &>> 4
    }

    /// Reads a varint byte by byte: one of more than eight bytes, or what is none.
    @usableFromInline
    mutating func longVarint() throws(FileFailure) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while place < end {
            let byte = file.byte(at: place)
            place += 1
            guard shift < 63 || byte <= 1 else { break }
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return value }
            shift += 7
        }
        throw badVarint()
    }

    /// Reads a varint that counts something, at most `limit`.
    public mutating func count(limit: Int = .max) throws(FileFailure) -> Int {
        let value = try varint()
        guard value <= UInt64(limit) else {
            throw .corrupt(path: file.path, reason: "count \(value) above \(limit) before byte \(offset)")
        }
        return Int(value)
    }

    /// Passes over some bytes and says where they lie.
    @inlinable
    public mutating func skip(_ count: Int) throws(FileFailure) -> Range<Int> {
        try need(count)
        defer { place += count }
        return offset..<offset + count
    }

    /// Reads some bytes.
    public mutating func bytes(_ count: Int) throws(FileFailure) -> [UInt8] {
        file.bytes(try skip(count))
    }

    /// Reads a varint and as many bytes of UTF-8.
    public mutating func text() throws(FileFailure) -> String {
        file.text(try skip(try count(limit: remaining)))
    }

    @usableFromInline
    func badVarint() -> FileFailure {
        .corrupt(path: file.path, reason: "bad varint before byte \(offset)")
    }

    @inlinable
    func need(_ count: Int) throws(FileFailure) {
        guard count >= 0, count <= end - place else { throw tooShort(count) }
    }

    @usableFromInline
    func tooShort(_ count: Int) -> FileFailure {
        .corrupt(path: file.path, reason: "\(count) bytes wanted at byte \(offset), the section ends at \(end)")
    }
}
