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
