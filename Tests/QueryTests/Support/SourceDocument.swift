/// A document as a test writes it, from which both the index and the naive evaluator read.
struct SourceDocument {
    /// One text field: words in order, and where its sentences and paragraphs end.
    struct Text {
        /// Each word with its position; nil for a word that is counted once and stands nowhere.
        private(set) var words: [(term: [UInt8], position: Int?)] = []
        /// The positions of each standing word.
        private(set) var standing: [[UInt8]: [Int]] = [:]
        /// The words that stand nowhere.
        private(set) var loose: Set<[UInt8]> = []
        var sentenceEnds: [Int] = []
        var paragraphEnds: [Int] = []
        /// The length for BM25F.
        var length = 0

        mutating func append(_ word: String, _ position: Int?) {
            let term = Array(word.utf8)
            words.append((term, position))
            if let position { standing[term, default: []].append(position) } else { loose.insert(term) }
        }
    }

    var id: String
    var version: UInt64 = 1
    /// Texts by field ordinal.
    var texts: [Text] = []
    var numbers: [String: Int64] = [:]
    var labels: [String: [String]] = [:]

    /// A text from a notation: words by spaces, `.` ends a sentence, `|` a paragraph, `~word` stands nowhere,
    /// `+word` stands where the word before it stands.
    static func text(_ notation: String) -> Text {
        var text = Text()
        var position = 0
        for part in notation.split(separator: " ").map(String.init) {
            switch part {
            case ".": text.sentenceEnds.append(position - 1)
            case "|":
                text.paragraphEnds.append(position - 1)
                // The position behind a paragraph stays empty.
                position += 1
            case _ where part.hasPrefix("~"): text.append(String(part.dropFirst()), nil)
            case _ where part.hasPrefix("+"): text.append(String(part.dropFirst()), max(0, position - 1))
            default:
                text.append(part, position)
                position += 1
            }
        }
        text.length = position
        return text
    }
}
