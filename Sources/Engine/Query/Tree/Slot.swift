/// What may stand at one place of a phrase.
public enum Alternatives: Sendable, Hashable {
    /// Any of these dictionary terms.
    case terms([[UInt8]])
    /// Any dictionary term that matches; bounded by `SearchOptions.maximumExpansion`.
    case pattern(Pattern)
}

/// One place of a phrase: where it stands, what may stand there, how many positions it covers.
public struct Slot: Sendable, Hashable {
    /// Positions after the phrase's first position.
    public var offset: UInt32
    /// The terms that may stand here.
    public var alternatives: Alternatives
    /// Positions covered, at least 1; 2 for a pair of Han characters.
    ///
    /// A term that covers several positions stands only where all of them lie in one paragraph.
    public var width: UInt32
    /// Whether none of the terms may stand here; such a slot finds no place by itself, but its positions are covered.
    public var isAbsent: Bool

    /// Makes a slot.
    public init(offset: UInt32, _ alternatives: Alternatives, width: UInt32 = 1, isAbsent: Bool = false) {
        self.offset = offset
        self.alternatives = alternatives
        self.width = max(1, width)
        self.isAbsent = isAbsent
    }

    /// Makes a slot of one term.
    public init(offset: UInt32, term: [UInt8], width: UInt32 = 1) {
        self.init(offset: offset, .terms([term]), width: width)
    }
}
