package import Domain
package import Query
import Text

/// Words that a person types to find entries of a declared register.
package enum RegisterWords {
    /// The most words of one question.
    package static let most = 64
    /// The longest question, in characters.
    package static let longest = 1_000

    /// The entries in which every word of a text occurs: in the title, another text, or as a whole code.
    ///
    /// Words are parted by white space; what stands in quotation marks is looked for as it is written. A run of Han characters is
    /// found where they follow each other.
    ///
    /// - Returns: all entries for an empty text.
    /// - Throws: `Failure.invalid` for a text that is too long or has nothing to look for.
    package static func tree(_ text: String) throws(Failure) -> QueryTree {
        guard text.count <= longest else {
            throw .invalid(field: "text", reason: "it has more than \(longest) characters; look for fewer words")
        }
        let pieces = pieces(of: text)
        guard !pieces.isEmpty else { return .all }
        let analyzer = QueryAnalyzer()
        var names = NameFolder()
        var parts: [QueryTree] = []
        for piece in pieces {
            var ways: [QueryTree] = []
            let reading = QueryAnalyzer.Reading(isQuoted: piece.isQuoted, truncates: false)
            // A piece of nothing but signs is passed over.
            if let analysis = try? analyzer.analyse(piece.text, reading) {
                ways.append(analysis.tree(RegisterSchema.Text.title.mask.union(RegisterSchema.Text.text.mask)))
            }
            let code = names.fold(piece.text)
            if !code.isEmpty { ways.append(.term(Array(code.utf8), fields: RegisterSchema.Text.codes.mask)) }
            if !ways.isEmpty { parts.append(.or(ways)) }
        }
        guard !parts.isEmpty else {
            throw .invalid(field: "text", reason: "it has no letter, digit or Han character; write words")
        }
        guard parts.count <= most else {
            throw .invalid(field: "text", reason: "it has \(parts.count) words; look for at most \(most)")
        }
        return .and(parts)
    }

    /// A word, or what stands between quotation marks.
    private struct Piece {
        var text = ""
        var isQuoted = false
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var open = Piece()
        func close(_ isQuoted: Bool) {
            if !open.text.allSatisfy(\.isWhitespace) { pieces.append(open) }
            open = Piece(isQuoted: isQuoted)
        }
        for character in text {
            switch character {
            case "\"", "“", "”", "＂": close(!open.isQuoted)
            case _ where character.isWhitespace && !open.isQuoted: close(false)
            default: open.text.append(character)
            }
        }
        close(false)
        return pieces
    }
}
