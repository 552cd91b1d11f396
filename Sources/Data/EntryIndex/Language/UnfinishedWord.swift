/// The word that somebody is typing at the end of a query, with what stands around it.
///
/// Nothing is refused: an end that cannot be read counts as a word in the box.
package struct UnfinishedWord: Hashable, Sendable {
    /// What is typed of the word, narrow and without truncation signs at hand; empty behind a blank or a sign.
    package let text: String
    /// Whether it holds truncation signs, so that nothing can go on behind it.
    package var isTruncated: Bool { text.unicodeScalars.contains(where: \.isTruncation) }
    /// The word with the bare words in front of it, as a name is typed: `siemens ag`.
    package let phrase: String
    /// The field that holds the word; nil in the box.
    package let field: Field?
    /// Whether an operator can stand here: behind a blank that follows something to search for.
    package let mayBeOperator: Bool
    /// The query in front of the word, and in front of the phrase, as typed.
    private let beforeWord: String
    private let beforePhrase: String

    /// Reads the end of a query.
    ///
    /// **Cost** linear in the length of the query.
    package init(_ query: String) {
        let source = QuerySource(query)
        let folded = source.folded
        let quotes = folded.indices.filter { folded[$0] == "\"" }
        var start = folded.count
        var end = folded.count
        if quotes.count % 2 == 1, let opening = quotes.last {
            start = opening + 1
            end = opening
        } else {
            while start > 0, folded[start - 1].isWordCharacter { start -= 1 }
            end = start
        }
        let place = source.origins[end]
        func typed(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(source.scalars[range])) }
        beforeWord = typed(0..<place)
        text = source.text(start, folded.count)
        var lexer = Lexer(QuerySource(beforeWord), options: QueryLanguage.Options())
        // What cannot be read yet, as an open bracket of another kind, leaves the tokens before it.
        try? lexer.run()
        let surroundings = Self.surroundings(lexer.tokens)
        field = surroundings.field
        var first = min(surroundings.end, place)
        while first < place, source.scalars[first].isBlank { first += 1 }
        beforePhrase = typed(0..<first)
        let bare = QuerySource(typed(first..<place)).folded
        phrase = String(String.UnicodeScalarView(bare)) + text
        mayBeOperator = surroundings.isComplete && end > 0 && folded[end - 1] == " "
    }

    /// The field in force behind some tokens, where the last bare words begin, and whether they are something to search for.
    private static func surroundings(_ tokens: [Token]) -> (field: Field?, end: Int, isComplete: Bool) {
        var outer: [FieldName?] = []
        var bracket: FieldName?
        var field: FieldName?
        var end = 0
        var isComplete = false
        for token in tokens {
            var isBare = false
            isComplete = false
            switch token.kind {
            case .field(let name): field = name
            case .open:
                outer.append(bracket)
                bracket = field
            case .close:
                bracket = outer.popLast() ?? nil
                field = bracket
                isComplete = true
            case .joiner: field = bracket
            case .word, .pattern: (isBare, isComplete) = (true, true)
            case .quoted, .set, .frequency, .weight: isComplete = true
            case .signs, .comparison, .equals, .colon, .separator: break
            }
            if !isBare { end = token.range.end }
        }
        return (field?.fields.first, end, isComplete)
    }

    /// The query with a word of the language, a field's name or an operator in the place of the word.
    package func completed(with text: String) -> String { beforeWord + text }

    /// The query with a value in the place of the word, in quotes where it needs them.
    ///
    /// - Parameters:
    ///   - value: The value, as a name or a class.
    ///   - field: The name of the field that it is a value of, written in front where no field holds the word.
    ///   - isPhrase: Whether it stands in the place of all bare words, not of the last one.
    /// - Returns: The whole query.
    package func completed(withValue value: String, of field: String?, isPhrase: Bool = false) -> String {
        let written = Printer(naming: .alias).text(Expression.Term(value: value))
        let front = self.field == nil ? field.map { $0 + "=" } ?? "" : ""
        return (isPhrase ? beforePhrase : beforeWord) + front + written
    }
}
