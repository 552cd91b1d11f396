package import Domain

/// One part of a query as it was understood, to be shown, edited or taken away.
package struct Chip: Hashable, Sendable {
    /// Where it is looked for: a field's name, or what the box made of it.
    package let label: Bilingual
    /// What is looked for, without the field.
    package let text: String
    /// The part as a query of its own.
    package let query: String
    /// The whole query without the part; empty where it was the only one.
    package let remainder: String
    /// Whether the part says what must not occur.
    package let isExclusion: Bool
    /// Where it was typed.
    package let range: SourceRange
}

extension ParsedQuery {
    /// The most parts that `chips(naming:)` tells apart.
    package static let mostChips = 64

    /// The query in its printed form, which reads as the same tree.
    package func printed(naming: FieldNaming = .alias) -> String { expression.printed(naming: naming) }

    /// The parts that all have to hold, in the order of the query; none for a query that asks for everything.
    ///
    /// Of more than `mostChips` parts the last chip holds the others.
    package func chips(naming: FieldNaming = .alias) -> [Chip] {
        var parts: [Expression]
        switch expression.kind {
        case .everything: return []
        case .and(let members): parts = members
        default: parts = [expression]
        }
        if parts.count > Self.mostChips {
            let others = Expression.all(of: Array(parts[(Self.mostChips - 1)...]))
            parts = Array(parts[..<(Self.mostChips - 1)]) + [others]
        }
        let printer = Printer(naming: naming)
        return parts.indices.map { place in
            var others = parts
            let part = others.remove(at: place)
            let written = printer.written(part)
            return Chip(
                label: part.label,
                text: written.inner,
                query: written.full,
                remainder: others.isEmpty ? "" : printer.print(Expression.all(of: others)),
                isExclusion: part.isNegation,
                range: part.range
            )
        }
    }
}

extension Expression {
    /// A query that reads as this tree.
    package func printed(naming: FieldNaming = .alias) -> String { Printer(naming: naming).print(self) }

    fileprivate var isNegation: Bool {
        if case .not = kind { true } else { false }
    }

    /// What all leaves look in, in words.
    fileprivate var label: Bilingual {
        let labels = leafLabels
        return labels.count == 1 ? labels[0] : Bilingual("组合条件", "Combined")
    }

    /// The different labels of the leaves, two at most.
    private var leafLabels: [Bilingual] {
        switch kind {
        case .and(let parts), .or(let parts), .xor(let parts):
            var labels: [Bilingual] = []
            for part in parts {
                for label in part.leafLabels where !labels.contains(label) { labels.append(label) }
                if labels.count > 1 { break }
            }
            return labels
        case .not(let part), .weighted(let part, _): return part.leafLabels
        case .everything: return [Bilingual("全部记录", "All records")]
        case .has(let field): return [field.label]
        case .term(_, let field), .near(_, let field), .frequency(_, let field):
            return [field?.label ?? Bilingual("文本与名称", "Texts and names")]
        case .number(let number, let field):
            let box = number.isAlsoText ? Bilingual("号码或文本", "Number or text") : Bilingual("号码", "Any number")
            return [field?.label ?? box]
        case .date(_, let field): return [field?.label ?? Bilingual("任一日期", "Any date")]
        case .symbol(_, let field): return [field?.label ?? Bilingual("分类号或文本", "Class or text")]
        }
    }
}
