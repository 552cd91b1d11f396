/// Steps from one search to the next. Each returns a new state; what changes the hits goes back to the first page.
extension SearchState {
    /// The search for another text with the same register, page size, grouping, sample filter and language.
    package func asking(_ query: String) -> SearchState {
        var next = firstPage()
        next.query = query
        next.choose([])
        next.sort = .relevance
        return next
    }

    /// The same text in one register, or in all; facet values of the other register are dropped.
    package func choosing(_ register: RegisterName?) -> SearchState {
        var next = firstPage()
        guard register != self.register else { return next }
        next.register = register
        next.choose([])
        return next
    }

    /// Adds a facet value, or takes it away where it is chosen.
    package func toggling(_ field: String, _ value: String) -> SearchState {
        isSelected(field, value) ? removing(field, value) : adding(field, value)
    }

    /// Adds a facet value, which is then no longer excluded.
    package func adding(_ field: String, _ value: String) -> SearchState {
        choosing(FacetSelection(field, value))
    }

    /// Leaves out what has a facet value, which is then no longer chosen.
    package func excluding(_ field: String, _ value: String) -> SearchState {
        choosing(FacetSelection(field, value, isExcluded: true))
    }

    private func choosing(_ selection: FacetSelection) -> SearchState {
        var next = removing(selection.field, selection.value)
        next.choose(next.facets + [selection])
        return next
    }

    /// Takes a facet value away, chosen or excluded.
    package func removing(_ field: String, _ value: String) -> SearchState {
        var next = firstPage()
        next.choose(facets.filter { $0.field != field || $0.value != value })
        return next
    }

    /// Takes every facet value away, or those of one field.
    package func removingFacets(of field: String? = nil) -> SearchState {
        var next = firstPage()
        next.choose(facets.filter { field != nil && $0.field != field })
        return next
    }

    /// Another order.
    package func sorted(by sort: SearchSort) -> SearchState {
        var next = firstPage()
        next.sort = sort
        return next
    }

    /// Another number of hits on a page.
    package func showing(_ pageSize: Int, options: Options = .standard) -> SearchState {
        var next = firstPage()
        next.pageSize = options.allowed(size: pageSize)
        return next
    }

    /// With one record for each patent family, or with all.
    package func groupingFamilies(_ groups: Bool) -> SearchState {
        var next = firstPage()
        next.groupsFamilies = groups
        return next
    }

    /// With or without sample records.
    package func excludingSamples(_ excludes: Bool) -> SearchState {
        var next = firstPage()
        next.excludesSamples = excludes
        return next
    }

    /// The same page in another view.
    package func viewed(as view: ResultView) -> SearchState {
        var next = self
        next.view = view
        return next
    }

    /// The same page with other columns, or with those of ``TableColumn/standard``.
    package func withColumns(_ columns: [TableColumn]?) -> SearchState {
        var next = self
        next.columns = columns
        return next
    }

    /// The same hits without what only pages show.
    var withoutLook: SearchState {
        var next = viewed(as: .list).withColumns(nil)
        next.openFacet = nil
        return next
    }

    /// With the long list of one facet open, or with none.
    package func opening(_ field: String?) -> SearchState {
        var next = self
        next.openFacet = field
        return next
    }

    /// The same page with every factor of the scores, or without.
    package func explainingScores(_ explains: Bool) -> SearchState {
        var next = self
        next.explainsScores = explains
        return next
    }

    /// A page by its number.
    package func going(to page: Int) -> SearchState {
        var next = self
        next.place(page: max(1, page), cursor: nil)
        return next
    }

    /// The page after this one, beginning after the last hit shown.
    ///
    /// As long as page numbers reach it, the number alone stands in the URL.
    package func following(_ cursor: PageCursor?, options: Options = .standard) -> SearchState {
        var next = self
        let isNumbered = (page + 1) * pageSize <= options.numberedHits && self.cursor == nil
        next.place(page: page + 1, cursor: isNumbered ? nil : cursor)
        return next
    }

    /// The same in another language.
    package func inLanguage(_ language: PageLanguage) -> SearchState {
        var next = self
        next.language = language
        return next
    }

    private func firstPage() -> SearchState {
        var next = self
        next.place(page: 1, cursor: nil)
        next.openFacet = nil
        return next
    }
}
