/// A stream whose first bytes are looked at before it is read.
///
/// Damage within the first bytes shows only where reading comes to it, so that nothing before is lost.
final class ReplayStream: ByteStream {
    /// The first bytes, fewer than asked for only where the stream ends or breaks off before.
    let head: [UInt8]
    private let rest: any ByteStream
    private var damage: FormatFailure?
    private(set) var offset: Int64 = 0

    /// Looks at the first bytes of a stream, at least `count` of them.
    ///
    /// - Throws: `FormatFailure` when not even the first byte can be had, or a limit is passed.
    init(_ stream: any ByteStream, lookingAt count: Int) throws {
        rest = stream
        var head: [UInt8] = []
        do {
            while head.count < count, case let bytes = try stream.next(), !bytes.isEmpty { head += bytes }
        } catch let failure as FormatFailure {
            guard case .damaged = failure, !head.isEmpty else { throw failure }
            damage = failure
        }
        self.head = head
    }

    /// Puts bytes that were read already before the rest of a stream.
    init(head: [UInt8], rest: any ByteStream) {
        self.head = head
        self.rest = rest
    }

    var name: String { rest.name }
    var length: Int64? { rest.length }

    func next() throws -> [UInt8] {
        var bytes = head
        if offset > 0 || head.isEmpty {
            if let damage { throw damage }
            bytes = try rest.next()
        }
        offset += Int64(bytes.count)
        return bytes
    }
}
