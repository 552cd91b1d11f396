/// The query language of the box, the command line, feeds and the API: text to tree.
///
/// **Cost** linear in the length of the text; the depth of the tree is bounded, so that whoever walks it may recurse.
package struct QueryLanguage: Sendable {
    /// What a query may ask of the parser.
    package struct Options: Sendable {
        /// Most characters (Unicode scalar values) of a query; 65,536.
        package var maximumLength = 65_536
        /// Deepest nesting of brackets, negations and proximity chains; 200.
        package var maximumDepth = 200
        /// Greatest n of ADJn and NEARn; 10,000.
        package var maximumDistance = 10_000
        /// Years of dates without signs in the box; 1790 to 2099.
        ///
        /// Within them `2019`, `201903` and `20190305` are dates. With a field, or written with signs, any year from
        /// 1 to 9999 is one.
        package var boxYears = 1790...2099
        /// Most parts that a query has when the sets of a history stand in it (`#1`); 5,000.
        package var maximumParts = 5_000

        /// The documented defaults.
        package init() {}
    }

    /// The limits in force.
    package let options: Options

    /// Makes a parser; it keeps nothing between queries.
    package init(options: Options = Options()) {
        self.options = options
    }

    /// Reads a query.
    ///
    /// - Throws: `QueryFailure` with the place, the reason and mostly a corrected query, which is never refused itself.
    package func parse(_ text: String) throws(QueryFailure) -> ParsedQuery { try parse(text, sets: nil) }

    /// Reads a query of a history, in which `#1`, `#2` and so on mean the queries before, nil where one was refused.
    ///
    /// - Throws: As ``parse(_:)``; also for a set that there is not.
    package func parse(_ text: String, sets: [QuerySet?]?) throws(QueryFailure) -> ParsedQuery {
        do {
            return try read(text, sets)
        } catch {
            throw QueryFailure(error.problem, at: error.range, suggestion: acceptable(error.suggestion, sets))
        }
    }

    /// A suggestion that is not refused: it, or what its own refusal suggests, some steps on.
    private func acceptable(_ suggestion: String?, _ sets: [QuerySet?]?) -> String? {
        var suggestion = suggestion
        for _ in 0..<Self.mostCures {
            guard let text = suggestion else { return nil }
            do {
                _ = try read(text, sets)
                return text
            } catch {
                suggestion = error.suggestion
            }
        }
        return nil
    }

    /// How many faults of one query a suggestion may cure.
    private static let mostCures = 8

    private func read(_ text: String, _ sets: [QuerySet?]?) throws(QueryFailure) -> ParsedQuery {
        let length = text.unicodeScalars.count
        guard length <= options.maximumLength else {
            let excess = SourceRange(position: options.maximumLength, length: length - options.maximumLength)
            throw QueryFailure(.tooLong(limit: options.maximumLength), at: excess)
        }
        let source = QuerySource(text)
        var lexer = Lexer(source, options: options)
        try lexer.run()
        var parser = Parser(source: source, tokens: lexer.tokens, notes: lexer.notes, options: options, sets: sets)
        let expression = try parser.query()
        return ParsedQuery(text: text, expression: expression, notes: parser.notes)
    }
}
