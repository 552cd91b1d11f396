/// Something that stands at places in a text: every occurrence is a span of positions inside one field.
///
/// A span runs from its first to its last position. Two spans are combined only when they do not overlap; the distance
/// is the first position of the later minus the last position of the earlier, so neighbours are 1 apart. No phrase and
/// no combination reaches across the end of a paragraph.
public indirect enum SpanTree: Sendable, Hashable {
    /// One word; `width` is the number of positions that it covers.
    case word(Alternatives, width: UInt32)
    /// Words at fixed offsets from each other.
    case phrase([Slot])
    /// Whatever any of these finds.
    case anyOf([SpanTree])
    /// What another tree finds; of several places that begin at one position only the shortest.
    ///
    /// Spellings of one word (`Wi-Fi`, `WiFi`) stand at the same place and so count once in a frequency.
    case starts(SpanTree)
    /// Both, at most `distance` apart; `ordered` when the first must stand before the second.
    case near(SpanTree, SpanTree, distance: Int, ordered: Bool)
    /// Both in one sentence, in any order.
    case sameSentence(SpanTree, SpanTree)
    /// Both in one paragraph, in any order.
    case sameParagraph(SpanTree, SpanTree)

    /// A word of one term and one position.
    public static func word(_ term: [UInt8]) -> SpanTree {
        .word(.terms([term]), width: 1)
    }
}
