/// The page of the spellings of a holder's name.
///
/// **Shape** `/names?q=NAME`, then `lang`; with `pick=SPELLING`, repeatable, the way to the search of all that are picked;
/// with `sent=yes`, after something was proposed of them.
package struct NamesLink: Sendable, Hashable {
    /// Spellings that are searched together at most.
    package static let most = 50

    /// The name; empty for the form alone.
    package var name: String
    /// The spellings that are to be searched together, the first ``most`` of them.
    package var picked: [String]
    /// Whether something was just proposed, which the page then says.
    package var isSent: Bool
    package var language: PageLanguage

    package init(_ name: String = "", picked: [String] = [], isSent: Bool = false, language: PageLanguage = .zh) {
        self.name = name
        self.picked = Array(picked.prefix(Self.most))
        self.isSent = isSent
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters["q"] ?? "",
            picked: parameters.pairs.filter { $0.name == "pick" && !$0.value.isEmpty }.map(\.value),
            isSent: parameters["sent"] == "yes",
            language: parameters.language
        )
    }

    var parameters: Parameters {
        var result = Parameters()
        if !name.isEmpty { result.append("q", name) }
        for spelling in picked { result.append("pick", spelling) }
        if isSent { result.append("sent", "yes") }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
