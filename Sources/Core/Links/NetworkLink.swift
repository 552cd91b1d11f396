package import Domain

/// The network of places: the nearest ones that can help.
///
/// **Shape** `/network?of=REGISTER`, then what ``RegisterList`` says but for an order (`q`, `f`, `in`, `samples`, `page`), `at=LAT,LON`
/// in degrees of WGS 84, `open=yes`, `lang`.
package struct NetworkLink: Sendable, Hashable {
    /// The register of places by its name; nil for the first that there is.
    package var register: String?
    /// Words, skills, division, samples and page.
    package var list = RegisterList()
    /// From where distances count, as it was asked; a point has three decimals, never more.
    package private(set) var at = ""
    /// Whether only what is open now is shown.
    package var isOpen = false
    package var language: PageLanguage

    package init(language: PageLanguage = .zh) {
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(language: parameters.language)
        register = parameters["of"].flatMap { $0.isEmpty ? nil : $0 }
        list = RegisterList(parameters)
        list.sort = nil
        isOpen = parameters["open"] == "yes"
        ask(at: parameters["at"] ?? "")
    }

    /// The point from which distances count; nil where none was given, or none that can be read.
    package var point: GeoPoint? { GeoPoint(at) }

    /// The same for another list.
    package func asking(_ list: RegisterList) -> NetworkLink {
        var link = self
        link.list = list
        return link
    }

    /// The same from the first page, from another point; an empty text is none.
    package func from(_ at: String) -> NetworkLink {
        var link = asking(list.going(to: 1))
        link.ask(at: at)
        return link
    }

    var parameters: Parameters {
        var result = Parameters()
        if let register { result.append("of", register) }
        list.append(to: &result)
        if !at.isEmpty { result.append("at", at) }
        if isOpen { result.append("open", "yes") }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }

    /// Keeps no more of a point than is needed.
    private mutating func ask(at text: String) {
        at = GeoPoint(text)?.rounded ?? text
    }
}
