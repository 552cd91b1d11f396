import Text

/// Names as they are indexed and looked for: folded, so that punctuation and case do not count, but with the hyphens
/// and apostrophes that join Latin words, which the analysis reads as parts and as one word.
struct NameText {
    /// The reserved term that marks the first position of a name; its last position is that of the paragraph's end.
    static let start: [UInt8] = [0x00, 0x6E]

    private var folder = NameFolder()

    /// The name as the analysis takes it; empty when it holds no letter, digit or Han character.
    mutating func fold(_ name: String) -> String {
        guard name.unicodeScalars.contains(where: Self.isJoint) else { return folder.fold(name) }
        var folded = ""
        var piece = String.UnicodeScalarView()
        let scalars = Array(name.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            if Self.isJoint(scalar), Self.joins(scalars, at: place) {
                append(String(piece), to: &folded)
                piece.removeAll()
            } else {
                piece.append(scalar)
            }
        }
        append(String(piece), to: &folded)
        return folded
    }

    private mutating func append(_ piece: String, to folded: inout String) {
        let piece = folder.fold(piece)
        if !folded.isEmpty, !piece.isEmpty { folded += "-" }
        folded += piece
    }

    private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", "'", "\u{2019}", "\u{02BC}": true
        default: false
        }
    }

    /// Whether letters stand on both sides, and no possessive s on the right.
    private static func joins(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
        guard place > 0, place + 1 < scalars.count, isLetter(scalars[place - 1]), isLetter(scalars[place + 1]) else {
            return false
        }
        let isHyphen = scalars[place] == "-" || scalars[place].value & ~1 == 0x2010
        let isOneLetter = place + 2 == scalars.count || !isLetter(scalars[place + 2])
        return isHyphen || !(isOneLetter && (scalars[place + 1] == "s" || scalars[place + 1] == "S"))
    }

    /// Whether this is a letter of an alphabet that parts words by blanks.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x2E80 && scalar.properties.isAlphabetic
    }
}
