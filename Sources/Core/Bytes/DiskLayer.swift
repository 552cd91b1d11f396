import Glibc

/// The file layer that writes to the operating system.
public struct DiskLayer: FileLayer {
    /// The layer has no state of its own.
    public init() {}

    /// Creates or truncates a file with mode 0644.
    public func create(_ path: String) throws(FileFailure) -> FileHandleNumber {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("create", path) }
        return FileHandleNumber(rawValue: descriptor)
    }

    /// Opens or creates a file with mode 0644; every write goes to its end.
    public func extend(_ path: String) throws(FileFailure) -> FileHandleNumber {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("open", path) }
        return FileHandleNumber(rawValue: descriptor)
    }

    /// Writes all bytes, going on after partial writes and interrupts.
    public func append(_ bytes: [UInt8], to file: FileHandleNumber, path: String) throws(FileFailure) {
        var written = 0
        while written < bytes.count {
            // `written` is below the count, so pointer and length stay inside the array.
            let step = unsafe bytes.withUnsafeBytes { raw in
                unsafe Glibc.write(file.rawValue, raw.baseAddress.map { unsafe $0 + written }, raw.count - written)
            }
            if step < 0 {
                if errno == EINTR { continue }
                throw failure("write", path)
            }
            written += step
        }
    }

    /// Closes the descriptor.
    public func close(_ file: FileHandleNumber, path: String) throws(FileFailure) {
        guard Glibc.close(file.rawValue) == 0 else { throw failure("close", path) }
    }

    /// Calls fsync on the file.
    public func sync(_ path: String) throws(FileFailure) {
        try synchronise(path, flags: O_RDONLY | O_CLOEXEC)
    }

    /// Renames within one file system.
    public func rename(_ path: String, to newPath: String) throws(FileFailure) {
        guard unsafe Glibc.rename(path, newPath) == 0 else { throw failure("rename", path) }
    }

    /// Unlinks; a name that is already gone is no failure.
    public func remove(_ path: String) throws(FileFailure) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    }

    /// Calls fsync on the folder.
    public func syncFolder(_ path: String) throws(FileFailure) {
        try synchronise(path, flags: O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }

    private func synchronise(_ path: String, flags: Int32) throws(FileFailure) {
        let descriptor = unsafe open(path, flags)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { _ = Glibc.close(descriptor) }
        while fsync(descriptor) != 0 {
            guard errno == EINTR else { throw failure("sync", path) }
        }
    }

    private func failure(_ operation: String, _ path: String) -> FileFailure {
        .system(operation: operation, path: path, code: errno)
    }
}
