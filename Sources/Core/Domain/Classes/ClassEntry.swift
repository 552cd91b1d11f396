/// A class of a scheme with its titles.
package struct ClassEntry: Hashable, Sendable {
    /// As `ClassScheme.symbol(reading:)` gives it.
    package let symbol: String
    /// The class above; nil at the top, or where it follows from the symbol.
    package var parent: String?
    /// The title in Chinese, where it is known.
    package var zh: String?
    /// The title in English, where it is known.
    package var en: String?
    /// IPC symbols that make the class, where it is made of such; each stands for all below it.
    package var ipc: [String]

    package init(
        _ symbol: String,
        parent: String? = nil,
        zh: String? = nil,
        en: String? = nil,
        ipc: [String] = []
    ) {
        self.symbol = symbol
        self.parent = parent
        self.zh = zh
        self.en = en
        self.ipc = ipc
    }

    /// The title in a language, else in the other one; nil where none is known.
    package func title(in language: String) -> LocalizedText? {
        let (mine, other) = language.hasPrefix("en") ? (("en", en), ("zh", zh)) : (("zh", zh), ("en", en))
        return mine.1.map { LocalizedText(lang: mine.0, text: $0) }
            ?? other.1.map { LocalizedText(lang: other.0, text: $0) }
    }

    /// The same without what stands in brackets: references and remarks of the scheme.
    package func shortTitle(in language: String) -> LocalizedText? {
        title(in: language).map { LocalizedText(lang: $0.lang, text: Self.shortened($0.text)) }
    }

    private static func shortened(_ text: String) -> String {
        var depth = 0
        var kept = ""
        for character in text {
            switch character {
            case "(", "{", "（": depth += 1
            case ")", "}", "）": depth = max(0, depth - 1)
            default: if depth == 0 { kept.append(character) }
            }
        }
        let words = kept.split(separator: " ").joined(separator: " ").replacing(" ;", with: ";").replacing(
            " ,",
            with: ","
        )
        return words.isEmpty ? text : words
    }

    /// Takes over what another account of the same class says: its titles and IPC symbols, and where it stands.
    mutating func adopt(_ other: ClassEntry) {
        zh = other.zh ?? zh
        en = other.en ?? en
        parent = other.parent ?? parent
        if !other.ipc.isEmpty { ipc = other.ipc }
    }
}
