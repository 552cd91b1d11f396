/// A truncated word: literal bytes with gaps between them, matched against whole dictionary terms.
///
/// **Shape** literal, gap, literal, gap, ... A gap counts characters, that is Unicode scalars of UTF-8; neighbouring
/// wildcards add up to one gap.
public struct Pattern: Sendable, Hashable {
    /// One part of a pattern as the searcher wrote it.
    public enum Element: Sendable, Hashable {
        /// These bytes exactly.
        case bytes([UInt8])
        /// Exactly one character.
        case one
        /// No character or one.
        case optional
        /// Any number of characters, none too, up to `maximum` where given.
        case any(maximum: Int?)
    }

    /// How many characters may stand before a literal or at the end.
    struct Gap: Sendable, Hashable {
        var minimum = 0
        var maximum: Int? = 0

        var isEmpty: Bool { maximum == 0 }
        var isFree: Bool { minimum == 0 && maximum == nil }

        mutating func add(_ least: Int, _ most: Int?) {
            minimum += least
            // A sum that no number can hold bounds nothing.
            let (sum, isBeyond) = (maximum ?? 0).addingReportingOverflow(most ?? 0)
            maximum = maximum == nil || most == nil || isBeyond ? nil : sum
        }
    }

    /// A literal with the gap before it.
    struct Piece: Sendable, Hashable {
        var gap: Gap
        var literal: [UInt8]
    }

    let pieces: [Piece]
    let tail: Gap

    /// Makes a pattern from its parts in order.
    public init(_ elements: [Element]) {
        var pieces: [Piece] = []
        var gap = Gap()
        for element in elements {
            switch element {
            case .bytes(let bytes):
                guard !bytes.isEmpty else { continue }
                if gap.isEmpty, let last = pieces.indices.last {
                    pieces[last].literal += bytes
                } else {
                    pieces.append(Piece(gap: gap, literal: bytes))
                }
                gap = Gap()
            case .one: gap.add(1, 1)
            case .optional: gap.add(0, 1)
            case .any(let maximum): gap.add(0, maximum.map { max(0, $0) })
            }
        }
        self.pieces = pieces
        tail = gap
    }

    /// The pattern of every term that begins with these bytes.
    public static func prefix(_ bytes: [UInt8]) -> Pattern {
        Pattern([.bytes(bytes), .any(maximum: nil)])
    }

    /// The pattern of every term that ends with these bytes.
    public static func suffix(_ bytes: [UInt8]) -> Pattern {
        Pattern([.any(maximum: nil), .bytes(bytes)])
    }

    /// The bytes with which every matching term begins; empty when the pattern begins with a wildcard.
    public var literalPrefix: [UInt8] {
        guard let first = pieces.first, first.gap.isEmpty else { return [] }
        return first.literal
    }

    /// The one term that matches, when the pattern has no wildcard at all.
    var onlyTerm: [UInt8]? {
        guard tail.isEmpty, pieces.count == 1, pieces[0].gap.isEmpty else { return nil }
        return pieces[0].literal
    }

    /// Whether every term that begins with ``literalPrefix`` matches.
    var isPurePrefix: Bool {
        guard tail.isFree else { return false }
        return pieces.isEmpty || (pieces.count == 1 && pieces[0].gap.isEmpty)
    }
}
