/// What can go wrong with a file: the system refused, or the bytes are not what they should be.
public enum FileFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The operating system refused an operation; `code` is its errno.
    ///
    /// Remedy: what the code says (space, permission, a path that exists).
    case system(operation: String, path: String, code: Int32)

    /// The bytes contradict their own structure or checksum.
    ///
    /// Remedy: build the file again from what it was derived from.
    case corrupt(path: String, reason: String)

    /// The file is there but was written by another version of the format.
    ///
    /// Remedy: build it again with this version.
    case unknownVersion(path: String, found: UInt32, known: UInt32)

    /// Another process holds the lock; `holder` is its process number when it could be read.
    ///
    /// Remedy: wait for that process or stop it.
    case locked(path: String, holder: Int32?)

    /// The path of the file concerned.
    public var path: String {
        switch self {
        case .system(_, let path, _), .corrupt(let path, _), .unknownVersion(let path, _, _), .locked(let path, _): path
        }
    }

    /// Cause and values in one line.
    public var description: String {
        switch self {
        case .system(let operation, let path, let code):
            "cannot \(operation) \(path): \(systemMessage(code)) (errno \(code))"
        case .corrupt(let path, let reason):
            "\(path) is damaged: \(reason)"
        case .unknownVersion(let path, let found, let known):
            "\(path) has format version \(found), this program knows version \(known)"
        case .locked(let path, let holder):
            "\(path) is held by " + (holder.map { "process \($0)" } ?? "another process")
        }
    }
}
