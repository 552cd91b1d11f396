/// A page of the classes: all schemes, one scheme, or a class with those below it.
///
/// **Shape** `/classes?q=WORDS`, `/classes/SCHEME?q=WORDS` or `/classes/SCHEME/SYMBOL`, then `lang`. The slash of a group
/// stands as it is: `/classes/ipc/H01M10/05`.
package struct ClassLink: Sendable, Hashable {
    /// The scheme; nil for all of them.
    package var scheme: SchemeName?
    /// The class as it was asked for; nil for the top of the scheme.
    package var symbol: String?
    /// Words to find classes by; empty for none.
    package var words: String
    package var language: PageLanguage

    package init(
        _ scheme: SchemeName? = nil,
        _ symbol: String? = nil,
        words: String = "",
        language: PageLanguage = .zh
    ) {
        self.scheme = scheme
        self.symbol = scheme == nil ? nil : symbol
        self.words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.language = language
    }

    /// Reads a path without suffix; nil where it is none of the classes.
    init?(path: String, _ parameters: Parameters) {
        guard path.hasPrefix(Link.classesPath) else { return nil }
        let parts = path.dropFirst(Link.classesPath.count).split(
            separator: "/",
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        let words = parameters["q"] ?? ""
        switch parts.count {
        case 1 where parts[0].isEmpty: self.init(words: words, language: parameters.language)
        case 2, 3:
            guard parts[0].isEmpty, let scheme = SchemeName(rawValue: String(parts[1])), parts.last?.isEmpty == false
            else { return nil }
            let symbol = parts.count == 3 ? String(parts[2]) : nil
            self.init(scheme, symbol, words: symbol == nil ? words : "", language: parameters.language)
        default: return nil
        }
    }

    var path: String {
        guard let scheme else { return Link.classesPath }
        let symbol = symbol.map { symbol in
            "/"
                + symbol.split(separator: "/", omittingEmptySubsequences: false)
                .map { Parameters.encoded(String($0), blankIsPlus: false) }.joined(separator: "/")
        }
        return Link.classesPath + "/" + scheme.rawValue + (symbol ?? "")
    }

    var parameters: Parameters {
        var result = Parameters()
        if !words.isEmpty { result.append("q", words) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
