/// Reads queries of other systems.
package struct QueryTranslator: Sendable {
    /// The language that they become queries of, with its limits.
    package let language: QueryLanguage

    /// Makes a translator; it keeps nothing between queries.
    package init(language: QueryLanguage = QueryLanguage()) {
        self.language = language
    }

    /// Translates a query.
    ///
    /// What has no counterpart is replaced by something wider, or left out, and said. Whatever stands in the
    /// text, the result is a query of this language.
    ///
    /// - Throws: `QueryFailure` where nothing is left to search for, and for a query that is too long or too deep.
    package func translate(_ text: String, from syntax: ForeignSyntax) throws(QueryFailure) -> Translation {
        let length = text.unicodeScalars.count
        let limit = language.options.maximumLength
        guard length <= limit else {
            throw QueryFailure(.tooLong(limit: limit), at: SourceRange(position: limit, length: length - limit))
        }
        var lexer = ForeignLexer(QuerySource(text), syntax)
        lexer.run()
        var parser = ForeignParser(lexer, maximumDepth: language.options.maximumDepth)
        let node = try parser.query()
        var lowering = ForeignLowering(syntax, language)
        guard let node, let expression = lowering.expression(node) else {
            throw QueryFailure(.nothingToSearch, at: SourceRange(position: 0, length: length))
        }
        // The text is what is searched with, so the tree is that of the text.
        let parsed: ParsedQuery
        do throws(QueryFailure) {
            parsed = try language.parse(expression.printed())
        } catch {
            throw QueryFailure(error.problem, at: SourceRange(position: 0, length: length))
        }
        return Translation(
            source: text,
            syntax: syntax,
            expression: parsed.expression,
            remarks: Self.ordered(parser.remarks + lowering.remarks)
        )
    }

    /// Remarks that a translation has at most.
    private static let mostRemarks = 100

    /// In the order of the query, each matter once.
    private static func ordered(_ remarks: [Translation.Remark]) -> [Translation.Remark] {
        var seen: Set<Translation.Remark.Matter> = []
        return remarks.enumerated()
            .sorted { ($0.element.range.position, $0.offset) < ($1.element.range.position, $1.offset) }
            .map(\.element)
            .filter { seen.count < mostRemarks && seen.insert($0.matter).inserted }
    }
}
