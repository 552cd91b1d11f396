import Index
import Query
import Text

/// Words, phrases, truncation, proximity and frequency.
extension QueryCompiler {
    /// How words are read: as those of texts, with their other forms, or as those of names.
    private enum Reader {
        case texts, names
    }

    func term(_ term: Expression.Term, _ field: Field?, at range: SourceRange) throws(QueryFailure) -> QueryTree {
        guard let field else {
            let texts = try text(term, Field.boxTextFields, at: range)
            return .or([texts, try name(term, Field.boxNameFields, marks: false, at: range)])
        }
        switch field.kind {
        case .text: return try text(term, field.textFields, at: range)
        case .name: return try name(term, field.textFields, marks: true, at: range)
        case .code, .region, .country: return try value(term, field, at: range)
        case .number, .date, .classification: return .none
        }
    }

    func text(
        _ term: Expression.Term,
        _ fields: [TextField],
        marks: Bool = true,
        at range: SourceRange
    ) throws(QueryFailure) -> QueryTree {
        let analysis = try analyse(term, .texts, needsPositions: false, at: range)
        if marks { mark(analysis, term) }
        return analysis.tree(TextField.mask(fields))
    }

    /// Part of a name is enough; a pattern is the name from its first character to its last.
    private func name(
        _ term: Expression.Term,
        _ fields: [TextField],
        marks: Bool,
        at range: SourceRange
    ) throws(QueryFailure) -> QueryTree {
        let mask = TextField.mask(fields)
        let analysis: QueryAnalysis
        let tree: QueryTree
        if case .pattern(let pieces) = term, let pattern = NamePattern(pieces) {
            var phrases: [QueryPhrase] = []
            if pattern.isCut { note(.readingsCut(term.plainText)) }
            for pieces in pattern.spellings {
                phrases += try analyse(.pattern(pieces), .names, needsPositions: true, at: range).phrases
            }
            analysis = QueryAnalysis(phrases: phrases)
            tree = .spans(pattern.span(phrases), fields: mask)
        } else {
            analysis = try analyse(term, .names, needsPositions: false, at: range)
            tree = analysis.tree(mask)
        }
        if marks { mark(analysis, term) }
        return tree
    }

    // MARK: Proximity and frequency

    func near(_ proximity: Expression.Proximity, _ field: Field?) throws(QueryFailure) -> QueryTree {
        guard let field else {
            let texts = try span(proximity, .texts, marks: true)
            let names = try span(proximity, .names, marks: false)
            return .or([
                .spans(texts, fields: TextField.mask(Field.boxTextFields)),
                .spans(names, fields: TextField.mask(Field.boxNameFields)),
            ])
        }
        let span = try span(proximity, Self.reader(of: field), marks: true)
        return .spans(span, fields: TextField.mask(field.textFields))
    }

    /// How often an operand stands in the record; spellings of it that begin at one place count once.
    ///
    /// In the box occurrences in texts and names add up, the names read as texts are.
    func frequency(_ frequency: Expression.Frequency, _ field: Field?) throws(QueryFailure) -> QueryTree {
        let reader = field.map(Self.reader) ?? .texts
        let span = try self.span(frequency.operand, reader, marks: true).counted
        let fields = TextField.mask(field?.textFields ?? Field.boxTextFields + Field.boxNameFields)
        func count(_ comparison: Query.Comparison, _ count: Int) -> QueryTree {
            .frequency(span, fields: fields, comparison, count)
        }
        // A record without the word is never found, whatever is asked of the number.
        return switch frequency.comparison {
        case .less: .and([count(.greater, 0), count(.less, frequency.count)])
        case .atMost: .and([count(.greater, 0), count(.lessOrEqual, frequency.count)])
        case .equal: count(.equal, max(1, frequency.count))
        case .atLeast: count(.greaterOrEqual, max(1, frequency.count))
        case .greater: count(.greater, max(0, frequency.count))
        }
    }

    private static func reader(of field: Field) -> Reader { field.kind == .name ? .names : .texts }

    private func span(
        _ proximity: Expression.Proximity,
        _ reader: Reader,
        marks: Bool
    ) throws(QueryFailure) -> SpanTree {
        let left = try span(proximity.left, reader, marks: marks)
        let right = try span(proximity.right, reader, marks: marks)
        return switch proximity.nearness {
        case .after(let distance): .near(left, right, distance: distance, ordered: true)
        case .within(let distance): .near(left, right, distance: distance, ordered: false)
        case .sameSentence: .sameSentence(left, right)
        case .sameParagraph: .sameParagraph(left, right)
        }
    }

    private func span(
        _ operand: Expression.Operand,
        _ reader: Reader,
        marks: Bool
    ) throws(QueryFailure) -> SpanTree {
        switch operand.kind {
        case .term(let term):
            let analysis = try analyse(term, reader, needsPositions: true, at: operand.range)
            if marks { mark(analysis, term) }
            return analysis.span
        case .anyOf(let members):
            var spans: [SpanTree] = []
            for member in members { spans.append(try span(member, reader, marks: marks)) }
            return .anyOf(spans)
        case .near(let proximity):
            return try span(proximity, reader, marks: marks)
        }
    }

    // MARK: Analysis

    private func analyse(
        _ term: Expression.Term,
        _ reader: Reader,
        needsPositions: Bool,
        at range: SourceRange
    ) throws(QueryFailure) -> QueryAnalysis {
        var reading = QueryAnalyzer.Reading(isQuoted: true, truncates: false, needsPositions: needsPositions)
        switch term {
        case .word: reading.isQuoted = reader == .names
        case .phrase: break
        case .pattern: reading.truncates = true
        }
        let text =
            switch reader {
            case .texts: term.plainText
            case .names: term.pieces.map { piece in names.folded(piece) }.joined()
            }
        do {
            let analysis = try analyzer.analyse(text, reading)
            if analysis.isCut { note(.readingsCut(term.plainText)) }
            return analysis
        } catch .wildcardsBeforeHan {
            throw QueryFailure(.truncationPlace, at: range)
        } catch {
            throw QueryFailure(.nothingToSearch, at: range)
        }
    }
}

extension NameText {
    /// A piece with its text folded; a sign stays as it is.
    fileprivate mutating func folded(_ piece: Expression.Piece) -> String {
        if case .text(let text) = piece { fold(text) } else { piece.written }
    }
}

extension Expression.Term {
    /// The term as pieces of a pattern.
    fileprivate var pieces: [Expression.Piece] {
        switch self {
        case .word(let text), .phrase(let text): [.text(text)]
        case .pattern(let pieces): pieces
        }
    }

    /// The term as the analysis reads it, truncation signs included.
    var plainText: String { pieces.map(\.written).joined() }
}

extension Expression.Piece {
    /// The piece as it is typed: its text, or its sign.
    fileprivate var written: String {
        switch self {
        case .text(let text): text
        case .any: "+"
        case .one: "#"
        case .optional: "?"
        }
    }
}
