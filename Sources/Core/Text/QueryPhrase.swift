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

/// Terms at fixed distances from each other; a phrase of one slot is just its terms.
public struct QueryPhrase: Sendable, Hashable {
    /// The slots by offset.
    public var slots: [QuerySlot]
    /// Offsets at which no run of Han characters may end (``TokenList/hanRunEnds``); empty but for gaps inside Han words.
    public var unbroken: [UInt32]

    /// Makes a phrase.
    public init(_ slots: [QuerySlot], unbroken: [UInt32] = []) {
        self.slots = slots
        self.unbroken = unbroken
    }

    /// The positions that the phrase covers.
    public var width: UInt32 { slots.map { $0.offset + $0.width }.max() ?? 0 }

    /// Whether the phrase asks for no position: it is one slot of plain terms.
    public var isSingle: Bool { slots.count == 1 && unbroken.isEmpty }
}

/// What a word or phrase of a query stands for: a text that holds any of the phrases has it.
public struct QueryAnalysis: Sendable, Hashable {
    /// The readings; the first is the plain one.
    public var phrases: [QueryPhrase]
    /// Further readings were left out to keep the work bounded; the answer must say so.
    public var isCut: Bool

    /// Puts an analysis together.
    public init(phrases: [QueryPhrase], isCut: Bool = false) {
        self.phrases = phrases
        self.isCut = isCut
    }
}

/// Why a text is no word or phrase; ranges are bytes of the text's UTF-8.
public enum QueryAnalysisFailure: Error, Equatable, CustomStringConvertible {
    /// There is no letter, digit or Han character in it.
    case empty
    /// A truncation sign stands by itself.
    case loneWildcard(Range<Int>)
    /// More than one `#` stands before a Han word; one is the most that an index of pairs can tell.
    case wildcardsBeforeHan(Range<Int>)

    /// The reason with its cure.
    public var description: String {
        switch self {
        case .empty: "nothing to search for: give at least one letter, digit or Han character"
        case .loneWildcard: "a truncation sign needs a word that it truncates"
        case .wildcardsBeforeHan: "at most one # can stand before a Han word"
        }
    }
}
