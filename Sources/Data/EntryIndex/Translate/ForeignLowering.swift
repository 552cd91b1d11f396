import Domain

/// Makes an expression of another system's tree: looks at fields and values, and gives distances one field.
struct ForeignLowering {
    let syntax: ForeignSyntax
    let language: QueryLanguage
    private(set) var remarks: [Translation.Remark] = []
    /// How many words of distances were read.
    private var wordsRead = 0

    /// Words of distances that are read at most: nested distances that fail would read theirs again and again.
    private static let mostWordsRead = 50_000

    init(_ syntax: ForeignSyntax, _ language: QueryLanguage) {
        self.syntax = syntax
        self.language = language
    }

    /// The expression; nil where nothing of the tree can be asked for.
    mutating func expression(_ node: ForeignNode) -> Expression? {
        switch node {
        case .leaf(let leaf): return expression(leaf)
        case .joined(let joint, let members):
            let parts = members.compactMap { expression($0) }
            guard !parts.isEmpty else { return nil }
            switch joint {
            case .and: return .all(of: parts)
            case .or: return .any(of: parts)
            case .xor: return .oddly(parts)
            }
        case .not(let node): return expression(node).map(Self.negated)
        case .weighted(let node, let factor): return expression(node).map { Expression(.weighted($0, by: factor)) }
        case .near(let left, let nearness, let right, let range):
            if let near = near(left, nearness, right, range) { return near }
            remark(.nearnessLost(nearness.written), at: range)
            return expression(.joined(.and, [left, right]))
        case .notNear(let left, let nearness, let right, let range):
            guard let first = expression(left) else { return nil }
            guard let near = near(left, nearness, right, range) else {
                remark(.negatedNearnessLost("NOT " + nearness.written), at: range)
                return first
            }
            return .all(of: [first, Self.negated(near)])
        }
    }

    private mutating func remark(_ matter: Translation.Remark.Matter, at range: SourceRange) {
        remarks.append(Translation.Remark(matter, at: range))
    }

    private static func negated(_ part: Expression) -> Expression {
        if case .not(let inner) = part.kind { return inner }
        return Expression(.not(part))
    }

    // MARK: Distances

    /// The two near each other in each of their fields; nil where they are not words of the same fields.
    private mutating func near(
        _ left: ForeignNode,
        _ nearness: Expression.Nearness,
        _ right: ForeignNode,
        _ range: SourceRange
    ) -> Expression? {
        // What is no operand is found out before any of its words is read, and no more than so many are read in all.
        guard left.isOperand, right.isOperand, wordsRead < Self.mostWordsRead, let field = left.field,
            right.field == field, let first = operand(left), let second = operand(right)
        else { return nil }
        let proximity = Expression.Proximity(first, nearness, second)
        switch field {
        case .anywhere: return Expression(.near(proximity, nil))
        case .fields(let fields, _):
            guard fields.allSatisfy(\.hasPositions) else { return nil }
            return .any(of: fields.map { Expression(.near(proximity, $0)) })
        }
    }

    private mutating func operand(_ node: ForeignNode) -> Expression.Operand? {
        switch node {
        case .leaf(let leaf): return term(leaf).map { Expression.Operand(.term($0)) }
        case .joined(.or, let members):
            var parts: [Expression.Operand] = []
            for member in members {
                guard let part = operand(member) else { return nil }
                if case .anyOf(let inner) = part.kind { parts += inner } else { parts.append(part) }
            }
            return parts.count == 1 ? parts[0] : Expression.Operand(.anyOf(parts))
        case .near(let left, let nearness, let right, _):
            guard let first = operand(left), let second = operand(right) else { return nil }
            return Expression.Operand(.near(Expression.Proximity(first, nearness, second)))
        case .joined, .not, .notNear, .weighted: return nil
        }
    }

    /// The leaf as words of a text; nil where it is something else.
    private mutating func term(_ leaf: ForeignLeaf) -> Expression.Term? {
        wordsRead += 1
        guard leaf.relation == .equal, let text = words(leaf.value),
            let parsed = try? language.parse("TI=(" + text + ")").expression, case .term(let term, _) = parsed.kind
        else { return nil }
        return term
    }

    // MARK: Values

    private mutating func expression(_ leaf: ForeignLeaf) -> Expression? {
        switch (leaf.relation, leaf.value) {
        case (.any, .phrase(let text)), (.all, .phrase(let text)):
            let parts = text.split(separator: " ").compactMap { word in
                expression(one(syntax.pieces(word), of: leaf))
            }
            guard !parts.isEmpty else { return nil }
            return leaf.relation == .any ? .any(of: parts) : .all(of: parts)
        case (.within, .phrase(let text)):
            let ends = text.split { $0 == " " || $0 == "," }.filter { $0.lowercased() != "to" }.map(String.init)
            var range = leaf
            range.relation = .equal
            range.value = ends.count == 2 ? .interval(ends[0], ends[1]) : .phrase(text)
            return expression(range)
        default: break
        }
        var fields: [Field?] = [nil]
        var isExact = false
        if case .fields(let named, let alone)? = leaf.field { (fields, isExact) = (named, alone) }
        if leaf.relation != .equal, fields.contains(where: { $0?.kind != .date }) {
            remark(.unusedRelation(sign(leaf.relation)), at: leaf.range)
        }
        var parts: [Expression] = []
        var failure: QueryFailure?
        for field in fields {
            do throws(QueryFailure) {
                parts.append(try parsed(leaf, field, isExact: isExact))
            } catch {
                failure = failure ?? error
            }
        }
        guard parts.isEmpty else { return .any(of: parts) }
        let reason = failure?.message ?? QueryFailure.Problem.nothingToSearch.message
        remark(.unusable(typed(leaf.value), reason: reason), at: leaf.range)
        return nil
    }

    private func one(_ pieces: [Expression.Piece], of leaf: ForeignLeaf) -> ForeignLeaf {
        var one = leaf
        one.value = .word(pieces)
        one.relation = .equal
        return one
    }

    /// The leaf in one field, or in the box, as this language reads it.
    private func parsed(_ leaf: ForeignLeaf, _ field: Field?, isExact: Bool) throws(QueryFailure) -> Expression {
        var failure = QueryFailure(.onlyForDates, at: leaf.range)
        for (place, text) in candidates(leaf, field, isExact: isExact).enumerated() {
            do throws(QueryFailure) {
                return try language.parse(text).expression
            } catch {
                if place == 0 { failure = error }
            }
        }
        throw failure
    }

    /// Ways to write the leaf, the best first.
    private func candidates(_ leaf: ForeignLeaf, _ field: Field?, isExact: Bool) -> [String] {
        // Only dates have a first and a last.
        if case .interval = leaf.value, field?.kind != .date { return [] }
        guard let field else { return [words(leaf.value), quoted(typed(leaf.value))].compactMap(\.self) }
        let name = field.alias
        switch field.kind {
        case .date:
            if case .interval(let first, let last) = leaf.value {
                return ["\(name)=\(first.map(Self.date) ?? ""):\(last.map(Self.date) ?? "")"]
            }
            return [name + sign(leaf.relation) + Self.date(typed(leaf.value))]
        case .classification(let scheme):
            return [symbol(leaf, name, scheme, isExact: isExact)]
        case .number:
            let text = typed(leaf.value).filter { $0 != "_" && $0 != " " && $0 != "-" && $0 != "," }
            return [name + "=" + text]
        case .text, .name, .code, .region, .country:
            return [words(leaf.value).map { "\(name)=(\($0))" }, quoted(typed(leaf.value)).map { "\(name)=\($0)" }]
                .compactMap(\.self)
        }
    }

    private func sign(_ relation: ForeignRelation) -> String {
        switch relation {
        case .less: "<"
        case .atMost: "<="
        case .greater: ">"
        case .atLeast: ">="
        case .equal, .unequal, .any, .all, .within: "="
        }
    }

    /// A date as this language reads it: `01.02.2020` and `07/01/2020` begin with the day.
    private static func date(_ text: String) -> String {
        let parts = text.split { $0 == "." || $0 == "/" || $0 == "-" }
        guard (2...3).contains(parts.count), let year = parts.last, year.utf8.count == 4, parts[0].utf8.count <= 2
        else {
            return text.filter { $0 != " " }
        }
        return parts.reversed().joined(separator: "-")
    }

    /// A class; where the other system asks for the symbol alone, so does this.
    private func symbol(_ leaf: ForeignLeaf, _ name: String, _ scheme: FieldKind.Scheme, isExact: Bool) -> String {
        var text = typed(leaf.value).filter { $0 != " " }
        var isAlone = isExact && text.contains("/") && (scheme == .ipc || scheme == .cpc)
        if text.lowercased().hasSuffix("/low") {
            text.removeLast(4)
            isAlone = false
        }
        if text.hasSuffix("+") { isAlone = false }
        return (isAlone ? name + "X" : name) + "=" + text
    }

    /// The value as words of this language; nil where it has none.
    private func words(_ value: ForeignLeaf.Value) -> String? {
        switch value {
        case .word(let pieces):
            let text = pieces.map(Self.written).joined()
            return text.isEmpty ? nil : text
        case .phrase(let text): return quoted(text)
        case .interval: return nil
        }
    }

    /// Without the quotation marks that hold the text.
    private func quoted(_ text: String) -> String? {
        let bare = text.filter { $0 != "\"" && $0 != "「" && $0 != "」" }
        return bare.allSatisfy(\.isWhitespace) ? nil : "\"\(bare)\""
    }

    private func typed(_ value: ForeignLeaf.Value) -> String {
        switch value {
        case .word(let pieces): Self.plain(pieces)
        case .phrase(let text): text
        case .interval(let first, let last): "\(first ?? "*") TO \(last ?? "*")"
        }
    }

    private static func written(_ piece: Expression.Piece) -> String {
        guard case .text(let text) = piece else { return plain(piece) }
        let isPlain = text.unicodeScalars.allSatisfy { $0.isWordCharacter && !$0.isTruncation }
        return isPlain ? text : "\"\(text.filter { $0 != "\"" })\""
    }

    /// Pieces as they were typed, but for the signs of truncation.
    static func plain(_ pieces: [Expression.Piece]) -> String { pieces.map(plain).joined() }

    private static func plain(_ piece: Expression.Piece) -> String {
        switch piece {
        case .text(let text): text
        case .any: "+"
        case .one: "#"
        case .optional: "?"
        }
    }
}

extension ForeignNode {
    /// The field that all its leaves are asked in, the box where they have none; nil where they differ.
    fileprivate var field: ForeignField? {
        switch self {
        case .leaf(let leaf): return leaf.field ?? .anywhere
        case .joined(_, let members):
            guard let first = members.first?.field, members.allSatisfy({ $0.field == first }) else { return nil }
            return first
        case .not(let node), .weighted(let node, _): return node.field
        case .near(let left, _, let right, _), .notNear(let left, _, let right, _):
            guard let field = left.field, right.field == field else { return nil }
            return field
        }
    }
}

extension ForeignNode {
    /// Whether it has a place in a text, as far as its shape tells.
    fileprivate var isOperand: Bool {
        switch self {
        case .leaf(let leaf):
            if case .interval = leaf.value { return false }
            return leaf.relation == .equal
        case .joined(.or, let members): return members.allSatisfy(\.isOperand)
        case .near(let left, _, let right, _): return left.isOperand && right.isOperand
        case .joined, .not, .notNear, .weighted: return false
        }
    }
}
