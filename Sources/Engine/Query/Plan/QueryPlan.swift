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
        matching = (allowed == .all ? wanted : .and([wanted, allowed])).simplified()
        notes = resolver.expansion.notes
    }

    /// Whether every document with one of some words is a hit.
    ///
    /// More words are scored than matched where a branch of the query matches nothing.
    func isDisjunction(of words: [ScoredWord]) -> Bool {
        guard matching.isDisjunctionOfWords else { return false }
        var matched: [[UInt8]: FieldMask] = [:]
        for word in ScoredWord.words(of: matching) {
            for term in word.terms { matched[term, default: []].formUnion(word.fields) }
        }
        return words.allSatisfy { word in
            word.terms.allSatisfy { matched[$0, default: []].isSuperset(of: word.fields) }
        }
    }

    /// The words of the query, without the filter's; found out anew each time.
    var words: [ScoredWord] { ScoredWord.words(of: wanted) }
}

extension QueryTree {
    /// Whether the documents with any of the tree's words are the matches; for a resolved tree.
    fileprivate var isDisjunctionOfWords: Bool {
        switch self {
        case .term, .anyOf: true
        case .or(let parts): parts.allSatisfy(\.isDisjunctionOfWords)
        default: false
        }
    }
}
