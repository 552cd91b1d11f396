import Discovery
import Domain
import Links
import Query

/// Between a search as its address says it and as the use case takes it.
extension SearchQuestion {
    /// The question that an address asks.
    ///
    /// - Parameters:
    ///   - state: The address, read.
    ///   - facetValues: Values that each facet lists.
    ///   - openFacetValues: Values of the facet whose long list is open.
    init(_ state: SearchState, facetValues: Int, openFacetValues: Int) {
        var picked: [Facet: [String]] = [:]
        var excluded: [Facet: [String]] = [:]
        for selection in state.facets {
            guard let facet = Facet(rawValue: selection.field) else { continue }
            if selection.isExcluded {
                excluded[facet, default: []].append(selection.value)
            } else {
                picked[facet, default: []].append(selection.value)
            }
        }
        var facets: [Facet: Int] = [:]
        for facet in Facet.listed {
            facets[facet] = state.openFacet == facet.rawValue ? openFacetValues : facetValues
        }
        // Every province has its tile.
        facets[.region] = Province.all.count
        self.init(
            text: state.query,
            register: state.register.flatMap { Register(rawValue: $0.rawValue) },
            picked: picked,
            order: Order(state.sort),
            samples: state.excludesSamples ? .excluded : .included,
            groupsFamilies: state.groupsFamilies,
            limit: state.pageSize,
            offset: state.cursor == nil ? state.offset : 0,
            after: state.cursor.flatMap(Cursor.init),
            facets: facets,
            language: state.language.rawValue
        )
        self.excluded = excluded
        explainsScores = state.explainsScores
    }

    /// The state without facet fields that no search knows, so that a page shows no filter that does nothing.
    static func knownFacets(of state: SearchState) -> SearchState {
        state.facets.reduce(state) { state, selection in
            Facet(rawValue: selection.field) == nil ? state.removingFacets(of: selection.field) : state
        }
    }
}

extension SearchQuestion.Order {
    init(_ sort: SearchSort) {
        switch sort {
        case .relevance: self = .relevance
        case .newest: self = .newest
        case .oldest: self = .oldest
        case .filedLast: self = .filedLast
        case .filedFirst: self = .filedFirst
        }
    }
}
