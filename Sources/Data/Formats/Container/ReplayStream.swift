/// A stream whose first bytes have been looked at already.
final class ReplayStream: ByteStream {
    private var head: [UInt8]
    private let rest: any ByteStream
    private(set) var offset: Int64 = 0

    init(head: [UInt8], rest: any ByteStream) {
        self.head = head
        self.rest = rest
    }

    var name: String { rest.name }
    var length: Int64? { rest.length }

    func next() throws -> [UInt8] {
        if !head.isEmpty {
            defer { head = [] }
            offset += Int64(head.count)
            return head
        }
        let bytes = try rest.next()
        offset += Int64(bytes.count)
        return bytes
    }

    /// Reads at least `count` bytes from a stream unless it ends before.
    static func head(of stream: any ByteStream, count: Int) throws -> [UInt8] {
        var head: [UInt8] = []
        while head.count < count, case let bytes = try stream.next(), !bytes.isEmpty { head += bytes }
        return head
    }
}
