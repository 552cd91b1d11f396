internal import Domain

/// Words of messages about declarations.
enum Words {
    /// What a name must be.
    static let nameRule = "a name has small letters, digits and hyphens and begins with a letter, 40 characters at most"

    /// Whether a text may name a register, a field, a code list or a state.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 40 else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// Some words as a sentence lists them.
    static func list(_ words: [String]) -> String {
        words.joined(separator: ", ")
    }

    /// ` (did you mean 'label'?)` where a word is one or two slips away from one of some; else nothing.
    static func nearest(_ word: String, among words: [String]) -> String {
        let found = words.map { (word: $0, distance: EditDistance.between(Array(word), Array($0), limit: 2)) }
            .filter { $0.distance <= 2 && $0.distance < $0.word.count }
            .min { $0.distance < $1.distance }
        return found.map { " (did you mean '\($0.word)'?)" } ?? ""
    }
}
