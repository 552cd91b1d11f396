package import Links

/// The page that works out the term and the annual fees of a right.
package struct FeesPage: Sendable {
    package var link: FeesLink
    /// What came out; nil for the form alone.
    package var outcome: Outcome?

    package init(link: FeesLink, outcome: Outcome? = nil) {
        self.link = link
        self.outcome = outcome
    }

    /// What came out.
    package enum Outcome: Sendable, Hashable {
        case found(Fees)
        /// A line of the form that cannot be used: `right`, `payer`, `filed` or `granted`.
        case refused(field: String)
    }

    /// Term and fees; days as `YYYY-MM-DD`, amounts in yuan.
    package struct Fees: Sendable, Hashable {
        package var lastDay: String
        /// Years of the term.
        package var length: Int
        package var total: Int
        /// The day as of which the amounts were in force.
        package var validOn: String
        package var years: [Year]

        package init(lastDay: String, length: Int, total: Int, validOn: String, years: [Year]) {
            self.lastDay = lastDay
            self.length = length
            self.total = total
            self.validOn = validOn
            self.years = years
        }
    }

    /// One year of the term.
    package struct Year: Sendable, Hashable {
        package var number: Int
        package var firstDay: String
        package var lastDay: String
        package var fullFee: Int
        /// What is to be paid; nil for a year before the grant.
        package var fee: Int?
        package var dueDay: String?
        package var lastGraceDay: String?

        package init(
            number: Int,
            firstDay: String,
            lastDay: String,
            fullFee: Int,
            fee: Int?,
            dueDay: String?,
            lastGraceDay: String?
        ) {
            self.number = number
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.fullFee = fullFee
            self.fee = fee
            self.dueDay = dueDay
            self.lastGraceDay = lastGraceDay
        }
    }
}
