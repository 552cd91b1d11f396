/// Bytes in memory as a stream.
final class ByteList: ByteStream {
    let name = "document"
    private let bytes: [UInt8]
    private(set) var offset: Int64 = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var length: Int64? { Int64(bytes.count) }

    func next() -> [UInt8] {
        let part = bytes.dropFirst(Int(offset)).prefix(1 << 20)
        offset += Int64(part.count)
        return Array(part)
    }
}
