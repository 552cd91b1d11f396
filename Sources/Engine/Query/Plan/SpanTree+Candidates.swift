import Index

extension SpanTree {
    /// A query without positions that every document with a place of this tree matches.
    func candidates(_ fields: FieldMask) -> QueryTree {
        switch self {
        case .word(let alternatives, _):
            Self.candidates(alternatives, fields)
        case .phrase(let slots):
            slots.allSatisfy(\.isAbsent)
                ? .none : .and(slots.filter { !$0.isAbsent }.map { Self.candidates($0.alternatives, fields) })
        case .anyOf(let members):
            .or(members.map { $0.candidates(fields) })
        case .starts(let inner):
            inner.candidates(fields)
        case .near(let first, let second, _, _), .sameSentence(let first, let second),
            .sameParagraph(let first, let second):
            .and([first.candidates(fields), second.candidates(fields)])
        }
    }

    private static func candidates(_ alternatives: Alternatives, _ fields: FieldMask) -> QueryTree {
        switch alternatives {
        case .terms(let terms): .anyOf(terms, fields: fields)
        case .pattern(let pattern): .expand(pattern, fields: fields)
        }
    }
}
