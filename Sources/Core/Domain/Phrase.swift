/// A word that rules look for in texts, as bytes: many words are tried on every record.
struct Phrase: Sendable, ExpressibleByStringLiteral {
    private let bytes: [UInt8]

    init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Whether the word stands anywhere in a text, given as UTF-8.
    func isContained(in text: [UInt8]) -> Bool {
        guard let first = bytes.first, text.count >= bytes.count else { return bytes.isEmpty }
        for start in 0...(text.count - bytes.count) where text[start] == first {
            if text[start...].starts(with: bytes) { return true }
        }
        return false
    }
}
