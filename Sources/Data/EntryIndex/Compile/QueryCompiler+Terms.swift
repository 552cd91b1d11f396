import Index
import Query
import Text

/// Words, phrases, truncation, proximity and frequency.
extension QueryCompiler {
    func term(_ term: Expression.Term, _ field: Field?, at range: SourceRange) throws(QueryFailure) -> QueryTree {
        guard let field else {
            let texts = try text(term, TextField.boxTexts, at: range)
            return .or([texts, try name(term, TextField.boxNames, at: range)])
        }
        switch field.kind {
        case .text: return try text(term, field.textFields, at: range)
        case .name: return try name(term, field.textFields, at: range)
        case .code, .region, .country: return try value(term, field, at: range)
        case .number, .date, .classification: return .none
        }
    }

    func text(
        _ term: Expression.Term,
        _ fields: [TextField],
        at range: SourceRange
    ) throws(QueryFailure) -> QueryTree {
        let analysis = try analyse(term, needsPositions: false, at: range)
        mark(analysis)
        return analysis.tree(TextField.mask(fields))
    }

    /// Part of a name is enough; a pattern is the name from its first character to its last.
    func name(
        _ term: Expression.Term,
        _ fields: [TextField],
        at range: SourceRange
    ) throws(QueryFailure) -> QueryTree {
        let mask = TextField.mask(fields)
        guard case .pattern(let pieces) = term else {
            let folded = names.fold(term.plainText)
            guard !folded.isEmpty else { throw QueryFailure(.nothingToSearch, at: range) }
            let analysis = try analyse(folded, QueryAnalyzer.Reading(isQuoted: true, truncates: false), at: range)
            mark(analysis)
            return analysis.tree(mask)
        }
        let segments = pieces.split(separator: .any, omittingEmptySubsequences: true)
        var spans: [SpanTree] = []
        for (place, segment) in segments.enumerated() {
            let isFirst = place == 0 && pieces.first != .any
            let isLast = place == segments.count - 1 && pieces.last != .any
            spans.append(try nameSpan(Array(segment), startsName: isFirst, endsName: isLast, at: range))
        }
        guard var tree = spans.first else { return .term(ReservedTerm.paragraphEnd, fields: mask) }
        for next in spans.dropFirst() {
            // Inside a word a sign reaches over ten characters at most (language.md, Words).
            tree = .near(tree, next, distance: 11, ordered: true)
        }
        return .spans(tree, fields: mask)
    }

    private func nameSpan(
        _ pieces: [Expression.Piece],
        startsName: Bool,
        endsName: Bool,
        at range: SourceRange
    ) throws(QueryFailure) -> SpanTree {
        let folded = pieces.map { piece in
            if case .text(let text) = piece { names.fold(text) } else { piece.sign }
        }.joined()
        let reading = QueryAnalyzer.Reading(isQuoted: true, truncates: true, needsPositions: true)
        let analysis = try analyse(folded, reading, at: range)
        mark(analysis)
        let members = analysis.phrases.map { phrase -> SpanTree in
            var slots = phrase.slots.map(\.slot)
            let width = phrase.width
            if startsName { slots.append(Slot(offset: 0, term: NameMark.start)) }
            if endsName { slots.append(Slot(offset: width - 1, term: ReservedTerm.paragraphEnd)) }
            return .phrase(slots)
        }
        return members.count == 1 ? members[0] : .anyOf(members)
    }

    // MARK: Proximity and frequency

    func near(_ proximity: Expression.Proximity, _ field: Field?) throws(QueryFailure) -> QueryTree {
        .spans(try span(proximity, field), fields: spanFields(field))
    }

    func frequency(_ frequency: Expression.Frequency, _ field: Field?) throws(QueryFailure) -> QueryTree {
        let span = try self.span(frequency.operand, field)
        let fields = spanFields(field)
        let comparison: Query.Comparison =
            switch frequency.comparison {
            case .less: .less
            case .atMost: .lessOrEqual
            case .equal: .equal
            case .atLeast: .greaterOrEqual
            case .greater: .greater
            }
        // A record without the word is never found, whatever is asked of the number.
        return .and([
            .frequency(span, fields: fields, .greaterOrEqual, 1),
            .frequency(span, fields: fields, comparison, frequency.count),
        ])
    }

    private func spanFields(_ field: Field?) -> FieldMask {
        TextField.mask(field?.textFields ?? TextField.boxTexts + TextField.boxNames)
    }

    private func span(_ proximity: Expression.Proximity, _ field: Field?) throws(QueryFailure) -> SpanTree {
        let left = try span(proximity.left, field)
        let right = try span(proximity.right, field)
        return switch proximity.nearness {
        case .after(let distance): .near(left, right, distance: distance, ordered: true)
        case .within(let distance): .near(left, right, distance: distance, ordered: false)
        case .sameSentence: .sameSentence(left, right)
        case .sameParagraph: .sameParagraph(left, right)
        }
    }

    private func span(_ operand: Expression.Operand, _ field: Field?) throws(QueryFailure) -> SpanTree {
        switch operand.kind {
        case .term(let term):
            let analysis = try analyse(term, needsPositions: true, at: operand.range)
            mark(analysis)
            return analysis.span
        case .anyOf(let members):
            var spans: [SpanTree] = []
            for member in members { spans.append(try span(member, field)) }
            return .anyOf(spans)
        case .near(let proximity):
            return try span(proximity, field)
        }
    }

    // MARK: Analysis

    private func mark(_ analysis: QueryAnalysis) {
        words.append(HighlightWord(analysis, colour: words.count))
    }

    func analyse(
        _ term: Expression.Term,
        needsPositions: Bool,
        at range: SourceRange
    ) throws(QueryFailure) -> QueryAnalysis {
        var reading = QueryAnalyzer.Reading(needsPositions: needsPositions)
        switch term {
        case .word: reading.truncates = false
        case .phrase:
            reading.truncates = false
            reading.isQuoted = true
        case .pattern: reading.isQuoted = true
        }
        return try analyse(term.plainText, reading, at: range)
    }

    private func analyse(
        _ text: String,
        _ reading: QueryAnalyzer.Reading,
        at range: SourceRange
    ) throws(QueryFailure) -> QueryAnalysis {
        do {
            let analysis = try analyzer.analyse(text, reading)
            if analysis.isCut { notes.append(.readingsCut(text)) }
            return analysis
        } catch .wildcardsBeforeHan {
            throw QueryFailure(.truncationPlace, at: range)
        } catch {
            throw QueryFailure(.nothingToSearch, at: range)
        }
    }
}

extension Expression.Term {
    /// The term as the analyser reads it, truncation signs included.
    var plainText: String {
        switch self {
        case .word(let text), .phrase(let text): text
        case .pattern(let pieces): pieces.map { if case .text(let text) = $0 { text } else { $0.sign } }.joined()
        }
    }
}

extension Expression.Piece {
    /// The sign that stands for the piece; empty for text.
    var sign: String {
        switch self {
        case .text: ""
        case .any: "+"
        case .one: "#"
        case .optional: "?"
        }
    }
}
