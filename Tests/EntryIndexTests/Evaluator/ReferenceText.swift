import Foundation

/// A text cut into what counts one position each, by rules of its own: nothing here is shared with the analysis.
struct ReferenceText {
    enum Kind { case han, letters, digits, other }

    struct Unit {
        var text: String
        var kind: Kind
        var sentence: Int
        /// A Han character that continues the run of the one before.
        var continuesRun = false
        /// Letters that a hyphen, an apostrophe or initials' stops join to those before.
        var isJoined = false
    }

    private(set) var units: [Unit] = []

    /// Reads one paragraph, or one name, in which punctuation does not count.
    init(_ text: String, isName: Bool = false) {
        let scalars = Self.fold(text)
        var index = 0
        var sentence = 0
        var previousEnd = -1
        var joint: Int?
        while index < scalars.count {
            let kind = Self.kind(scalars[index])
            guard let kind else {
                if Self.endsSentence(scalars, index), !isName { sentence += 1 }
                index += 1
                continue
            }
            var end = index + 1
            if kind != .han {
                while end < scalars.count, Self.kind(scalars[end]) == kind { end += 1 }
            }
            if kind == .digits {
                while end + 1 < scalars.count, scalars[end] == ".", Self.kind(scalars[end + 1]) == .digits {
                    end += 2
                    while end < scalars.count, Self.kind(scalars[end]) == .digits { end += 1 }
                }
            }
            var unit = Unit(text: Self.string(scalars[index..<end]), kind: kind, sentence: sentence)
            let isTight = previousEnd == index || Self.areLineEnds(scalars, previousEnd, index)
            unit.continuesRun = kind == .han && units.last?.kind == .han && (isName || isTight)
            unit.isJoined = joint == index
            let isInitial = isName && kind == .letters && end == index + 1 && !unit.isJoined
            if isInitial, let last = units.last, last.kind == .letters, Self.isInitials(last, units) {
                units[units.count - 1].text += unit.text
            } else {
                units.append(unit)
            }
            previousEnd = end
            index = end
            joint = nil
            if kind == .letters {
                if Self.isPossessive(scalars, end) {
                    index = end + 2
                } else if Self.joins(scalars, end, wordLength: unit.text.unicodeScalars.count, isName) {
                    joint = end + 1
                }
            }
        }
    }

    /// Whether the last unit of a name is made of single letters only.
    private static func isInitials(_ unit: Unit, _ units: [Unit]) -> Bool {
        unit.text.unicodeScalars.count == 1 || initials.contains(unit.text)
    }

    /// Initials of the vocabulary, which a name may part in any way.
    private static let initials: Set<String> = ["us", "ja"]

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    // MARK: Characters

    private static func fold(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "。", "！", "？": result.append("。")
            case "\u{200B}"..."\u{200D}", "\u{FEFF}", "\u{AD}": break
            case "\u{2010}", "\u{2011}": result.append("-")
            case "’": result.append("'")
            default:
                var folded = String(scalar).precomposedStringWithCompatibilityMapping.lowercased()
                if scalar.value < 0x2E80 { folded = folded.decomposedStringWithCanonicalMapping }
                for part in folded.unicodeScalars where !(0x300...0x36F).contains(part.value) {
                    result.append(Vocabulary.simplified[part] ?? part)
                }
            }
        }
        return result
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x3400...0x9FFF: .han
        case 0x30...0x39: .digits
        case 0x3040...0x30FF: scalar == "・" ? nil : .other
        default: scalar.value < 0x2E80 && scalar.properties.isAlphabetic ? .letters : nil
        }
    }

    private static func endsSentence(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        if scalars[index] == "。" { return true }
        guard [".", "!", "?"].contains(scalars[index]) else { return false }
        return index + 1 == scalars.count || scalars[index + 1].properties.isWhitespace
    }

    /// Whether nothing but one line end stands between two characters.
    private static func areLineEnds(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
        start >= 0 && end - start == 1 && scalars[start] == "\n"
    }

    private static func isPossessive(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
        guard end + 1 < scalars.count, scalars[end] == "'", scalars[end + 1] == "s" else { return false }
        return end + 2 == scalars.count || kind(scalars[end + 2]) != .letters
    }

    private static func joins(_ scalars: [Unicode.Scalar], _ end: Int, wordLength: Int, _ isName: Bool) -> Bool {
        guard end + 1 < scalars.count, kind(scalars[end + 1]) == .letters else { return false }
        switch scalars[end] {
        case "-", "'": return true
        case ".":
            let isNextSingle = end + 2 == scalars.count || kind(scalars[end + 2]) != .letters
            return !isName && wordLength == 1 && isNextSingle
        default: return false
        }
    }
}
