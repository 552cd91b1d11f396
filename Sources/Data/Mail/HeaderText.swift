import Domain
import Foundation

/// Free text in the header of a message: what it may hold, and how it is written.
enum HeaderText {
    /// Refuses what would end the line and begin another field, and what shows a text in another order than it has.
    ///
    /// - Throws: `Failure.invalid` for control characters (CR, LF and NUL among them), line and paragraph separators and
    ///   the controls of the bidirectional algorithm.
    static func check(_ text: String, field: String) throws(Failure) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C:
                throw .invalid(field: field, reason: "take out line ends and marks of writing direction")
            default:
                guard scalar.properties.generalCategory != .control else {
                    throw .invalid(field: field, reason: "take out line ends and other control characters")
                }
            }
        }
    }

    /// The text as it stands in a field whose line is filled up to `column`: plain where it is short ASCII, else encoded
    /// words on lines of at most 76 characters.
    ///
    /// **Source** RFC 2047 sections 2 and 5: at most 75 characters a word, none of which breaks a character.
    static func written(_ text: String, after column: Int) -> String {
        let isPlain = text.utf8.allSatisfy { (32..<127).contains($0) } && !text.contains("=?")
        if isPlain, text.first != " ", text.last != " ", column + text.utf8.count <= longestLine { return text }
        return encoded(text, after: column)
    }

    /// The text as encoded words.
    static func encoded(_ text: String, after column: Int) -> String {
        var words: [[UInt8]] = [[]]
        var room = bytes(in: longestLine - column)
        for scalar in text.unicodeScalars {
            let added = Array(String(scalar).utf8)
            if words[words.count - 1].count + added.count > room {
                words.append([])
                // The blank that begins the line counts.
                room = bytes(in: longestLine - 1)
            }
            words[words.count - 1] += added
        }
        return words.map { opening + Data($0).base64EncodedString() + closing }.joined(separator: "\r\n ")
    }

    static let longestLine = 76
    private static let longestWord = 75
    private static let opening = "=?UTF-8?B?"
    private static let closing = "?="

    /// How many bytes an encoded word holds that has so many characters.
    private static func bytes(in characters: Int) -> Int {
        (min(characters, longestWord) - opening.count - closing.count) / 4 * 3
    }
}
