import Index

/// One step of the matching of a segment; other operations are named by their number, which is always smaller.
enum Operation {
    /// Documents with any of these streams' terms in one of the fields.
    case terms([Int], mask: UInt32)
    /// A whole segment's documents, found beforehand: one bit each.
    case fixed([UInt64])
    /// Every document of all these operations, the cheapest first.
    case and([Int])
    /// Every document of any of these operations.
    case or([Int])
    /// Every document of exactly one of the two.
    case xor(Int, Int)
    /// Every document but these.
    case not(Int)
    /// Those of the candidates in which a step of the runner finds a place.
    case spans(runner: Int, step: Int, candidates: Int, mask: UInt32)
    /// Those of the candidates whose frequency compares so; all others when 0 does.
    case frequency(FrequencyTest, candidates: Int)
    /// Documents whose number lies in the range.
    case numbers(NumberColumn, ClosedRange<Int64>)
    /// Documents with one of the labels.
    case labels(OrdinalColumn, OrdinalSet)
    /// Documents with any label.
    case anyLabel(OrdinalColumn)
}

/// Places that a document must have in some fields; as in `Operation.spans`.
struct PlaceCheck {
    var runner: Int
    var step: Int
    var mask: UInt32
}

/// What a frequency is made of and compared with.
struct FrequencyTest {
    var runner: Int
    var addends: [SpanProgram.Addend]
    var mask: UInt32
    var comparison: Comparison
    var bound: Int
}

/// Some ordinals of a column.
enum OrdinalSet {
    /// Neighbouring ordinals.
    case range(Range<UInt32>)
    /// One bit per ordinal.
    case bits([UInt64])

    func contains(_ ordinal: UInt32) -> Bool {
        switch self {
        case .range(let range): range.contains(ordinal)
        case .bits(let words): words[Int(ordinal >> 6)] & (1 &<< UInt64(ordinal & 63)) != 0
        }
    }
}
