import Links

/// Keeping the search in the browser.
extension ResultsView {
    /// The search as the browser keeps it: without page, order, size and look, which do not change what is found.
    var keep: Context {
        let search = state.sorted(by: .relevance).showing(options.search.pageSize).viewed(as: .list).withColumns(nil)
        let narrowed = state.facets.map { facet in
            let name = fieldTitle(facet.field) + " " + label(of: facet)
            return facet.isExcluded ? words["results.not"] + " " + name : name
        }
        let register = state.register.map { words["register." + $0.rawValue] }
        return [
            "label": words["kept.search"], "parameters": search.searchParameters.text,
            "title": ([title] + [register].compactMap(\.self) + narrowed).joined(separator: " · "),
            "total": model.total.records, "samples": model.total.samples,
            "sequence": Int(clamping: frame.snapshot?.sequence ?? 0),
            "href": Link.page(.kept, frame.language).text,
        ]
    }
}
