import Index

/// What a search does on every segment: the tree to match and the words to score.
struct QueryPlan {
    /// Query and filter together, expanded and simplified.
    let matching: QueryTree
    /// The query alone, expanded.
    private let wanted: QueryTree
    /// Where terms are looked up.
    let catalogue: TermCatalogue
    /// What was bounded on the way.
    let notes: [BoundNote]

    init(
        query: QueryTree,
        filter: QueryTree = .all,
        _ snapshot: Snapshot,
        _ options: SearchOptions
    ) throws(SearchFailure) {
        catalogue = TermCatalogue(snapshot)
        var resolver = QueryResolver(snapshot.schema, catalogue, options)
        wanted = try resolver.resolve(query)
        let allowed = try resolver.resolve(filter)
        matching = QueryTree.and([wanted, allowed]).simplified()
        notes = resolver.expansion.notes
    }

    /// The words of the query, without the filter's; found out anew each time.
    var words: [ScoredWord] { ScoredWord.words(of: wanted) }
}
