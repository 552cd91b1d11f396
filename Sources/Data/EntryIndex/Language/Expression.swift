/// A query as the language understood it: a tree whose leaves say what is looked for and where.
///
/// Groups are flat (no `and` directly inside an `and`) and have two members or more; the parser and the builders
/// `all(of:)`, `any(of:)` and `oddly(_:)` keep it so. Equality compares meaning, not where something was typed.
package struct Expression: Sendable {
    /// What a node asks for.
    ///
    /// Where a field is nil the words stood without one, "in the box".
    package indirect enum Kind: Equatable, Sendable {
        /// Every record.
        case everything
        /// The records that have a value in the field.
        case has(Field)
        /// A word, phrase or pattern. In a field of kind `text` it is found in the text; in one of kind `name` it is
        /// part of a name, a pattern being the name from its first character to its last; in one of kind `code`,
        /// `region` or `country` it is the value. In the box it is looked for in texts and names.
        case term(Term, Field?)
        /// The number of a document; in the box any number, and a word too where `isAlsoText` says so.
        case number(Number, Field?)
        /// A period; in the box of any date.
        case date(DateRange, Field?)
        /// A class; in the box a class of any scheme it fits, or the text of it.
        case symbol(Symbol, Field?)
        /// Two operands near each other within one field; in the box within any one text or name field.
        case near(Proximity, Field?)
        /// An operand that occurs so many times in the record.
        case frequency(Frequency, Field?)
        /// The same records, with their score in this part multiplied.
        case weighted(Expression, by: Double)
        /// Records that all members find.
        case and([Expression])
        /// Records that at least one member finds.
        case or([Expression])
        /// Records that an odd number of members finds.
        case xor([Expression])
        /// Records that the member does not find.
        case not(Expression)
    }

    /// What is asked for.
    package var kind: Kind
    /// Where it was typed; of length 0 in a tree that nobody typed.
    package var range: SourceRange

    /// Makes a node.
    package init(_ kind: Kind, range: SourceRange = SourceRange(position: 0, length: 0)) {
        self.kind = kind
        self.range = range
    }

    /// All of them: flat, and the only one where there is one; everything where there is none.
    package static func all(of parts: [Expression]) -> Expression {
        joined(parts, none: .everything, Kind.and) { if case .and(let members) = $0 { members } else { nil } }
    }

    /// Any of them: flat, and the only one where there is one; nothing where there is none.
    package static func any(of parts: [Expression]) -> Expression {
        joined(parts, none: .not(Expression(.everything)), Kind.or) {
            if case .or(let members) = $0 { members } else { nil }
        }
    }

    /// An odd number of them: flat, and the only one where there is one; nothing where there is none.
    package static func oddly(_ parts: [Expression]) -> Expression {
        joined(parts, none: .not(Expression(.everything)), Kind.xor) {
            if case .xor(let members) = $0 { members } else { nil }
        }
    }

    private static func joined(
        _ parts: [Expression],
        none: Kind,
        _ group: ([Expression]) -> Kind,
        members: (Kind) -> [Expression]?
    ) -> Expression {
        guard let first = parts.first, let last = parts.last else { return Expression(none) }
        if parts.count == 1 { return first }
        let flat = parts.flatMap { members($0.kind) ?? [$0] }
        return Expression(group(flat), range: first.range.through(last.range))
    }
}

extension Expression: Equatable {
    package static func == (left: Expression, right: Expression) -> Bool {
        left.kind == right.kind
    }
}
