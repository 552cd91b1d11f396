/// The words of a text typed to look through titles and meanings one by one: few, so that nobody's text takes long.
package struct SoughtWords: Sendable {
    /// In lower case, each once, in the order typed.
    package let words: [String]
    private let phrases: [Phrase]

    /// Words that are looked for; what was typed beyond them does not count.
    package static let most = 16
    /// Bytes of a text that are looked at; a word that goes on beyond them is looked for as far as they reach.
    package static let mostBytes = 1_000

    /// Takes the words of a text, with blanks between them; case does not matter.
    package init(_ text: String) {
        var bytes = 0
        // Whole characters of the alphabet, so that none ends as half of one.
        let start = text.unicodeScalars.prefix { scalar in
            bytes += UTF8.width(scalar)
            return bytes <= Self.mostBytes
        }
        var seen: Set<String> = []
        words = Array(
            String(start).lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
                .filter { seen.insert($0).inserted }.prefix(Self.most)
        )
        phrases = words.map { Phrase($0) }
    }

    package var isEmpty: Bool { words.isEmpty }

    /// Whether a text holds all the words.
    ///
    /// - Parameter text: In lower case, as UTF-8.
    /// - Returns: True as well where there are no words.
    package func areAll(in text: [UInt8]) -> Bool { phrases.allSatisfy { $0.isContained(in: text) } }
}
