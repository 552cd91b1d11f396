/// The page that works out the term and the annual fees of a right.
///
/// **Shape** `/fees?right=patent&filed=DATE&granted=DATE&payer=one`, then `lang`; as typed, to be read by the page.
package struct FeesLink: Sendable, Hashable {
    /// `patent`, `utilityModel` or `design`.
    package var right: String
    /// The filing date; empty for the form alone.
    package var filed: String
    /// The day of the grant; empty where it is not known.
    package var granted: String
    /// `full`, `one` or `several`.
    package var payer: String
    package var language: PageLanguage

    package init(
        right: String = "patent",
        filed: String = "",
        granted: String = "",
        payer: String = "full",
        language: PageLanguage = .zh
    ) {
        self.right = right
        self.filed = filed
        self.granted = granted
        self.payer = payer
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(
            right: parameters["right"] ?? "patent",
            filed: parameters["filed"] ?? "",
            granted: parameters["granted"] ?? "",
            payer: parameters["payer"] ?? "full",
            language: parameters.language
        )
    }

    var parameters: Parameters {
        var result = Parameters()
        if right != "patent" { result.append("right", right) }
        if !filed.isEmpty { result.append("filed", filed) }
        if !granted.isEmpty { result.append("granted", granted) }
        if payer != "full" { result.append("payer", payer) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
