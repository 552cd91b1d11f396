/// Writes a tree as a query that reads as the same tree.
///
/// A group all of whose leaves are of one field is written with the field once: `TI=(a OR b)`. Operators are always
/// written out, brackets only where precedence asks for them.
struct Printer {
    let naming: FieldNaming

    /// How tightly what was written holds together.
    enum Level: Int, Comparable {
        case or, xor, and, not, near, modified, atom

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// The field that a stretch belongs to; nil in the box.
    struct Scope: Equatable {
        let field: Field?
        var isExact = false
    }

    /// A written stretch.
    struct Written {
        /// Without its field.
        let inner: String
        let innerLevel: Level
        /// The field of all its leaves; nil where they differ.
        let scope: Scope?
        /// With its field.
        let full: String
        let fullLevel: Level
    }

    /// Writes a tree.
    func print(_ expression: Expression) -> String {
        written(expression).full
    }

    /// Writes a pair of operands with an operator between them.
    func pair(
        _ left: Expression.Operand,
        _ name: String,
        _ right: Expression.Operand,
        in field: Field?
    ) -> String {
        scoped("\(bracketed(left)) \(name) \(bracketed(right))", .near, Scope(field: field)).full
    }

    func written(_ expression: Expression) -> Written {
        switch expression.kind {
        case .everything: scoped("*", .atom, Scope(field: nil))
        case .has(let field): scoped("*", .atom, Scope(field: field))
        case .term(let term, let field): scoped(text(term), .atom, Scope(field: field))
        case .number(let number, let field): scoped(text(number), .atom, Scope(field: field))
        case .date(let period, let field): scoped(text(period, inBox: field == nil), .atom, Scope(field: field))
        case .symbol(let symbol, let field):
            scoped(text(symbol), .atom, Scope(field: field, isExact: field != nil && symbol.reach == .exact))
        case .near(let proximity, let field): scoped(text(proximity), .near, Scope(field: field))
        case .frequency(let frequency, let field):
            scoped(text(frequency), .modified, Scope(field: field))
        case .weighted(let part, let factor): weighted(written(part), factor)
        case .and(let parts): joined(parts, " AND ", .and)
        case .or(let parts): joined(parts, " OR ", .or)
        case .xor(let parts): joined(parts, " XOR ", .xor)
        case .not(let part): negated(written(part))
        }
    }

    // MARK: Groups

    private func joined(_ parts: [Expression], _ sign: String, _ level: Level) -> Written {
        let members = parts.map(written)
        if let scope = members.first?.scope, members.allSatisfy({ $0.scope == scope }) {
            let inner = members.map { bracketed($0.inner, $0.innerLevel <= level) }.joined(separator: sign)
            return scoped(inner, level, scope)
        }
        let full = members.map { bracketed($0.full, $0.fullLevel <= level) }.joined(separator: sign)
        return Written(inner: full, innerLevel: level, scope: nil, full: full, fullLevel: level)
    }

    private func negated(_ part: Written) -> Written {
        func sign(_ text: String, _ level: Level) -> String {
            "NOT " + bracketed(text, level < .not || level == .near)
        }
        return Written(
            inner: sign(part.inner, part.innerLevel),
            innerLevel: .not,
            scope: part.scope,
            full: sign(part.full, part.fullLevel),
            fullLevel: .not
        )
    }

    private func weighted(_ part: Written, _ factor: Double) -> Written {
        let weight = factor == factor.rounded() ? String(Int(factor)) : String(factor)
        guard let scope = part.scope else {
            let full = "(\(part.full))^\(weight)"
            return Written(inner: full, innerLevel: .modified, scope: nil, full: full, fullLevel: .modified)
        }
        return scoped(bracketed(part.inner, part.innerLevel < .atom) + "^" + weight, .modified, scope)
    }

    private func scoped(_ inner: String, _ level: Level, _ scope: Scope) -> Written {
        guard let field = scope.field else {
            return Written(inner: inner, innerLevel: level, scope: scope, full: inner, fullLevel: level)
        }
        let name = naming.name(of: field, isExact: scope.isExact)
        let isCompared = level >= .modified && (inner.hasPrefix("<") || inner.hasPrefix(">"))
        let full = isCompared ? name + inner : "\(name)=\(bracketed(inner, level < .modified))"
        return Written(
            inner: inner,
            innerLevel: level,
            scope: scope,
            full: full,
            fullLevel: level == .modified ? level : .atom
        )
    }

    private func bracketed(_ text: String, _ needsBrackets: Bool) -> String {
        needsBrackets ? "(\(text))" : text
    }

    // MARK: Operands

    private func text(_ proximity: Expression.Proximity) -> String {
        "\(bracketed(proximity.left)) \(proximity.nearness.written) \(bracketed(proximity.right))"
    }

    private func text(_ frequency: Expression.Frequency) -> String {
        "\(bracketed(frequency.operand))/FREC\(frequency.comparison.rawValue)\(frequency.count)"
    }

    private func bracketed(_ operand: Expression.Operand) -> String {
        switch operand.kind {
        case .term(let term): text(term)
        case .anyOf(let members): "(" + members.map(bracketed).joined(separator: " OR ") + ")"
        case .near(let proximity): "(\(text(proximity)))"
        }
    }
}
