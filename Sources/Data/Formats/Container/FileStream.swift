/// The bytes of a file from front to back, in chunks.
package final class FileStream: ByteStream {
    /// Size of a chunk, 256 KiB.
    static let chunk = 256 << 10

    package let name: String
    package private(set) var offset: Int64 = 0
    let file: OpenFile

    /// Opens a file; `name` stands in messages instead of the path where it is given.
    ///
    /// - Throws: `FormatFailure.unreadable` when it cannot be opened or is no regular file.
    package convenience init(path: String, name: String? = nil) throws {
        self.init(try OpenFile(path: path), name: name ?? path)
    }

    init(_ file: OpenFile, name: String) {
        self.file = file
        self.name = name
    }

    package var length: Int64? { file.length }

    /// The next chunk, empty at the end.
    ///
    /// - Throws: `FormatFailure.unreadable` when the medium fails.
    package func next() throws -> [UInt8] {
        let bytes = try file.read(at: offset, count: Self.chunk)
        offset += Int64(bytes.count)
        return bytes
    }
}
