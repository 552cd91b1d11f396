import Domain
import Index
package import Query
import Text

/// Turns expressions of the query language into trees of the engine; used by one thread at a time.
package final class QueryCompiler {
    let analyzer = QueryAnalyzer()
    var names = NameText()
    private var words: [HighlightWord] = []
    private var notes: [CompileNote] = []
    private var classes: [AskedClass] = []

    /// Makes a compiler with its own scratch.
    package init() {}

    /// The engine's query for an expression.
    ///
    /// - Throws: `QueryFailure` when a word holds nothing to search for or a truncation sign cannot be followed; its
    ///   range is that of the word.
    package func compile(_ expression: Expression) throws(QueryFailure) -> CompiledQuery {
        words = []
        notes = []
        classes = []
        let tree = try self.tree(expression)
        return CompiledQuery(tree: tree, words: words, notes: notes, classes: classes)
    }

    /// A query for a value picked from a facet: the label as the index keeps it.
    package static func label(_ value: String, in column: Column) -> QueryTree {
        .ordinals(column: column.rawValue, .exact([Array(value.utf8)]))
    }

    /// Documents that hold a word in a text field.
    package static func hasText(_ field: TextField) -> QueryTree {
        .term(ReservedTerm.paragraphEnd, fields: field.mask)
    }

    /// Remembers what the reader of the answer should know, each thing once.
    func note(_ note: CompileNote) {
        if !notes.contains(note) { notes.append(note) }
    }

    /// Remembers a class, so that an answer can say that no record has it.
    func ask(_ asked: AskedClass) {
        if !classes.contains(asked) { classes.append(asked) }
    }

    /// Remembers a word to mark in texts; one that stands in the query twice keeps its colour.
    func mark(_ analysis: QueryAnalysis, _ term: Expression.Term) {
        let text = term.plainText
        let colour = words.first { $0.text == text }?.colour ?? words.nextColour
        words.append(HighlightWord(analysis, text: text, colour: colour))
    }

    private func tree(_ expression: Expression) throws(QueryFailure) -> QueryTree {
        switch expression.kind {
        case .everything: return .all
        case .has(let field): return has(field)
        case .term(let term, let field): return try self.term(term, field, at: expression.range)
        case .number(let number, let field): return try self.number(number, field, at: expression.range)
        case .date(let period, let field): return date(period, field)
        case .symbol(let symbol, let field): return try self.symbol(symbol, field, at: expression.range)
        case .near(let proximity, let field): return try near(proximity, field)
        case .frequency(let frequency, let field): return try self.frequency(frequency, field)
        case .weighted(let part, let weight): return .boost(try tree(part), weight)
        case .and(let parts): return .and(try trees(parts))
        case .or(let parts): return .or(try trees(parts))
        case .xor(let parts): return try exclusive(parts)
        case .not(let part): return try complement(part)
        }
    }

    private func trees(_ parts: [Expression]) throws(QueryFailure) -> [QueryTree] {
        var trees: [QueryTree] = []
        for part in parts { trees.append(try tree(part)) }
        return trees
    }

    /// An odd number of parts: pair by pair from the left.
    private func exclusive(_ parts: [Expression]) throws(QueryFailure) -> QueryTree {
        var result = QueryTree.none
        for tree in try trees(parts) { result = .xor(result, tree) }
        return result
    }

    /// What is left out is not marked in texts.
    private func complement(_ part: Expression) throws(QueryFailure) -> QueryTree {
        let marked = words
        let tree = try self.tree(part)
        words = marked
        return .not(tree)
    }

    private func has(_ field: Field) -> QueryTree {
        var parts: [QueryTree] = []
        if !field.textFields.isEmpty {
            // Every text that holds a word has the end of a paragraph.
            parts.append(.term(ReservedTerm.paragraphEnd, fields: TextField.mask(field.textFields)))
        }
        for kind in field.numberKinds {
            parts.append(.term(NumberTerm.prefix(kind), fields: TextField.numbers.mask))
        }
        if let column = field.dateColumn {
            parts.append(column.isNumber ? .hasNumber(column: column.rawValue) : .has(column: column.rawValue))
        }
        if let (column, prefix) = field.labelColumn {
            parts.append(
                prefix.isEmpty
                    ? .has(column: column.rawValue)
                    : .ordinals(column: column.rawValue, .prefix(Array(prefix.utf8)))
            )
        }
        if field == .technology { parts.append(classes(TechnologyFieldTable.entries.flatMap(\.ipc))) }
        if parts.isEmpty { note(.fieldWithoutData(field)) }
        return .or(parts)
    }
}

extension [HighlightWord] {
    /// The number that the next word of another text gets: words have the numbers from 0 without gaps.
    package var nextColour: Int { (map(\.colour).max() ?? -1) + 1 }
}
