/// The page on which a reader proposes whether two names are one holder's.
///
/// **Shape** `/names/propose?spelling=NAME&holder=NAME`, then `q`, the name whose spellings were looked at, and `lang`; a
/// form adds `verdict` (`same`, `different`) and `reason`, which stand in no address.
package struct ProposalLink: Sendable, Hashable {
    /// The one name; empty for the explanation alone.
    package var spelling: String
    /// The other.
    package var holder: String
    /// The name to go back to.
    package var name: String
    /// What the form says of the two; nil where it says nothing.
    package var verdict: String?
    /// Why, in the reader's words.
    package var reason: String
    package var language: PageLanguage

    package init(
        _ spelling: String = "",
        of holder: String = "",
        from name: String = "",
        verdict: String? = nil,
        reason: String = "",
        language: PageLanguage = .zh
    ) {
        self.spelling = spelling
        self.holder = holder
        self.name = name
        self.verdict = verdict
        self.reason = reason
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters["spelling"] ?? "",
            of: parameters["holder"] ?? "",
            from: parameters["q"] ?? "",
            verdict: parameters["verdict"],
            reason: parameters["reason"] ?? "",
            language: parameters.language
        )
    }

    /// Without verdict and reason: what a form says is sent once and kept in no address.
    var parameters: Parameters {
        var result = Parameters()
        if !spelling.isEmpty { result.append("spelling", spelling) }
        if !holder.isEmpty { result.append("holder", holder) }
        if !name.isEmpty { result.append("q", name) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
