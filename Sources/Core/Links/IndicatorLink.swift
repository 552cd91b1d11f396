/// A page of the indicators: what a plan has reached, in figures.
///
/// **Shape** `/figures`, `/figures/NAME`, `/figures/NAME/ranking`, `/figures/NAME/planner`; then `in=REGION`, `month=2025-06`,
/// `by=enterprises`, `page=N` and `lang`.
package struct IndicatorLink: Sendable, Hashable {
    /// The pages; an indicator by its name.
    package enum Place: Sendable, Hashable {
        /// All indicators.
        case all
        /// One, with the rows behind it.
        case indicator(String)
        /// The provincial units in its order, for officers.
        case ranking(String)
        /// Where what it counts could come next.
        case planner(String)
    }

    package var place: Place
    /// A division by its code or name; nil for the nation.
    package var region: String?
    /// The month at whose end an indicator is shown, as `2025-06`; nil for now.
    package var month: String?
    /// Whether the planner goes by enterprises in the place of people.
    package var byEnterprises: Bool
    /// The page of rows, from 1.
    package var page: Int
    package var language: PageLanguage

    package init(
        _ place: Place = .all,
        in region: String? = nil,
        at month: String? = nil,
        byEnterprises: Bool = false,
        page: Int = 1,
        language: PageLanguage = .zh
    ) {
        self.place = place
        self.region = region
        self.month = if case .indicator = place { month } else { nil }
        self.byEnterprises = byEnterprises
        self.page = page
        self.language = language
    }

    /// No list of rows has more pages.
    private static let lastPage = 1_000_000

    /// Reads a path without suffix; nil for one that is none of these.
    init?(path: String, _ parameters: Parameters) {
        guard let place = Self.place(path) else { return nil }
        self.init(
            place,
            in: parameters["in"].flatMap { $0.isEmpty ? nil : $0 },
            at: parameters["month"].flatMap { $0.isEmpty ? nil : $0 },
            byEnterprises: parameters["by"] == "enterprises",
            page: min(max(1, parameters["page"].flatMap { Int($0) } ?? 1), Self.lastPage),
            language: parameters.language
        )
    }

    /// The name of the indicator; nil for all.
    package var name: String? {
        switch place {
        case .all: nil
        case .indicator(let name), .ranking(let name), .planner(let name): name
        }
    }

    /// Whether the page has a twin for programs in a format.
    package func hasTwin(_ format: LinkFormat) -> Bool {
        switch (place, format) {
        case (_, .html), (.all, .json), (.indicator, .json), (.indicator, .csv), (.planner, .json): true
        default: false
        }
    }

    /// The same page of another division, or of the nation; from its first page.
    package func within(_ region: String?) -> IndicatorLink {
        IndicatorLink(place, in: region, at: month, byEnterprises: byEnterprises, language: language)
    }

    /// The same page at the end of another month, or now for nil; from its first page.
    package func at(_ month: String?) -> IndicatorLink {
        IndicatorLink(place, in: region, at: month, language: language)
    }

    /// Another page of rows.
    package func going(to page: Int) -> IndicatorLink {
        var link = self
        link.page = page
        return link
    }

    /// Another page of the same division in the same language.
    package func going(to place: Place) -> IndicatorLink { IndicatorLink(place, in: region, language: language) }

    var path: String {
        switch place {
        case .all: Link.figuresPath
        case .indicator(let name): Link.figuresPath + "/" + name
        case .ranking(let name): Link.figuresPath + "/" + name + "/ranking"
        case .planner(let name): Link.figuresPath + "/" + name + "/planner"
        }
    }

    var parameters: Parameters {
        var result = Parameters()
        if let region { result.append("in", region) }
        if let month { result.append("month", month) }
        if byEnterprises { result.append("by", "enterprises") }
        if page > 1 { result.append("page", String(page)) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }

    private static func place(_ path: String) -> Place? {
        if path == Link.figuresPath { return .all }
        guard path.hasPrefix(Link.figuresPath + "/") else { return nil }
        let parts = path.dropFirst(Link.figuresPath.count + 1)
            .split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let name = parts.first, isName(name) else { return nil }
        switch (parts.count, parts.last) {
        case (1, _): return .indicator(name)
        case (2, "ranking"): return .ranking(name)
        case (2, "planner"): return .planner(name)
        default: return nil
        }
    }

    /// Whether a text may name an indicator: small letters, digits and hyphens.
    private static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
