import CProcess
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A regular file that is open for reading at any place.
///
/// The descriptor belongs to this object alone and is closed with it; reading never moves a shared position.
final class OpenFile: Sendable {
    let descriptor: Int32
    /// Length in bytes when it was opened.
    let length: Int64
    /// When it was changed last, in microseconds UTC.
    let modifiedAt: Int64

    /// Opens a file.
    ///
    /// - Throws: `FormatFailure.unreadable` when it cannot be opened or is no regular file.
    init(path: String) throws {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FormatFailure.unreadable(reason: Self.reason(errno)) }
        do {
            (length, modifiedAt) = try Self.facts(descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    /// Takes a descriptor over.
    private init(descriptor: Int32) throws {
        self.descriptor = descriptor
        (length, modifiedAt) = try Self.facts(descriptor)
    }

    deinit {
        close(descriptor)
    }

    /// Copies a stream to a temporary file without a name, which vanishes with this object.
    ///
    /// - Throws: `FormatFailure.limit` when there are more bytes than `limit`, and what the stream throws.
    static func temporary(holding stream: any ByteStream, limit: Int64) throws -> OpenFile {
        // The six last letters are replaced by ones that no other file has.
        let letters = String(repeating: "X", count: 6)
        var template = Array((NSTemporaryDirectory() + "/huizhi-" + letters).utf8CString)
        // The template ends with a zero and is as long as the array.
        let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let name = buffer.baseAddress else { return -EINVAL }
            return unsafe huizhi_process_temporary(name)
        }
        guard descriptor >= 0 else {
            throw FormatFailure.unreadable(reason: "no temporary file: " + reason(-descriptor))
        }
        unsafe template.withUnsafeBufferPointer { buffer in
            if let name = buffer.baseAddress { unsafe _ = unlink(name) }
        }
        do {
            try copy(stream, to: descriptor, limit: limit)
            return try OpenFile(descriptor: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Reads at most `count` bytes from a place; fewer only at the end of the file.
    ///
    /// - Throws: `FormatFailure.unreadable` when the medium fails.
    func read(at offset: Int64, count: Int) throws -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                // The buffer holds `count` bytes, of which `filled` are taken.
                guard let start = buffer.baseAddress else { return }
                let got = unsafe pread(descriptor, start + filled, count - filled, off_t(offset) + off_t(filled))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { return }
                filled += got
            }
        }
        guard failure == 0 else { throw FormatFailure.unreadable(reason: Self.reason(failure)) }
        return bytes
    }

    /// Sets the shared position to the beginning, for a library that reads the descriptor itself.
    func rewind() {
        lseek(descriptor, 0, SEEK_SET)
    }

    private static func copy(_ stream: any ByteStream, to descriptor: Int32, limit: Int64) throws {
        var total: Int64 = 0
        while case let bytes = try stream.next(), !bytes.isEmpty {
            total += Int64(bytes.count)
            guard total <= limit else {
                throw FormatFailure.limit(
                    setting: "maximumSpooledBytes",
                    reason: "a workbook inside an archive is larger than \(limit) bytes"
                )
            }
            var written = 0
            while written < bytes.count {
                let rest = bytes[written...]
                let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    throw FormatFailure.unreadable(reason: "no room for a temporary file: " + reason(errno))
                }
                written += count
            }
        }
    }

    private static func facts(_ descriptor: Int32) throws -> (length: Int64, modifiedAt: Int64) {
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0 else { throw FormatFailure.unreadable(reason: reason(errno)) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw FormatFailure.unreadable(reason: "not a regular file")
        }
        let time = facts.st_mtim
        return (Int64(facts.st_size), Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    /// The operating system's words for an error.
    static func reason(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}
