/// The tokens of a text in flat arrays, with the bytes of the original for every position.
///
/// **Shape** Terms lie one after the other in one buffer; a token names its part of it. Positions count from
/// `firstPosition`, one per Han character, word or number, and one empty position after every paragraph, so that no
/// phrase crosses a paragraph's end.
public struct TokenList: Sendable {
    /// What a token is.
    public enum Kind: UInt8, Sendable {
        /// A word or number in its exact folded form.
        case word
        /// Two Han characters that stand side by side in one run; its position is that of the first.
        case hanPair
        /// One Han character, without a position, once per list.
        case hanSingle
        /// The last character of a run of Han characters with ``ReservedBytes/hanEndMark``.
        case hanEnd
        /// The stem of the word at this position, where it differs from the word.
        case stem
        /// The joined form of a hyphenated word as a plain word, at the position of its first part.
        case joinedWord
        /// The joined form with its number of parts, at the position of its first part.
        case joinedTerm
    }

    /// One token.
    public struct Token: Sendable {
        /// Where the term begins in the buffer.
        var offset: UInt32
        /// The length of the term in bytes.
        var length: UInt16
        /// What the token is.
        public var kind: Kind
        /// The positions that the token covers: 2 for a pair of Han characters, the parts of a joined form.
        public var width: UInt8
        /// The position; `TokenList.withoutPosition` for a single Han character.
        public var position: UInt32
    }

    /// The bytes of the original text at one position; empty at a position that holds no word.
    public struct Place: Sendable, Equatable {
        /// The first byte.
        public var start: UInt32
        /// The byte after the last one.
        public var end: UInt32

        /// Names the bytes from `start` up to `end`.
        public init(start: UInt32, end: UInt32) {
            self.start = start
            self.end = end
        }
    }

    /// The position of a token that has none.
    public static let withoutPosition = UInt32.max

    /// The position of the first entry of `places`.
    public let firstPosition: UInt32
    /// The tokens in the order of their positions.
    public private(set) var tokens: [Token] = []
    /// The original bytes of every position from `firstPosition` on.
    public private(set) var places: [Place] = []
    /// The last positions of the sentences; the end of a paragraph ends a sentence too.
    public private(set) var sentenceEnds: [UInt32] = []
    /// The last positions of the paragraphs.
    public private(set) var paragraphEnds: [UInt32] = []
    /// The last positions of the runs of Han characters.
    public private(set) var hanRunEnds: [UInt32] = []
    /// The number of Han characters, words and numbers: the length that ranking divides by.
    public private(set) var length = 0

    private var terms: [UInt8] = []
    private var paragraphFirst: UInt32
    private var sentenceFirst: UInt32

    /// Makes an empty list whose first position is `firstPosition`.
    public init(firstPosition: UInt32 = 0) {
        self.firstPosition = firstPosition
        paragraphFirst = firstPosition
        sentenceFirst = firstPosition
    }

    /// The position that the next word takes.
    public var nextPosition: UInt32 { firstPosition + UInt32(truncatingIfNeeded: places.count) }

    /// The bytes of a token's term.
    public func term(_ token: Token) -> ArraySlice<UInt8> {
        terms[Int(token.offset)..<Int(token.offset) + Int(token.length)]
    }

    /// The bytes of the original from position `first` over `width` positions, nil outside the list.
    public func bytes(_ first: UInt32, width: Int = 1) -> Range<Int>? {
        let from = Int(first) - Int(firstPosition)
        guard from >= 0, width > 0, from + width <= places.count else { return nil }
        let (start, end) = (Int(places[from].start), Int(places[from + width - 1].end))
        return start < end ? start..<end : nil
    }

    /// Forgets all tokens and keeps the memory.
    public mutating func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        sentenceEnds.removeAll(keepingCapacity: true)
        paragraphEnds.removeAll(keepingCapacity: true)
        hanRunEnds.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
        length = 0
        paragraphFirst = firstPosition
        sentenceFirst = firstPosition
    }
}

// MARK: - Filling

extension TokenList {
    /// Where the next term begins.
    var termOffset: Int { terms.count }

    /// Bytes of the term buffer.
    func bytes(from start: Int, to end: Int) -> ArraySlice<UInt8> { terms[start..<end] }

    mutating func appendByte(_ byte: UInt8) { terms.append(byte) }

    mutating func appendBytes(_ bytes: some Collection<UInt8>) { terms.append(contentsOf: bytes) }

    /// Appends a scalar to the term under construction.
    mutating func appendScalar(_ scalar: UInt32) { UTF8Bytes.append(scalar, to: &terms) }

    /// Ends the term under construction, which began at `offset`.
    mutating func finish(_ kind: Kind, from offset: Int, at position: UInt32, width: Int = 1) {
        tokens.append(
            Token(
                offset: UInt32(truncatingIfNeeded: offset),
                length: UInt16(truncatingIfNeeded: terms.count - offset),
                kind: kind,
                width: UInt8(truncatingIfNeeded: width),
                position: position
            )
        )
    }

    /// Takes the next position for the original bytes `start..<end`.
    mutating func appendPlace(_ start: UInt32, _ end: UInt32) {
        places.append(Place(start: start, end: end))
        length += 1
    }

    /// Marks the last position as the end of a run of Han characters.
    mutating func endHanRun() { hanRunEnds.append(nextPosition - 1) }

    /// Marks the last position as the end of a sentence, unless no word stands in it.
    mutating func endSentence() {
        let next = nextPosition
        guard next > sentenceFirst else { return }
        sentenceEnds.append(next - 1)
        sentenceFirst = next
    }

    /// Marks the last position as the end of a paragraph and leaves a position empty; nothing where no word stands in it.
    mutating func endParagraph() {
        let next = nextPosition
        guard next > paragraphFirst else { return }
        endSentence()
        paragraphEnds.append(next - 1)
        let end = places.last?.end ?? 0
        places.append(Place(start: end, end: end))
        paragraphFirst = next + 1
        sentenceFirst = next + 1
    }
}
