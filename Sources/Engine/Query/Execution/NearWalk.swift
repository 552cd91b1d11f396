import Index

/// Finds out whether two single terms of one position each stand near each other in a paragraph of a field, going through
/// their places together.
///
/// Of two terms that are near somewhere, some are with no place of either between them, so only neighbours are compared.
struct NearWalk {
    /// One of the terms.
    private struct Side {
        let stream: Int
        /// Its first position that was not passed; nil when none is left.
        var position: Int?
        /// The numbers of its positions behind that one.
        var rest = 0..<0
        /// Its last position that was passed.
        var passed: Int?
    }

    private var first: Side
    private var second: Side
    private let distance: Int
    private let isOrdered: Bool

    /// Two terms by their streams, at most so many positions apart; ordered when the first must stand before the second.
    init(_ first: Int, _ second: Int, distance: Int, isOrdered: Bool) {
        self.first = Side(stream: first)
        self.second = Side(stream: second)
        self.distance = distance
        self.isOrdered = isOrdered
    }

    /// Whether both stand near each other in any of these fields of a document; documents must be asked for in ascending
    /// order.
    mutating func matches(
        _ document: UInt32,
        mask: UInt32,
        _ streams: inout [TermStream],
        _ ends: inout FieldEnds
    ) throws(IndexFailure) -> Bool {
        guard try streams[first.stream].seek(document), try streams[second.stream].seek(document) else { return false }
        var fields = try mask & streams[first.stream].mask() & streams[second.stream].mask()
        while fields != 0 {
            let field = FieldID(rawValue: UInt8(truncatingIfNeeded: fields.trailingZeroBitCount))
            fields &= fields &- 1
            if try meet(in: field, of: document, &streams, &ends) { return true }
        }
        return false
    }

    private mutating func meet(
        in field: FieldID,
        of document: UInt32,
        _ streams: inout [TermStream],
        _ ends: inout FieldEnds
    ) throws(IndexFailure) -> Bool {
        try Self.start(&first, field, &streams)
        try Self.start(&second, field, &streams)
        while true {
            let (own, other) = (first.position ?? .max, second.position ?? .max)
            if own == .max, other == .max { return false }
            if own <= other, !isOrdered, try follows(own, second, in: field, of: document, &ends) { return true }
            if other <= own, try follows(other, first, in: field, of: document, &ends) { return true }
            if own <= other { try Self.pass(&first, &streams) }
            if other <= own { try Self.pass(&second, &streams) }
        }
    }

    /// Whether a position stands near behind the last one that was passed of a term, in the same paragraph.
    private func follows(
        _ position: Int,
        _ side: Side,
        in field: FieldID,
        of document: UInt32,
        _ ends: inout FieldEnds
    ) throws(IndexFailure) -> Bool {
        guard let passed = side.passed, position - passed <= distance else { return false }
        try ends.load(document, field)
        return PlaceJoin.end(at: passed, in: ends.paragraphs) >= position
    }

    private static func start(_ side: inout Side, _ field: FieldID, _ streams: inout [TermStream]) throws(IndexFailure)
    {
        side.rest = try streams[side.stream].positionNumbers(field)
        side.position = -1
        try pass(&side, &streams)
        side.passed = nil
    }

    /// Moves a term on to its next position.
    private static func pass(_ side: inout Side, _ streams: inout [TermStream]) throws(IndexFailure) {
        side.passed = side.position
        guard let next = side.rest.first, let position = side.position else { return side.position = nil }
        side.position = position + Int(try streams[side.stream].gap(next)) + 1
        side.rest = (next + 1)..<side.rest.upperBound
    }
}
