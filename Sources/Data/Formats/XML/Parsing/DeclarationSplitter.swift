/// Cuts a stream before every XML declaration, since bulk files hold one document after the other.
///
/// A byte order mark before a declaration is left out: the document before it could not be read with it.
struct DeclarationSplitter {
    /// What comes next in the stream.
    enum Piece {
        case bytes(ArraySlice<UInt8>)
        /// An XML declaration begins here; its bytes follow.
        case declaration
        case end
    }

    private let stream: any ByteStream
    private let pieceSize: Int
    private var chunk: [UInt8] = []
    private var index = 0
    private var hasEnded = false
    /// Whether the declaration at `index` has been announced.
    private var isAnnounced = false
    /// Offset in the stream of the next byte handed out.
    private(set) var offset: Int64 = 0

    init(_ stream: any ByteStream, pieceSize: Int = 64 << 10) {
        self.stream = stream
        self.pieceSize = pieceSize
    }

    mutating func next() throws -> Piece {
        try fill()
        guard index < chunk.count else { return .end }
        let limit = min(index + pieceSize, chunk.count)
        let found = declaration(from: isAnnounced ? index + 1 : index, through: limit)
        if found == index {
            isAnnounced = true
            return .declaration
        }
        let end = found ?? safeEnd(limit)
        defer { advance(to: end) }
        let bytes = chunk[index..<end]
        return .bytes(found != nil && bytes.suffix(3) == Self.byteOrderMark[...] ? bytes.dropLast(3) : bytes)
    }

    private mutating func advance(to end: Int) {
        offset += Int64(end - index)
        index = end
        isAnnounced = false
    }

    /// Makes sure that a byte order mark and a declaration could lie ahead unless the stream ends.
    private mutating func fill() throws {
        while !hasEnded, chunk.count - index <= Self.lookahead {
            let next = try stream.next()
            if next.isEmpty {
                hasEnded = true
            } else if index == chunk.count {
                chunk = next
                index = 0
            } else {
                chunk = Array(chunk[index...]) + next
                index = 0
            }
        }
    }

    /// Index of the first declaration that begins in a range, or so soon after it that its byte order mark does.
    private func declaration(from start: Int, through limit: Int) -> Int? {
        var candidate = start
        while candidate < limit, let found = chunk[candidate..<limit].firstIndex(of: Self.mark[0]) {
            if isDeclaration(at: found) { return found }
            candidate = found + 1
        }
        return (max(start, limit)...(limit + Self.byteOrderMark.count)).first { isDeclaration(at: $0) }
    }

    private func isDeclaration(at start: Int) -> Bool {
        let end = start + Self.mark.count
        guard end < chunk.count else { return false }
        for index in 0..<Self.mark.count where chunk[start + index] != Self.mark[index] { return false }
        return chunk[end] <= 0x20
    }

    /// Where a piece may end so that a declaration is not cut in two.
    private func safeEnd(_ limit: Int) -> Int {
        guard limit == chunk.count, !hasEnded else { return limit }
        return max(index + 1, chunk.count - Self.lookahead)
    }

    private static let mark = Array("<?xml".utf8)
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let lookahead = mark.count + byteOrderMark.count
}
