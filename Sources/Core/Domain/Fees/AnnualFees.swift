/// The annual fees of a Chinese patent, utility model or design: for each year of its term how much, and until when.
///
/// Years count from the filing date: year 1 begins on it, year n on its anniversary n - 1. The fee of the year of the
/// grant is paid with the registration; that of each later year falls due on the anniversary with which the year begins.
/// Amounts are those in force on ``validOn``; an authority's notice goes before them.
///
/// **Units** whole yuan (CNY).
///
/// **Source** CNIPA's schedule of patent fees; 发改价格〔2022〕465号 for years 11 to 15 of designs; Guidelines for Patent
/// Examination (2023), part V chapter 9, for days, late fees and the day of expiry; Measures for the reduction of patent
/// fees for shares and years.
package struct AnnualFees: Hashable, Sendable {
    /// Who pays: the reduction that the office has granted.
    package enum Payer: String, CaseIterable, Hashable, Sendable {
        /// The full fee.
        case full
        /// One person or body to whom it was granted: 85 % less.
        case one
        /// Several to whom it was granted: 70 % less.
        case several

        /// The share that remains to be paid; percent.
        package var percent: Int {
            switch self {
            case .full: 100
            case .one: 15
            case .several: 30
            }
        }
    }

    /// One year of the term.
    package struct Year: Hashable, Sendable {
        /// From 1.
        package let number: Int
        package let firstDay: PartialDate
        package let lastDay: PartialDate
        /// The full fee.
        package let fullFee: Int
        /// What is to be paid; nil for a year before the grant, for which nothing is.
        package let fee: Int?
        /// The last day to pay without a late fee; nil where nothing is to be paid, and for the fee that is paid with the
        /// registration.
        package let dueDay: PartialDate?
        /// The last day to pay with a late fee, six months later.
        package let lastGraceDay: PartialDate?
    }

    /// The day as of which the amounts were in force.
    package static let validOn = "2024-01-20"

    /// Late fees in percent of the full fee by the month after the due day, from the first.
    package static let latePercents = [0, 5, 10, 15, 20, 25]

    /// For so many years from the year of the grant fees are reduced.
    package static let reducedYears = 10

    /// The term.
    package let term: ProtectionTerm
    /// Every year of the term.
    package let years: [Year]

    /// Works out the fees; nil for other rights, for a filing date for which no term is known, and for a grant outside the
    /// term.
    ///
    /// - Parameters:
    ///   - right: Patent, utility model or design.
    ///   - filingDay: The filing date, known to the day.
    ///   - grantDay: The day of the grant; where it is nil every year is taken to be payable, and none to be reduced.
    ///   - payer: Who pays.
    package init?(
        of right: RightKind,
        filedOn filingDay: PartialDate,
        grantedOn grantDay: PartialDate? = nil,
        payer: Payer = .full
    ) {
        guard let bands = Self.bands[right], let term = ProtectionTerm(of: right, from: filingDay) else { return nil }
        let firstDays = (0...term.years).compactMap { filingDay.adding(years: $0) }
        guard firstDays.count == term.years + 1 else { return nil }
        var grantYear: Int?
        if let grantDay {
            guard grantDay.day != nil, let year = firstDays.lastIndex(where: { $0 <= grantDay }), year < term.years
            else {
                return nil
            }
            grantYear = year + 1
        }
        self.term = term
        years = (1...term.years).map { number in
            let full = bands.first { $0.years.contains(number) }?.fee ?? 0
            let isPayable = number >= grantYear ?? 1
            let isReduced = grantYear.map { number < $0 + Self.reducedYears } ?? false
            let isDue = isPayable && number > grantYear ?? 1
            let due = isDue ? firstDays[number - 1] : nil
            return Year(
                number: number,
                firstDay: firstDays[number - 1],
                lastDay: number == term.years ? term.lastDay : firstDays[number].dayBefore ?? term.lastDay,
                fullFee: full,
                fee: isPayable ? (isReduced ? full * payer.percent / 100 : full) : nil,
                dueDay: due,
                lastGraceDay: due?.adding(months: 6)
            )
        }
    }

    /// Everything that is to be paid over the term.
    package var total: Int { years.reduce(0) { $0 + ($1.fee ?? 0) } }

    private struct Band: Sendable {
        let years: ClosedRange<Int>
        let fee: Int
    }

    private static let shortBands = [
        Band(years: 1...3, fee: 600), Band(years: 4...5, fee: 900), Band(years: 6...8, fee: 1_200),
        Band(years: 9...10, fee: 2_000),
    ]

    private static let bands: [RightKind: [Band]] = [
        .patent: [
            Band(years: 1...3, fee: 900), Band(years: 4...6, fee: 1_200), Band(years: 7...9, fee: 2_000),
            Band(years: 10...12, fee: 4_000), Band(years: 13...15, fee: 6_000), Band(years: 16...20, fee: 8_000),
        ],
        .utilityModel: shortBands,
        .design: shortBands + [Band(years: 11...15, fee: 3_000)],
    ]
}

extension PartialDate {
    /// The same day so many years later, of 29 February in a common year the 28th; nil beyond the year 9999 and where the
    /// day is unknown.
    func adding(years: Int) -> PartialDate? {
        guard let month, let day else { return nil }
        return PartialDate(year: year + years, month: month, day: min(day, Self.days(in: month, of: year + years)))
    }

    /// The same day so many months later, the last of the month where it has no such day; nil as above.
    func adding(months: Int) -> PartialDate? {
        guard let month, let day else { return nil }
        let (years, rest) = (month - 1 + months).quotientAndRemainder(dividingBy: 12)
        return PartialDate(
            year: year + years,
            month: rest + 1,
            day: min(day, Self.days(in: rest + 1, of: year + years))
        )
    }

    /// The day before; nil where the day is unknown and before the year 1.
    var dayBefore: PartialDate? {
        guard let month, let day else { return nil }
        if day > 1 { return PartialDate(year: year, month: month, day: day - 1) }
        guard month > 1 else { return PartialDate(year: year - 1, month: 12, day: 31) }
        return PartialDate(year: year, month: month - 1, day: Self.days(in: month - 1, of: year))
    }
}
