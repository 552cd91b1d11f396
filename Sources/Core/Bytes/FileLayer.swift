/// The writing side of a file system, so that tests can lose what was never made durable.
///
/// `DiskLayer` is the real one. Reading never goes through it. Paths are those of the operating system.
public protocol FileLayer: Sendable {
    /// Creates an empty file, replacing what stood there, and opens it for writing.
    func create(_ path: String) throws(FileFailure) -> FileHandleNumber

    /// Opens a file for writing behind the bytes that it holds, making it if need be.
    func extend(_ path: String) throws(FileFailure) -> FileHandleNumber

    /// Appends bytes to a file opened by `create` or `extend`.
    func append(_ bytes: [UInt8], to file: FileHandleNumber, path: String) throws(FileFailure)

    /// Closes a file opened by `create` or `extend`; its bytes are not durable yet.
    func close(_ file: FileHandleNumber, path: String) throws(FileFailure)

    /// Makes the bytes of a file durable.
    func sync(_ path: String) throws(FileFailure)

    /// Gives a file another name, replacing what had it; durable after `syncFolder`.
    func rename(_ path: String, to newPath: String) throws(FileFailure)

    /// Removes a name; durable after `syncFolder`.
    func remove(_ path: String) throws(FileFailure)

    /// Makes the names in a folder durable.
    func syncFolder(_ path: String) throws(FileFailure)
}

/// The number by which an open file is known to its `FileLayer`.
public struct FileHandleNumber: RawRepresentable, Sendable, Hashable {
    /// The file descriptor of the real layer.
    public let rawValue: Int32

    /// Wraps a file descriptor.
    public init(rawValue: Int32) { self.rawValue = rawValue }
}
