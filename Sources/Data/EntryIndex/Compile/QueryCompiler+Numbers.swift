import Domain
import Index
import Query

/// Numbers and dates.
extension QueryCompiler {
    func number(_ number: Expression.Number, _ field: Field?, at range: SourceRange) throws(QueryFailure) -> QueryTree {
        let kinds = field?.numberKinds ?? Field.boxNumbers
        if let field, kinds.isEmpty { note(.fieldWithoutData(field)) }
        var parts = kinds.flatMap { NumberQuestion(number, $0).parts }
        if field == nil, number.isAlsoText {
            parts.append(try term(.phrase(number.text), nil, at: range))
        }
        return .or(parts)
    }

    func date(_ period: Expression.DateRange, _ field: Field?) -> QueryTree {
        guard let field else { return .or(Field.boxDates.map { Self.date(period, $0) }) }
        guard let column = field.dateColumn else {
            note(.fieldWithoutData(field))
            return .none
        }
        return Self.date(period, column)
    }

    private static func date(_ period: Expression.DateRange, _ column: Column) -> QueryTree {
        let numbers = period.numbers
        guard !column.isNumber else { return .numbers(column: column.rawValue, numbers) }
        let (low, high) = (IndexedFacts.label(numbers.lowerBound), IndexedFacts.label(numbers.upperBound))
        return .ordinals(column: column.rawValue, .range(low: low, high: high))
    }
}
