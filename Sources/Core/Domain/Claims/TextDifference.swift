/// What was left out of a text and what was put in, by words; Chinese by characters.
///
/// **Cost** time and memory grow with the product of the lengths of what differs; beyond ``cells`` the stretch that
/// differs is given as a whole.
package struct TextDifference: Hashable, Sendable {
    /// A stretch of text.
    package enum Piece: Hashable, Sendable {
        case same(String)
        case removed(String)
        case added(String)
    }

    /// The stretches in order; those that are not added make the old text, those that are not removed the new one.
    package let pieces: [Piece]

    /// How many pairs of words are compared at most: two texts of some thousand words; about two milliseconds.
    package static let cells = 1_000_000

    /// Compares two texts.
    package init(from old: String, to new: String) {
        let (old, new) = (Self.words(old), Self.words(new))
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (before, after) = (old[start..<old.count - end], new[start..<new.count - end])
        var edits = old[..<start].map { Edit(.same, $0) }
        if before.count * after.count <= Self.cells {
            edits += Self.edits(Array(before), Array(after))
        } else {
            edits += before.map { Edit(.removed, $0) } + after.map { Edit(.added, $0) }
        }
        edits += old[(old.count - end)...].map { Edit(.same, $0) }
        pieces = Self.joined(edits)
    }

    /// Words of letters and digits; every other character, Han among them, alone.
    static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            var end = text.index(after: start)
            if isPartOfWord(text[start]) {
                while end < text.endIndex, isPartOfWord(text[end]) { end = text.index(after: end) }
            }
            words.append(text[start..<end])
            start = end
        }
        return words
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, scalar.value < 0x2E80 else { return false }
        return character.isLetter || character.isNumber
    }

    // MARK: Longest common subsequence

    private enum Kind { case same, removed, added }

    private struct Edit {
        let kind: Kind
        let word: Substring

        init(_ kind: Kind, _ word: Substring) {
            self.kind = kind
            self.word = word
        }
    }

    /// The edits with the most words kept (Wagner and Fischer, 1974).
    private static func edits(_ old: [Substring], _ new: [Substring]) -> [Edit] {
        let width = new.count + 1
        // lengths[i * width + j]: how much the rests from i and j have in common.
        var lengths = [UInt32](repeating: 0, count: (old.count + 1) * width)
        // Numbers are compared much faster than words.
        var numbers: [Substring: Int] = [:]
        func number(_ word: Substring) -> Int {
            if let known = numbers[word] { return known }
            numbers[word] = numbers.count
            return numbers.count - 1
        }
        let (left, right) = (old.map(number), new.map(number))
        for i in stride(from: old.count - 1, through: 0, by: -1) {
            for j in stride(from: new.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    left[i] == right[j]
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var edits: [Edit] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, left[i] == right[j] {
                edits.append(Edit(.same, old[i]))
                (i, j) = (i + 1, j + 1)
            } else if j == new.count || i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                edits.append(Edit(.removed, old[i]))
                i += 1
            } else {
                edits.append(Edit(.added, new[j]))
                j += 1
            }
        }
        return edits
    }

    // MARK: Stretches

    /// Runs of one kind as stretches; a single character kept between two changes is part of them, because islands of
    /// one character cannot be read.
    private static func joined(_ edits: [Edit]) -> [Piece] {
        var pieces: [Piece] = []
        var (removed, added) = ("", "")
        func flush() {
            if !removed.isEmpty { pieces.append(.removed(removed)) }
            if !added.isEmpty { pieces.append(.added(added)) }
            (removed, added) = ("", "")
        }
        var place = 0
        while place < edits.count {
            switch edits[place].kind {
            case .removed: removed += edits[place].word
            case .added: added += edits[place].word
            case .same:
                let run = edits[place...].prefix { $0.kind == .same }
                let isIsland = run.count == 1 && edits[place].word.count == 1 && place > 0 && place + 1 < edits.count
                if isIsland {
                    removed += edits[place].word
                    added += edits[place].word
                } else {
                    flush()
                    pieces.append(.same(run.map(\.word).joined()))
                    place += run.count - 1
                }
            }
            place += 1
        }
        flush()
        return pieces
    }
}
