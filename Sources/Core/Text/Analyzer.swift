/// Turns texts into tokens; keeps its scratch from text to text and is used by one thread at a time.
///
/// **Positions** One per Han character, Latin word or number; a hyphenated word takes one per part. After each
/// paragraph one position stays empty.
///
/// **Han** Every two neighbours in a run give a pair at the position of the first; the last character gives an end term
/// (character and ``ReservedBytes/hanEndMark``); every different character gives one term without a position. So a
/// substring of two or more characters is exactly the phrase of its pairs.
///
/// **Words** The exact folded form at its position, and the stem (``ReservedBytes/stem``) where it differs: unquoted
/// words ask for the stem, quoted ones for the form.
///
/// **Joined words** Words joined by a hyphen (`Wi-Fi`), an apostrophe (`O'Brien`) or, each a single letter, by a full
/// stop (`U.S.`) are their parts side by side; at the position of the first part stand besides the joined form as a plain
/// word (`wifi`, with its stem) and as a joined term that tells the number of parts, for phrases that go on behind it.
/// A possessive `'s` is dropped. Chains of more than `maximumJoinedParts` parts have no joined form.
///
/// **Cost** Linear in the text; a piece of at most `pieceBytes` is held folded, 16 bytes a character.
public final class Analyzer {
    /// The limits of an analysis.
    ///
    /// Index and queries must use the same first two.
    public struct Options: Sendable, Equatable {
        /// The most bytes of a term; a longer run is known by its beginning (at most 255).
        public var maximumTermBytes = 120
        /// The most parts of a word that has a joined form (at most 255).
        public var maximumJoinedParts = 8
        /// The size of the pieces in which a text is folded, cut at a space or punctuation.
        public var pieceBytes = 1 << 20
        /// The longest text that is taken.
        public var maximumTextBytes = 256 << 20

        /// The defaults.
        public init() {}
    }

    /// How paragraphs are told apart.
    public enum Structure: Sendable {
        /// A paragraph ends at a blank line and at a line end after 。！？；：.!?;:.
        case plain
        /// The text is one paragraph, whatever its line ends.
        case paragraph
    }

    /// Why a text was not taken.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        /// The text is longer than `Options.maximumTextBytes`: split it, or raise the limit.
        case textTooLong(bytes: Int, limit: Int)

        /// The reason with its cure.
        public var description: String {
            switch self {
            case .textTooLong(let bytes, let limit):
                "the text has \(bytes) bytes, more than \(limit): split it or raise maximumTextBytes"
            }
        }
    }

    let options: Options
    var folder = Folder()
    let stemmer = Stemmer()
    var stem: [UInt8] = []
    var group: [Run] = []

    /// One bit per Han character seen in the list at hand, by `scalar - firstHan`.
    var seen = [UInt64](repeating: 0, count: (Analyzer.lastHan - Analyzer.firstHan) / 64 + 1)
    var seenWords: [Int] = []
    static let firstHan = 0x2E80
    static let lastHan = 0x3_FFFF

    /// Makes an analyzer.
    public init(_ options: Options = Options()) {
        self.options = options
    }

    /// Replaces the content of `list` by the tokens of one text; places are byte offsets into its UTF-8.
    public func analyse(
        _ text: String,
        as structure: Structure = .plain,
        into list: inout TokenList
    ) throws(Failure) {
        list.removeAll()
        forgetSeen()
        try add(text, structure, to: &list)
    }

    /// Replaces the content of `list` by the tokens of paragraphs; places are offsets into the paragraph they stand in.
    public func analyse(paragraphs: [String], into list: inout TokenList) throws(Failure) {
        list.removeAll()
        forgetSeen()
        for paragraph in paragraphs { try add(paragraph, .paragraph, to: &list) }
    }

    /// The tokens of one text.
    public func tokens(_ text: String, as structure: Structure = .plain) throws(Failure) -> TokenList {
        var list = TokenList()
        try analyse(text, as: structure, into: &list)
        return list
    }

    private func add(_ text: String, _ structure: Structure, to list: inout TokenList) throws(Failure) {
        let bytes = text.utf8.count
        guard bytes <= options.maximumTextBytes else {
            throw .textTooLong(bytes: bytes, limit: options.maximumTextBytes)
        }
        let utf8 = text.utf8Span
        let span = utf8.span
        var state = ParagraphState(structure: structure)
        var start = 0
        while start < bytes {
            let end = TextPieces.end(span, from: start, limit: options.pieceBytes)
            folder.fold(span, start..<end)
            emit(into: &list, &state, isLast: end == bytes)
            start = end
        }
        list.endParagraph()
    }

    private func forgetSeen() {
        for word in seenWords { seen[word] = 0 }
        seenWords.removeAll(keepingCapacity: true)
    }
}
