/// Folds whole texts for comparing: NFKC, case, diacritics, traditional to simplified, no zero-width characters.
public struct TextFolder {
    private var folder = Folder()

    /// Makes a folder with its own scratch.
    public init() {}

    /// The folded text with its punctuation and blanks.
    public mutating func fold(_ text: String) -> String {
        folder.fold(text.utf8Span.span, 0..<text.utf8.count)
        return String(decoding: UTF8Bytes.bytes(of: folder.folded.lazy.map(\.scalar)), as: UTF8.self)
    }
}
