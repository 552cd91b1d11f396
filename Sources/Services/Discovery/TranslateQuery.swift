package import EntryIndex

/// Translates queries of other systems; everybody may.
package struct TranslateQuery: Sendable {
    private let translator: QueryTranslator

    package init(language: QueryLanguage.Options = QueryLanguage.Options()) {
        translator = QueryTranslator(language: QueryLanguage(options: language))
    }

    /// Translates a query.
    ///
    /// - Parameters:
    ///   - text: The query of the other system.
    ///   - syntax: Its syntax; where it is nil, the one that the query most looks like, and that of the national system
    ///     where it looks like none, because that is nearest to the language here.
    /// - Returns: The query in this language, and what was lost.
    /// - Throws: `QueryFailure` where nothing is left to search for, and for a query that is too long or too deep.
    package func callAsFunction(_ text: String, from syntax: ForeignSyntax? = nil) throws(QueryFailure) -> Translation {
        try translator.translate(text, from: syntax ?? ForeignSyntax.guess(text) ?? .pss)
    }
}
