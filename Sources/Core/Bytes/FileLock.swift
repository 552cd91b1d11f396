import Glibc

/// A lock between processes on a file of its own, held until the last owner goes.
///
/// The file stays and holds the process number of its last holder; the system drops the lock with the process.
/// Sendable because nothing changes after `init`.
public final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock without waiting, making the file if need be.
    ///
    /// - Throws: `FileFailure.locked` when another owner has it, else `FileFailure.system`.
    public init(_ path: String) throws(FileFailure) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            _ = close(descriptor)
            guard code == EWOULDBLOCK else { throw .system(operation: "lock", path: path, code: code) }
            throw .locked(path: path, holder: FileLock.holder(path))
        }
        self.descriptor = descriptor
        let text = Array("\(getpid())\n".utf8)
        // The count is that of the array.
        let written = unsafe text.withUnsafeBytes { raw in
            unsafe ftruncate(descriptor, 0) == 0 ? pwrite(descriptor, raw.baseAddress, raw.count, 0) : -1
        }
        guard written == text.count else {
            let code = errno
            _ = close(descriptor)
            throw .system(operation: "write", path: path, code: code)
        }
    }

    deinit {
        // Closing alone would not do: a child that is being started has the descriptor too, until it runs its program.
        _ = flock(descriptor, LOCK_UN)
        _ = close(descriptor)
    }

    /// The process number that the holder wrote; nil when it cannot be read.
    private static func holder(_ path: String) -> Int32? {
        // A lock file that cannot be read only costs the message its number.
        guard let file = try? MappedFile(path) else { return nil }
        let digits = file.bytes(0..<file.count).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int32(String(decoding: digits, as: UTF8.self))
    }
}
