import Domain

extension Printer {
    func text(_ term: Expression.Term) -> String {
        switch term {
        case .word(let text): text
        case .phrase(let text): quoted(text)
        case .pattern(let pieces): pieces.map(text).joined()
        }
    }

    private func text(_ piece: Expression.Piece) -> String {
        switch piece {
        case .text(let text):
            text.unicodeScalars.allSatisfy { $0.isWordCharacter && !$0.isTruncation } ? text : quoted(text)
        case .any: "+"
        case .one: "#"
        case .optional: "?"
        }
    }

    /// A text in quotation marks that it does not hold itself.
    private func quoted(_ text: String) -> String {
        // Scalar by scalar, as the lexer reads: with an accent behind it a mark is part of another character.
        let scalars = text.unicodeScalars
        guard scalars.contains("\"") else { return "\"\(text)\"" }
        return scalars.contains("」") ? "『\(text)』" : "「\(text)」"
    }

    func text(_ number: Expression.Number) -> String {
        switch number.reach {
        case .whole: number.text
        case .beginning: number.text + "+"
        case .ending: "+" + number.text
        case .containing: "+" + number.text + "+"
        }
    }

    func text(_ symbol: Expression.Symbol) -> String {
        symbol.text + (symbol.reach == .beginning ? "+" : "")
    }

    /// A period with as few parts of its ends as say the same: `2019`, `2019-03`, `2018:2020-06`, `>=2019`.
    func text(_ period: Expression.DateRange, inBox: Bool) -> String {
        switch (period.first, period.last) {
        case (let first?, let last?):
            let from = shortest(first, isFirst: true)
            let through = shortest(last, isFirst: false)
            if inBox, !isBoxYear(first) || !isBoxYear(last) { return "[\(from) TO \(through)]" }
            if let one = singlePeriod(first, last) { return one }
            return "\(from):\(through)"
        case (let first?, nil): return ">=" + shortest(first, isFirst: true)
        case (nil, let last?): return "<=" + shortest(last, isFirst: false)
        case (nil, nil): return "*"
        }
    }

    private func isBoxYear(_ date: PartialDate) -> Bool {
        QueryLanguage.Options().boxYears.contains(date.year)
    }

    /// The year, month or day that two days bound.
    private func singlePeriod(_ first: PartialDate, _ last: PartialDate) -> String? {
        let candidates = [PartialDate(year: first.year), PartialDate(year: first.year, month: first.month), first]
        let whole = Expression.DateRange(from: first, through: last)
        return candidates.compactMap { $0 }.first { Expression.DateRange(from: $0, through: $0) == whole }?.description
    }

    private func shortest(_ day: PartialDate, isFirst: Bool) -> String {
        let candidates = [PartialDate(year: day.year), PartialDate(year: day.year, month: day.month)]
        let end = isFirst ? Expression.DateRange.firstDay : Expression.DateRange.lastDay
        return (candidates.compactMap { $0 }.first { end($0) == day } ?? day).description
    }
}
