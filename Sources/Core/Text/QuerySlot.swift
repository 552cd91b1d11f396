/// What may stand at one place of a phrase.
public struct QuerySlot: Sendable, Hashable {
    /// The terms of a slot.
    public enum Match: Sendable, Hashable {
        /// Any of these terms.
        case terms([[UInt8]])
        /// Any term of the dictionary that matches.
        case pattern(TermPattern)
    }

    /// Positions after the first position of the phrase.
    public var offset: UInt32
    /// What may stand here.
    public var match: Match
    /// The positions that the slot covers: 2 for a pair of Han characters, the parts of a joined term.
    public var width: UInt32

    /// Makes a slot.
    public init(offset: UInt32, _ match: Match, width: UInt32 = 1) {
        self.offset = offset
        self.match = match
        self.width = width
    }
}
