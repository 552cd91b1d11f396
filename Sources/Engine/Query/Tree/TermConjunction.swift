import Index

/// A query that is nothing but terms which all must be there, some of them at certain places.
struct TermConjunction {
    /// Terms, each with the fields of which one must have it; some at least.
    private(set) var terms: [(term: [UInt8], fields: FieldMask)] = []
    /// What must be found besides, made of these terms, and where.
    private(set) var spans: [(tree: SpanTree, fields: FieldMask)] = []

    /// Takes a resolved, simplified tree apart; nil when it asks for anything else.
    init?(_ tree: QueryTree) {
        guard add(tree), !terms.isEmpty else { return nil }
    }

    private mutating func add(_ tree: QueryTree) -> Bool {
        switch tree {
        case .term(let term, let fields):
            terms.append((term, fields))
            return true
        case .anyOf(let forms, let fields) where forms.count == 1:
            terms.append((forms[0], fields))
            return true
        case .phrase(let slots, let fields):
            return add(.phrase(slots), fields)
        case .spans(let spans, let fields):
            return add(spans, fields)
        case .and(let parts):
            return parts.allSatisfy { add($0) }
        default:
            return false
        }
    }

    private mutating func add(_ tree: SpanTree, _ fields: FieldMask) -> Bool {
        spans.append((tree, fields))
        return add(tree.candidates(fields))
    }
}
