import Domain

@testable import EntryIndex

/// Trees written by hand.
extension Expression {
    static func word(_ text: String, _ field: Field? = nil) -> Expression { Expression(.term(.word(text), field)) }
    static func phrase(_ text: String, _ field: Field? = nil) -> Expression { Expression(.term(.phrase(text), field)) }
    static func pattern(_ pieces: [Piece], _ field: Field? = nil) -> Expression {
        Expression(.term(.pattern(pieces), field))
    }
    static func number(_ text: String, _ field: Field? = nil, _ reach: Number.Reach = .whole) -> Expression {
        Expression(.number(Number(text, reach: reach), field))
    }
    static func symbol(_ text: String, _ field: Field? = nil, _ reach: Symbol.Reach = .subtree) -> Expression {
        Expression(.symbol(Symbol(text, reach: reach), field))
    }
    static func and(_ parts: Expression...) -> Expression { Expression(.and(parts)) }
    static func or(_ parts: Expression...) -> Expression { Expression(.or(parts)) }
    static func xor(_ parts: Expression...) -> Expression { Expression(.xor(parts)) }
    static func not(_ part: Expression) -> Expression { Expression(.not(part)) }
    static func near(_ left: Operand, _ nearness: Nearness, _ right: Operand, _ field: Field? = nil) -> Expression {
        Expression(.near(Proximity(left, nearness, right), field))
    }
    static let everything = Expression(.everything)
}

extension Expression.Operand {
    static func word(_ text: String) -> Expression.Operand { Expression.Operand(.term(.word(text))) }
    static func phrase(_ text: String) -> Expression.Operand { Expression.Operand(.term(.phrase(text))) }
    static func pattern(_ pieces: [Expression.Piece]) -> Expression.Operand {
        Expression.Operand(.term(.pattern(pieces)))
    }
    static func any(_ members: Expression.Operand...) -> Expression.Operand { Expression.Operand(.anyOf(members)) }
    static func near(
        _ left: Expression.Operand,
        _ nearness: Expression.Nearness,
        _ right: Expression.Operand
    ) -> Expression.Operand {
        Expression.Operand(.near(Expression.Proximity(left, nearness, right)))
    }
}

/// Shorthands of the suites.
enum Reading {
    /// The tree of a query that has to be understood.
    static func tree(_ text: String) throws -> Expression { try QueryLanguage().parse(text).expression }

    /// The refusal of a query that must not be understood; nil when it is.
    static func refusal(_ text: String, options: QueryLanguage.Options = .init()) -> QueryFailure? {
        do {
            _ = try QueryLanguage(options: options).parse(text)
            return nil
        } catch {
            return error
        }
    }

    /// A day.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
        PartialDate(year: year, month: month, day: day)
    }

    /// A period of days.
    static func period(_ first: PartialDate?, _ last: PartialDate?, _ field: Field? = nil) throws -> Expression {
        guard let range = Expression.DateRange(from: first, through: last) else { throw Unwritable() }
        return Expression(.date(range, field))
    }

    /// A test that wrote a period that is none.
    struct Unwritable: Error {}
}
