import Index

/// Makes a tree that speaks of this snapshot only: truncated words become their terms, fields those of the schema.
///
/// Columns are checked on the way, so that an unknown one is refused even by an empty index.
struct QueryResolver {
    private let schema: Schema
    private(set) var expansion: PatternExpansion

    init(_ schema: Schema, _ catalogue: TermCatalogue, _ options: SearchOptions) {
        self.schema = schema
        expansion = PatternExpansion(catalogue, options)
    }

    /// The same question with its patterns expanded.
    mutating func resolve(_ query: QueryTree) throws(SearchFailure) -> QueryTree {
        switch query {
        case .all, .none, .identifiers: return query
        case .term(let term, let fields): return .term(term, fields: known(fields))
        case .anyOf(let terms, let fields): return .anyOf(terms, fields: known(fields))
        case .expand(let pattern, let fields):
            return .anyOf(try terms(pattern, known(fields)), fields: known(fields))
        case .beginning(let prefix, let fields): return .beginning(prefix, fields: known(fields))
        case .phrase(let slots, let fields): return .phrase(try resolve(slots, known(fields)), fields: known(fields))
        case .spans(let tree, let fields): return .spans(try resolve(tree, known(fields)), fields: known(fields))
        case .frequency(let tree, let fields, let comparison, let bound):
            return .frequency(try resolve(tree, known(fields)), fields: known(fields), comparison, bound)
        case .numbers(let column, _), .hasNumber(let column):
            try schema.numberColumn(column)
            return query
        case .ordinals(let column, _), .has(let column):
            try schema.ordinalColumn(column)
            return query
        case .and(let parts): return .and(try resolve(parts))
        case .or(let parts): return .or(try resolve(parts))
        case .xor(let first, let second): return .xor(try resolve(first), try resolve(second))
        case .not(let part): return .not(try resolve(part))
        case .boost(let part, let factor): return .boost(try resolve(part), factor)
        }
    }

    private mutating func resolve(_ parts: [QueryTree]) throws(SearchFailure) -> [QueryTree] {
        var resolved: [QueryTree] = []
        resolved.reserveCapacity(parts.count)
        for part in parts { resolved.append(try resolve(part)) }
        return resolved
    }

    private mutating func resolve(_ tree: SpanTree, _ fields: FieldMask) throws(SearchFailure) -> SpanTree {
        switch tree {
        case .word(let alternatives, let width):
            return .word(try resolve(alternatives, fields), width: width)
        case .phrase(let slots):
            return .phrase(try resolve(slots, fields))
        case .anyOf(let members):
            var resolved: [SpanTree] = []
            for member in members { resolved.append(try resolve(member, fields)) }
            return .anyOf(resolved)
        case .starts(let inner):
            return .starts(try resolve(inner, fields))
        case .near(let first, let second, let distance, let ordered):
            return .near(
                try resolve(first, fields),
                try resolve(second, fields),
                distance: distance,
                ordered: ordered
            )
        case .sameSentence(let first, let second):
            return .sameSentence(try resolve(first, fields), try resolve(second, fields))
        case .sameParagraph(let first, let second):
            return .sameParagraph(try resolve(first, fields), try resolve(second, fields))
        }
    }

    private mutating func resolve(_ slots: [Slot], _ fields: FieldMask) throws(SearchFailure) -> [Slot] {
        var resolved = slots
        for index in slots.indices {
            resolved[index].alternatives = try resolve(slots[index].alternatives, fields)
        }
        return resolved
    }

    private mutating func resolve(
        _ alternatives: Alternatives,
        _ fields: FieldMask
    ) throws(SearchFailure) -> Alternatives {
        switch alternatives {
        case .terms(let terms):
            if terms.count == 1 { return alternatives }
            let different = Set(terms)
            return .terms(
                different.count == terms.count ? terms : different.sorted { $0.lexicographicallyPrecedes($1) }
            )
        case .pattern(let pattern):
            return .terms(try self.terms(pattern, fields))
        }
    }

    private mutating func terms(_ pattern: Pattern, _ fields: FieldMask) throws(SearchFailure) -> [[UInt8]] {
        do throws(IndexFailure) {
            return try expansion.terms(of: pattern, in: fields)
        } catch {
            throw .index(error)
        }
    }

    private func known(_ fields: FieldMask) -> FieldMask {
        fields.intersection(schema.allFields)
    }
}

extension Schema {
    /// The place of a number column.
    @discardableResult
    func numberColumn(_ name: String) throws(SearchFailure) -> Int {
        guard let place = column(named: name), columns[place].kind == .number else { throw .unknownColumn(name) }
        return place
    }

    /// The place of a column of labels.
    @discardableResult
    func ordinalColumn(_ name: String) throws(SearchFailure) -> Int {
        guard let place = column(named: name), columns[place].kind != .number else { throw .unknownColumn(name) }
        return place
    }
}
