extension Expression {
    /// Something that has places in a text: what may stand on either side of a proximity operator.
    package struct Operand: Sendable {
        /// The shapes of operands.
        package indirect enum Kind: Equatable, Sendable {
            /// A word, phrase or truncated word.
            case term(Term)
            /// Any of them, two or more; none is itself such a group.
            case anyOf([Operand])
            /// Two operands near each other.
            case near(Proximity)
        }

        /// What it is.
        package var kind: Kind
        /// Where it was typed.
        package var range: SourceRange

        /// Makes an operand.
        package init(_ kind: Kind, range: SourceRange = SourceRange(position: 0, length: 0)) {
            self.kind = kind
            self.range = range
        }
    }

    /// How near two operands have to be.
    ///
    /// They are always two different occurrences in one field, without a paragraph's end between them.
    package enum Nearness: Hashable, Sendable {
        /// `ADJn`: the second after the first, from the last position of the one to the first of the other at most so
        /// many positions; 1 is next to each other.
        case after(Int)
        /// `NEARn`: the same in any order.
        case within(Int)
        /// `WITH`.
        case sameSentence
        /// `SAME`.
        case sameParagraph
    }

    /// Two operands near each other.
    package struct Proximity: Equatable, Sendable {
        /// What stands before the operator.
        package let left: Operand
        /// What stands after it.
        package let right: Operand
        /// How near they have to be.
        package let nearness: Nearness

        /// Pairs two operands.
        package init(_ left: Operand, _ nearness: Nearness, _ right: Operand) {
            self.left = left
            self.right = right
            self.nearness = nearness
        }
    }

    /// How two values compare.
    package enum Comparison: String, Hashable, Sendable {
        case less = "<"
        case atMost = "<="
        case equal = "="
        case atLeast = ">="
        case greater = ">"
    }

    /// How often an operand has to occur in a record; a record without it is never found.
    package struct Frequency: Equatable, Sendable {
        /// What is counted.
        package let operand: Operand
        /// How the number of its occurrences compares with `count`.
        package let comparison: Comparison
        /// At least 1, or at least 0 after `greater`.
        package let count: Int

        /// Asks for so many occurrences.
        package init(_ operand: Operand, _ comparison: Comparison, _ count: Int) {
            self.operand = operand
            self.comparison = comparison
            self.count = count
        }
    }
}

extension Expression.Operand: Equatable {
    package static func == (left: Expression.Operand, right: Expression.Operand) -> Bool {
        left.kind == right.kind
    }
}
