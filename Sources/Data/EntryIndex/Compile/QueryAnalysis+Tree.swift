import Index
import Query
import Text

extension QueryAnalysis {
    /// Records that hold any of the readings in these fields.
    func tree(_ fields: FieldMask) -> QueryTree {
        let members = phrases.map { phrase -> QueryTree in
            guard phrase.isSingle, let slot = phrase.slots.first else {
                return .phrase(phrase.engineSlots, fields: fields)
            }
            return switch slot.match {
            case .terms(let terms) where terms.count == 1: .term(terms[0], fields: fields)
            case .terms(let terms): .anyOf(terms, fields: fields)
            case .pattern(let pattern): .expand(pattern.engine, fields: fields)
            }
        }
        return members.count == 1 ? members[0] : .or(members)
    }

    /// Places where any of the readings stands.
    var span: SpanTree { SpanTree.any(phrases.map(\.span)) }
}

extension SpanTree {
    /// What any of them finds; the only one where there is one.
    static func any(_ members: [SpanTree]) -> SpanTree { members.count == 1 ? members[0] : .anyOf(members) }

    /// The same places for counting: where several spellings begin at one place it counts once.
    var counted: SpanTree {
        switch self {
        case .word(.terms(let terms), _) where terms.count == 1: self
        case .phrase: self
        default: .starts(self)
        }
    }
}

extension QueryPhrase {
    /// Places where the phrase stands.
    var span: SpanTree {
        guard isSingle, let slot = slots.first else { return .phrase(engineSlots) }
        return .word(slot.slot.alternatives, width: slot.width)
    }

    /// The phrase as the engine takes it, with the places where no run of Han characters may end.
    var engineSlots: [Slot] {
        slots.map(\.slot)
            + unbroken.map { Slot(offset: $0, .terms([ReservedBytes.hanRunEnd]), width: 2, isAbsent: true) }
    }
}

extension QuerySlot {
    /// The slot as the engine takes it.
    var slot: Slot {
        switch match {
        case .terms(let terms): Slot(offset: offset, .terms(terms), width: width)
        case .pattern(let pattern): Slot(offset: offset, .pattern(pattern.engine), width: width)
        }
    }
}

extension TermPattern {
    /// The pattern as the engine takes it.
    var engine: Pattern {
        Pattern(
            elements.map { element in
                switch element {
                case .bytes(let bytes): .bytes(bytes)
                case .one: .one
                case .any(let maximum): .any(maximum: maximum)
                }
            }
        )
    }
}
