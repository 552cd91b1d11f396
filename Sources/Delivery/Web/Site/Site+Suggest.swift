import Discovery
import Domain
import Links
import Wire

/// Completions of what somebody types in a search box.
extension Site {
    func suggest(_ link: SuggestLink) async throws -> Answer {
        let language = link.language
        let list = try await services.search.suggestions(for: link.text, language: language.rawValue)
        guard link.isOpenSearch else {
            let document = SuggestDocument(query: link.text, suggestions: list.map { Self.document($0, language) })
            return .json(try WireJSON.encode(document))
        }
        let columns: [JSONNode] = [
            .list(list.map { .text($0.query) }),
            .list(list.map { .text(Self.meaning($0, language) ?? $0.text) }),
            .list(list.map { .text(Link.search(SearchState(query: $0.query, language: language)).text) }),
        ]
        let document = JSONNode.list([.text(link.text)] + columns)
        return .json(try WireJSON.encode(document), type: OpenSearchDescription.suggestionsType)
    }

    private static func document(
        _ suggestion: Suggestion,
        _ language: PageLanguage
    ) -> SuggestDocument.SuggestionDocument {
        SuggestDocument.SuggestionDocument(
            kind: suggestion.kind.rawValue,
            text: suggestion.text,
            meaning: meaning(suggestion, language),
            query: suggestion.query,
            count: suggestion.count.map(CountDocument.init),
            id: suggestion.record?.description
        )
    }

    private static func meaning(_ suggestion: Suggestion, _ language: PageLanguage) -> String? {
        suggestion.meaning?.text(in: language.rawValue)
    }
}
