import Glibc

/// A file mapped for reading; every access is bounded by its length.
///
/// Offsets beyond the end read as zero bits, so that a wrong offset in a damaged file never stops the process.
/// The file must not be made shorter while it is mapped: the files of this project are never changed once written.
/// Sendable because nothing changes after `init`, and the mapping lives until the last owner goes.
@safe public final class MappedFile: @unchecked Sendable {
    /// The path it was opened from.
    public let path: String
    /// The length in bytes.
    public let count: Int

    @usableFromInline let base: UnsafeRawPointer?

    /// Maps a whole file.
    ///
    /// - Throws: `FileFailure.system` when it cannot be opened or mapped.
    public init(_ path: String) throws(FileFailure) {
        self.path = path
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        defer { _ = close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw .system(operation: "examine", path: path, code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .system(operation: "map", path: path, code: EINVAL)
        }
        let length = Int(status.st_size)
        count = length
        if length == 0 {
            unsafe base = nil
            return
        }
        // A null start lets the kernel choose; the mapping covers exactly the length just read.
        guard let start = unsafe mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0), unsafe start != MAP_FAILED
        else { throw .system(operation: "map", path: path, code: errno) }
        unsafe base = UnsafeRawPointer(start)
    }

    deinit {
        if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }
    }

    /// The byte at an offset; 0 outside the file.
    @inlinable
    public func byte(at offset: Int) -> UInt8 {
        guard let base = unsafe base, offset >= 0, offset < count else { return 0 }
        // The offset is below the count that was mapped.
        return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// Four bytes at an offset, the least significant first.
    @inlinable
    public func uint32(at offset: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: uint64(at: offset))
    }

    /// Eight bytes at an offset, the least significant first; zero bits stand for bytes outside the file.
    @inlinable
    public func uint64(at offset: Int) -> UInt64 {
        if let base = unsafe base, offset >= 0, offset <= count - 8 {
            // All eight bytes lie below the count that was mapped.
            return UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        return uint64NearEnd(offset)
    }

    @usableFromInline
    func uint64NearEnd(_ offset: Int) -> UInt64 {
        guard offset >= 0, offset < count else { return 0 }
        var value: UInt64 = 0
        for step in 0..<min(8, count - offset) { value |= UInt64(byte(at: offset + step)) << UInt64(8 * step) }
        return value
    }

    /// The bytes of a range, cut at the end of the file.
    public func bytes(_ range: Range<Int>) -> [UInt8] {
        let range = range.clamped(to: 0..<count)
        guard let base = unsafe base else { return [] }
        // The range was cut to what is mapped.
        return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// Lends the bytes of a range, cut at the end of the file.
    public func withBytes<Result, Failure: Error>(
        _ range: Range<Int>,
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let range = range.clamped(to: 0..<count)
        // The range was cut to what is mapped, and the span cannot outlive this call.
        let buffer = unsafe UnsafeRawBufferPointer(
            start: base.map { unsafe $0 + range.lowerBound },
            count: base == nil ? 0 : range.count
        )
        return try unsafe body(buffer.bytes)
    }

    /// The text of a range read as UTF-8; wrong bytes become U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        guard let base = unsafe base else { return "" }
        // The range was cut to what is mapped.
        return unsafe String(
            decoding: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count),
            as: UTF8.self
        )
    }

    /// Compares the bytes of a range with other bytes: negative, 0 or positive as the range is less, equal or greater.
    public func compare(_ range: Range<Int>, with other: [UInt8]) -> Int {
        let range = range.clamped(to: 0..<count)
        let common = min(range.count, other.count)
        if common > 0, let base = unsafe base {
            // Both sides have at least `common` bytes.
            let order = unsafe other.withUnsafeBytes { raw in
                unsafe raw.baseAddress.map { unsafe memcmp(base + range.lowerBound, $0, common) } ?? 0
            }
            if order != 0 { return Int(order) }
        }
        return range.count - other.count
    }

    /// The CRC-32C of a range, cut at the end of the file.
    public func crc32c(_ range: Range<Int>) -> UInt32 {
        withBytes(range) { CRC32C.checksum($0) }
    }

    /// The SHA-256 of the whole file.
    public func sha256() -> Digest256 {
        var hasher = SHA256Hasher()
        let step = 1 << 20
        for start in stride(from: 0, to: count, by: step) { hasher.update(bytes(start..<min(start + step, count))) }
        return hasher.finish()
    }
}
