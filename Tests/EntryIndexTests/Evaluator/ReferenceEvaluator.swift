import Domain

@testable import EntryIndex

/// Answers expressions by reading records, with code that shares nothing with the analysis or the engine.
///
/// Used by one thread at a time: it remembers how words of queries were taken apart.
final class ReferenceEvaluator {
    private struct Key: Hashable {
        var term: Expression.Term
        var isName: Bool
        var isAnchored: Bool
    }

    private var queries: [Key: ReferenceQuery] = [:]

    static let boxTexts: [Field] = [.title, .abstract, .claims, .description, .keywords]
    static let boxNames: [Field] = [.applicant, .inventor, .agent]

    func matches(_ expression: Expression, _ record: ReferenceRecord) -> Bool {
        switch expression.kind {
        case .everything: true
        case .has(let field): has(field, record)
        case .term(let term, let field): holds(term, field, record)
        case .number(let number, let field): ReferenceNumbers(record).has(number, field, self)
        case .date(let period, let field): ReferenceValues(record).holds(period, field)
        case .symbol(let symbol, let field): holds(symbol, field, record)
        case .near(let proximity, let field): holds(proximity, field, record)
        case .frequency(let frequency, let field): holds(frequency, field, record)
        case .weighted(let part, _): matches(part, record)
        case .and(let parts): parts.allSatisfy { matches($0, record) }
        case .or(let parts): parts.contains { matches($0, record) }
        case .xor(let parts): parts.count { matches($0, record) } % 2 == 1
        case .not(let part): !matches(part, record)
        }
    }

    private func has(_ field: Field, _ record: ReferenceRecord) -> Bool {
        switch field.kind {
        case .text, .name: !(record.texts[field] ?? []).isEmpty
        case .number: !ReferenceNumbers(record).numbers(field).isEmpty
        case .date: !ReferenceValues(record).dates(field).isEmpty
        default: !(record.texts[field] ?? []).isEmpty || !ReferenceValues(record).labels(field).isEmpty
        }
    }

    private func query(_ term: Expression.Term, isName: Bool, isAnchored: Bool) -> ReferenceQuery {
        let key = Key(term: term, isName: isName, isAnchored: isAnchored)
        if let known = queries[key] { return known }
        let query = ReferenceQuery(term, isName: isName, isAnchored: isAnchored)
        queries[key] = query
        return query
    }

    // MARK: Words

    func holds(_ term: Expression.Term, _ field: Field?, _ record: ReferenceRecord) -> Bool {
        switch field?.kind {
        case nil:
            return Self.boxTexts.contains { stands(term, $0, record) }
                || Self.boxNames.contains { stands(term, $0, record) }
        case .text?, .name?: return field.map { stands(term, $0, record) } ?? false
        default: return field.map { ReferenceValues(record).holds(term, $0, self) } ?? false
        }
    }

    /// Whether a word stands in a text or a name.
    func stands(_ term: Expression.Term, _ field: Field, _ record: ReferenceRecord) -> Bool {
        let isName = field.kind == .name
        let query = query(term, isName: isName, isAnchored: isName)
        return (record.texts[field] ?? []).contains { !ReferenceMatcher(text: $0).places(query).isEmpty }
    }

    private func holds(_ symbol: Expression.Symbol, _ field: Field?, _ record: ReferenceRecord) -> Bool {
        let values = ReferenceValues(record)
        if let field { return values.holds(symbol, field) }
        let isLocarno = symbol.text.first?.isNumber == true
        let schemes: [Field] = isLocarno ? [.locarno] : symbol.text.hasPrefix("Y") ? [.cpc] : [.ipc, .cpc]
        let written = symbol.text.hasSuffix("/00") ? String(symbol.text.dropLast(3)) : symbol.text
        let term: Expression.Term = symbol.reach == .beginning ? .pattern([.text(symbol.text), .any]) : .word(written)
        return schemes.contains { values.holds(symbol, $0) } || holds(term, nil, record)
    }

    // MARK: Proximity

    private func holds(_ proximity: Expression.Proximity, _ field: Field?, _ record: ReferenceRecord) -> Bool {
        for field in field.map({ [$0] }) ?? Self.boxTexts + Self.boxNames {
            let isName = field.kind == .name
            let texts = record.texts[field] ?? []
            if texts.contains(where: { !places(proximity, ReferenceMatcher(text: $0), isName: isName).isEmpty }) {
                return true
            }
        }
        return false
    }

    private func holds(_ frequency: Expression.Frequency, _ field: Field?, _ record: ReferenceRecord) -> Bool {
        var count = 0
        for name in field.map({ [$0] }) ?? Self.boxTexts + Self.boxNames {
            for text in record.texts[name] ?? [] {
                // In the box names are read as texts are.
                let isName = field != nil && name.kind == .name
                let found = places(frequency.operand, ReferenceMatcher(text: text), isName: isName)
                count += Set(found.map(\.first)).count
            }
        }
        guard count > 0 else { return false }
        return switch frequency.comparison {
        case .less: count < frequency.count
        case .atMost: count <= frequency.count
        case .equal: count == frequency.count
        case .atLeast: count >= frequency.count
        case .greater: count > frequency.count
        }
    }

    private func places(
        _ operand: Expression.Operand,
        _ matcher: ReferenceMatcher,
        isName: Bool
    ) -> Set<ReferenceMatcher.Place> {
        switch operand.kind {
        case .term(let term): matcher.places(query(term, isName: isName, isAnchored: false))
        case .anyOf(let members):
            members.reduce(into: []) { $0.formUnion(places($1, matcher, isName: isName)) }
        case .near(let proximity): places(proximity, matcher, isName: isName)
        }
    }

    private func places(
        _ proximity: Expression.Proximity,
        _ matcher: ReferenceMatcher,
        isName: Bool
    ) -> Set<ReferenceMatcher.Place> {
        var found: Set<ReferenceMatcher.Place> = []
        for left in places(proximity.left, matcher, isName: isName) {
            for right in places(proximity.right, matcher, isName: isName) {
                let isLeftFirst = left.last < right.first
                guard isLeftFirst || right.last < left.first else { continue }
                let distance = isLeftFirst ? right.first - left.last : left.first - right.last
                let whole = ReferenceMatcher.Place(
                    first: min(left.first, right.first),
                    last: max(left.last, right.last)
                )
                let isNear =
                    switch proximity.nearness {
                    case .after(let most): isLeftFirst && distance <= most
                    case .within(let most): distance <= most
                    case .sameSentence:
                        matcher.text.units[whole.first].sentence == matcher.text.units[whole.last].sentence
                    case .sameParagraph: true
                    }
                if isNear { found.insert(whole) }
            }
        }
        return found
    }
}
