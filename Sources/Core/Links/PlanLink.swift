/// The page of a plan of public services, clause by clause.
///
/// **Shape** `/plan?name=NAME`, then `lang`; without a name the plan that begins last. A clause is named behind `#`: `/plan#c07`.
package struct PlanLink: Sendable, Hashable {
    /// The name of the plan; empty for the one that begins last.
    package var name: String
    package var language: PageLanguage

    package init(_ name: String = "", language: PageLanguage = .zh) {
        self.name = name
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(parameters["name"] ?? "", language: parameters.language)
    }

    var parameters: Parameters {
        var result = Parameters()
        if !name.isEmpty { result.append("name", name) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
