package import Query
package import Text

/// A long text as a query: records that share its most telling words, the likest first.
///
/// Words are pairs of Han characters, and words of letters by their stem; numbers tell nothing.
package struct LikeText: Sendable {
    /// What finds the records.
    package var tree: QueryTree
    /// The words chosen, to be marked in texts.
    package var words: [HighlightWord]
    /// The words chosen as they stand in the text but for case and width, the most telling first.
    package var said: [String]
    /// The same as a query that anybody can change: any of the words.
    package var expression: Expression

    /// Chooses the words that tell most about a text among the records of a snapshot.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - searcher: Over the snapshot.
    ///   - limit: Words chosen at most.
    ///   - colour: The number of the first word's colour.
    /// - Throws: `Analyzer.Failure.textTooLong`, `SearchFailure.index`.
    package init(_ text: String, _ searcher: Searcher, limit: Int, colour: Int = 0) throws {
        let counted = try Self.words(of: text)
        let chosen = try searcher.tellingWords(
            counted.map { Searcher.TextWord(terms: $0.key, count: $0.value.count) },
            limit: limit
        )
        let mask = TextField.mask(Field.boxTextFields)
        tree = .or(chosen.map { .anyOf($0.terms, fields: mask) })
        words = chosen.enumerated().map { number, word in
            let isPair = !word.terms.contains { $0.first.map { $0 < 0x80 } ?? true }
            let slot = QuerySlot(offset: 0, .terms(word.terms), width: isPair ? 2 : 1)
            let analysis = QueryAnalysis(phrases: [QueryPhrase([slot])])
            return HighlightWord(analysis, text: counted[word.terms]?.text ?? "", colour: colour + number)
        }
        said = chosen.compactMap { counted[$0.terms]?.text }
        expression = .any(of: said.map { Expression(.term(Expression.Term(value: $0), nil)) })
    }

    /// Words by their terms, each with how often it stands in the text, and how it is written there.
    private static func words(of text: String) throws -> [[[UInt8]]: (count: Int, text: String)] {
        let list = try Analyzer().tokens(text)
        // The stem at a position stands for the word there.
        var stems: [UInt32: [UInt8]] = [:]
        for token in list.tokens where token.kind == .stem { stems[token.position] = Array(list.term(token)) }
        var counts: [[[UInt8]]: (count: Int, text: String)] = [:]
        for token in list.tokens where token.kind == .word || token.kind == .hanPair {
            let term = Array(list.term(token))
            if term.allSatisfy({ (0x30...0x39).contains($0) }) { continue }
            let terms = stems[token.position].map { [Array($0.dropFirst(ReservedBytes.stem.count)), $0] } ?? [term]
            counts[terms, default: (0, String(decoding: term, as: UTF8.self))].count += 1
        }
        return counts
    }
}
