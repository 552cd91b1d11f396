/// Bytes pulled in chunks from a file or from a member of an archive, once, front to back.
package protocol ByteStream: AnyObject {
    /// Name shown in messages and kept as the record's source.
    var name: String { get }
    /// Total length in bytes where it is known beforehand, for progress.
    var length: Int64? { get }
    /// Bytes handed out so far.
    var offset: Int64 { get }
    /// The next chunk, at most 1 MiB, empty only at the end.
    ///
    /// - Throws: ``FormatFailure`` when the medium fails or a limit is passed.
    func next() throws -> [UInt8]
}
