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
