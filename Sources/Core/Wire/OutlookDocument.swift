package import Domain

/// What comes next for a right by the statutes, whether or not a fee was paid or a request made since the record was.
package struct OutlookDocument: Codable, Hashable, Sendable {
    /// The day from which it was looked ahead.
    package var asOf: PartialDate
    /// The soonest first.
    package var steps: [StepDocument]

    /// Describes an outlook.
    package init(_ outlook: LegalOutlook) {
        asOf = outlook.asOf
        steps = outlook.steps.map { step in
            StepDocument(
                kind: step.kind.rawValue,
                from: step.firstDay,
                day: step.day,
                year: step.year,
                fee: step.fee,
                earliestEnd: step.earliestEnd,
                latestEnd: step.latestEnd,
                basis: step.basis
            )
        }
    }

    /// One thing to do, or that happens by itself.
    package struct StepDocument: Codable, Hashable, Sendable {
        /// `requestExamination`, `restore`, `payFee`, `payFeeLate`, `renew`, `renewLate` or `expire`.
        package var kind: String
        /// The first day to do it; left out where there is none.
        package var from: PartialDate?
        /// The last day to do it, or of the term; left out where it counts from a day that no record holds.
        package var day: PartialDate?
        /// The year of the term that an annual fee is for, from 1.
        package var year: Int?
        /// The full fee in yuan.
        package var fee: Int?
        /// The day on which the time for a restoration ends at the earliest; left out where that is not known.
        package var earliestEnd: PartialDate?
        /// The last day for a restoration even in a case of force majeure; left out where that is not known.
        package var latestEnd: PartialDate?
        /// The provision.
        package var basis: Bilingual
    }
}
