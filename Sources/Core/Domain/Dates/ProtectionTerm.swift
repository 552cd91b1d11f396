/// How long a right lasts in China, for display; fees, extensions and invalidation are not looked at.
///
/// **Source** Patent Law article 42 and its earlier versions, Trademark Law article 39; a design filed before
/// 2021-06-01 keeps ten years. Applications filed before 1993 had other terms, which are not given here.
package struct ProtectionTerm: Hashable, Sendable {
    /// The day from which the term counts: filing for patents and designs, registration for marks.
    package let firstDay: PartialDate
    /// The last day of the term.
    package let lastDay: PartialDate
    /// The length in years.
    package let years: Int

    /// The term of a right of which this day is the first: the filing date, or a mark's registration date.
    ///
    /// - Returns: nil for rights without a fixed term, for days not fully known, and before the first rule.
    package init?(of right: RightKind, from firstDay: PartialDate) {
        guard firstDay.day != nil, let years = Self.years(of: right, from: firstDay),
            let lastDay = Self.lastDay(firstDay, years: years)
        else { return nil }
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.years = years
    }

    /// One rule: from a first day on, until the next rule for the same right.
    private struct Rule: Sendable {
        let right: RightKind
        /// `yyyymmdd`.
        let from: Int64
        let years: Int
    }

    private static let rules = [
        Rule(right: .patent, from: 1993_01_01, years: 20),
        Rule(right: .utilityModel, from: 1993_01_01, years: 10),
        Rule(right: .design, from: 1993_01_01, years: 10),
        Rule(right: .design, from: 2021_06_01, years: 15),
        Rule(right: .trademark, from: 1983_03_01, years: 10),
    ]

    private static func years(of right: RightKind, from day: PartialDate) -> Int? {
        rules.last { $0.right == right && $0.from <= day.number }?.years
    }

    /// The day before the same day so many years later; a term from 29 February ends on 28 February.
    private static func lastDay(_ first: PartialDate, years: Int) -> PartialDate? {
        guard let month = first.month, let day = first.day else { return nil }
        let year = first.year + years
        let previous = day - 1
        if previous > 0 {
            return PartialDate(year: year, month: month, day: min(previous, PartialDate.days(in: month, of: year)))
        }
        guard month > 1 else { return PartialDate(year: year - 1, month: 12, day: 31) }
        return PartialDate(year: year, month: month - 1, day: PartialDate.days(in: month - 1, of: year))
    }
}
