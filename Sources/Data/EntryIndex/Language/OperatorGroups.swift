/// The operands of one bracket, grouped as the operators between them bind.
struct OperatorGroups {
    private var conjuncts: [Part] = []
    private var exclusives: [Part] = []
    private var alternatives: [Part] = []

    /// Whether an operand has to come next, there being none since the beginning, an operator or a comma.
    var isClosed: Bool { conjuncts.isEmpty }

    /// Takes an operand; side by side with the one before, or after AND.
    mutating func add(_ part: Part) {
        conjuncts.append(part)
    }

    /// Takes an operator between two operands.
    mutating func apply(_ joiner: Token.Joiner) {
        switch joiner {
        case .or: closeAlternative()
        case .xor: closeExclusive()
        case .and, .not, .near: break
        }
    }

    /// Ends an alternative, as OR and a comma do.
    mutating func closeAlternative() {
        closeExclusive()
        guard !exclusives.isEmpty else { return }
        alternatives.append(
            exclusives.count == 1 ? exclusives[0] : Part.joined(exclusives, .negation, Expression.oddly)
        )
        exclusives = []
    }

    /// Everything as one part; nil when there is nothing.
    mutating func finish() -> Part? {
        closeAlternative()
        switch alternatives.count {
        case 0: return nil
        case 1: return alternatives[0]
        default: return Part.alternatives(alternatives)
        }
    }

    private mutating func closeExclusive() {
        guard !conjuncts.isEmpty else { return }
        exclusives.append(conjuncts.count == 1 ? conjuncts[0] : Part.joined(conjuncts, .andGroup, Expression.all))
        conjuncts = []
    }
}
