import Index
import Query
import Text

/// A truncated name: where it says no `+`, the name begins or ends there.
///
/// Behind the last character of a Han word an optional one changes nothing, because the word is found inside longer
/// ones; at an end of a name it does. So each optional sign there makes two spellings.
struct NamePattern {
    private static let maximumSpellings = 16

    /// The pieces with their optional signs at the ends spelled out.
    private(set) var spellings: [[Expression.Piece]]
    /// Whether some spellings were left out.
    let isCut: Bool
    private let startsName: Bool
    private let endsName: Bool

    /// Takes the pieces; nil when they anchor neither end, so that the pattern is a truncated word like any other.
    init?(_ pieces: [Expression.Piece]) {
        let leading = pieces.prefix { !$0.isText }
        let trailing = pieces.dropFirst(leading.count).reversed().prefix { !$0.isText }.reversed()
        startsName = !leading.contains(.any)
        endsName = !trailing.contains(.any)
        guard startsName || endsName else { return nil }
        let middle = pieces[leading.count..<(pieces.count - trailing.count)]
        let fronts = startsName ? Self.spellings(of: Array(leading)) : [Array(leading)]
        let backs = endsName ? Self.spellings(of: Array(trailing)) : [Array(trailing)]
        let all = fronts.flatMap { front in backs.map { front + middle + $0 } }
        isCut = all.count > Self.maximumSpellings
        spellings = Array(all.prefix(Self.maximumSpellings))
    }

    /// From all signs that ask for exactly one character to all of them that may stand for one.
    private static func spellings(of signs: [Expression.Piece]) -> [[Expression.Piece]] {
        let least = signs.count { $0 == .one }
        return (least...signs.count).map { [Expression.Piece](repeating: .one, count: $0) }
    }

    /// The places of the phrases that begin and end a name as the pattern asks.
    func span(_ phrases: [QueryPhrase]) -> SpanTree {
        SpanTree.any(
            phrases.map { phrase in
                var slots = phrase.engineSlots
                if startsName { slots.append(Slot(offset: 0, term: NameText.start)) }
                if endsName {
                    let width = slots.map { $0.offset + $0.width }.max() ?? 1
                    slots.append(Slot(offset: width - 1, term: ReservedTerm.paragraphEnd))
                }
                return .phrase(slots)
            }
        )
    }
}

extension Expression.Piece {
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}
