/// The state as the query part of a URL, read and printed.
extension SearchState {
    /// The prefixes of the parameters of a chosen and of an excluded facet value.
    private static let chosenPrefix = "f."
    private static let excludedPrefix = "x."

    /// Reads a state; what it does not know or cannot use is left out, so that every URL shows something.
    ///
    /// What a form sends as `within` is looked for besides the query and becomes a part of it.
    package init(_ parameters: Parameters, options: Options = .standard) {
        self.init(
            query: Self.narrowed(parameters["q"] ?? "", to: parameters["within"] ?? ""),
            register: parameters["in"].flatMap(RegisterName.init(rawValue:)),
            sort: parameters["sort"].flatMap(SearchSort.init(rawValue:)) ?? .relevance,
            pageSize: parameters["per"].flatMap { Int($0) }.map(options.allowed(size:)) ?? options.pageSize,
            groupsFamilies: parameters["group"] == "family",
            excludesSamples: parameters["samples"] == "no",
            language: parameters.language
        )
        choose(
            parameters.pairs.compactMap { name, value in
                let isExcluded = name.hasPrefix(Self.excludedPrefix)
                guard isExcluded || name.hasPrefix(Self.chosenPrefix), !value.isEmpty else { return nil }
                let field = String(name.dropFirst(Self.chosenPrefix.count))
                return FacetSelection.isField(field) ? FacetSelection(field, value, isExcluded: isExcluded) : nil
            }
        )
        view = parameters["view"].flatMap(ResultView.init(rawValue:)) ?? .list
        columns = TableColumn.read(parameters)
        openFacet = parameters["more"].flatMap { FacetSelection.isField($0) ? $0 : nil }
        explainsScores = parameters["explain"] == "score"
        let cursor = parameters["after"].flatMap(PageCursor.init)
        let page = min(max(1, parameters["page"].flatMap { Int($0) } ?? 1), Self.lastPage)
        let numbered = max(1, options.numberedHits / max(1, pageSize))
        place(page: cursor == nil ? min(page, numbered) : page, cursor: page == 1 ? nil : cursor)
    }

    /// Reads the text after the question mark.
    package init(parameters text: some StringProtocol, options: Options = .standard) {
        self.init(Parameters(text), options: options)
    }

    /// The state in canonical order, defaults left out.
    package var parameters: Parameters {
        var result = searchParameters
        if let openFacet { result.append("more", openFacet) }
        if explainsScores { result.append("explain", "score") }
        if page > 1 { result.append("page", String(page)) }
        if let cursor { result.append("after", cursor.text) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }

    /// What decides the set, order and look of all hits: the parameters without page and language.
    package var searchParameters: Parameters {
        var result = Parameters()
        if !query.isEmpty { result.append("q", query) }
        if let register { result.append("in", register.rawValue) }
        for facet in facets {
            result.append((facet.isExcluded ? Self.excludedPrefix : Self.chosenPrefix) + facet.field, facet.value)
        }
        if sort != .relevance { result.append("sort", sort.rawValue) }
        if pageSize != Options.standard.pageSize { result.append("per", String(pageSize)) }
        if groupsFamilies { result.append("group", "family") }
        if excludesSamples { result.append("samples", "no") }
        if view != .list { result.append("view", view.rawValue) }
        if let columns { result.append("columns", columns.map(\.rawValue).joined(separator: ",")) }
        return result
    }

    /// The query that asks for both; what is more than one word stands in brackets.
    private static func narrowed(_ query: String, to other: String) -> String {
        let parts = [trimmed(query), trimmed(other)].filter { !$0.isEmpty }
        guard parts.count == 2 else { return parts.first ?? "" }
        return parts.map { $0.allSatisfy { $0.isLetter || $0.isNumber } ? $0 : "(" + $0 + ")" }.joined(
            separator: " AND "
        )
    }

    /// A bound that keeps page arithmetic far from overflow.
    private static let lastPage = 1_000_000_000
}
