/// A single word of a query, to be put right where it is misspelt.
package struct SearchedWord: Hashable, Sendable {
    /// The word as typed, without quotes.
    package let text: String
    /// The field that it is looked for in; nil for the box.
    package let field: Field?
    private let range: SourceRange

    /// The query with another word in the place of this one.
    package func replaced(by word: String, in query: ParsedQuery) -> String {
        let source = QuerySource(query.text)
        return source.replacing(range, with: Printer(naming: .alias).text(Expression.Term(value: word)))
    }

    init?(_ expression: Expression, _ source: QuerySource) {
        guard case .term(let term, let field) = expression.kind, expression.range.length > 0 else { return nil }
        switch term {
        case .word(let text), .phrase(let text): self.text = text
        case .pattern: return nil
        }
        // The range may begin with the name of the field; the word is the last thing in it.
        let typed = Array(text.unicodeScalars)
        let last = expression.range.end - typed.count
        let place = stride(from: last, through: expression.range.position, by: -1).first { place in
            source.scalars[place..<place + typed.count].elementsEqual(typed)
        }
        // A phrase stands in quotes, which go with it.
        let quote = if case .phrase = term { 1 } else { 0 }
        guard let place, place >= quote, !text.contains(" ") else { return nil }
        self.field = field
        range = SourceRange(position: place - quote, length: typed.count + 2 * quote)
    }
}

extension ParsedQuery {
    /// The single words that records are to have, in the order of the query; those that they must not have are not told.
    package var searchedWords: [SearchedWord] {
        let source = QuerySource(text)
        func words(_ expression: Expression) -> [SearchedWord] {
            switch expression.kind {
            case .and(let parts), .or(let parts), .xor(let parts): parts.flatMap(words)
            case .weighted(let part, _): words(part)
            default: [SearchedWord(expression, source)].compactMap(\.self)
            }
        }
        return words(expression)
    }
}
