package import Domain

/// The term and the annual fees of a right, as `/fees.json`; yuan and days.
package struct FeesDocument: Codable, Hashable, Sendable {
    package var right: RightKind
    /// `full`, `one` or `several`.
    package var payer: String
    /// The first and the last day of the term.
    package var firstDay: PartialDate
    package var lastDay: PartialDate
    /// The day as of which the amounts were in force.
    package var validOn: String
    /// Late fees in percent of the full fee by the month after the due day.
    package var latePercents: [Int]
    /// Everything that is to be paid over the term.
    package var total: Int
    package var years: [YearDocument]

    /// Describes the fees of a right.
    package init(_ fees: AnnualFees, right: RightKind, payer: AnnualFees.Payer) {
        self.right = right
        self.payer = payer.rawValue
        firstDay = fees.term.firstDay
        lastDay = fees.term.lastDay
        validOn = AnnualFees.validOn
        latePercents = AnnualFees.latePercents
        total = fees.total
        years = fees.years.map { year in
            YearDocument(
                year: year.number,
                firstDay: year.firstDay,
                lastDay: year.lastDay,
                fullFee: year.fullFee,
                fee: year.fee,
                due: year.dueDay,
                lastGraceDay: year.lastGraceDay
            )
        }
    }

    /// One year of the term.
    package struct YearDocument: Codable, Hashable, Sendable {
        package var year: Int
        package var firstDay: PartialDate
        package var lastDay: PartialDate
        package var fullFee: Int
        /// What is to be paid; left out for a year before the grant.
        package var fee: Int?
        /// The last day to pay without a late fee; left out where there is none.
        package var due: PartialDate?
        /// The last day to pay with a late fee.
        package var lastGraceDay: PartialDate?
    }
}
