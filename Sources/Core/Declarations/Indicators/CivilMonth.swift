package import Domain

/// A month of the calendar, as figures are told by it.
package struct CivilMonth: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Months since January of the year 0.
    package let index: Int

    /// The month with this index.
    package init(index: Int) { self.index = index }

    /// The month of a date; nil where its month is not known.
    package init?(_ date: PartialDate) {
        guard let month = date.month else { return nil }
        index = date.year * 12 + month - 1
    }

    /// The month of a moment in China, in microseconds UTC; nil outside the years 1 to 9999.
    package init?(inChinaAt microseconds: Int64) {
        guard let date = PartialDate(inChinaAt: microseconds) else { return nil }
        self.init(date)
    }

    /// The month of `2025-06`; nil for what is none.
    package init?(_ text: String) {
        guard text.utf8.count == 7, let date = PartialDate(iso: text) else { return nil }
        self.init(date)
    }

    /// As `2025-06`.
    package var description: String {
        PartialDate(year: index / 12, month: index % 12 + 1)?.description ?? ""
    }

    package static func < (left: CivilMonth, right: CivilMonth) -> Bool { left.index < right.index }
}
