package import Links

/// What the law says of a record: where it stands, what has happened, what comes next.
extension RecordPage {
    /// Legal state and state of the file, kept apart: an office may print "waiting for the annual fee" of a right in force.
    package struct Standing: Sendable, Hashable {
        /// The state of the right, in the language of the page.
        package var legal: StateChip
        /// The day since which it stands so.
        package var since: String?
        /// The state of the file at its office, as the source words it.
        package var business: String?
        /// The day of that.
        package var businessDate: String?
        /// What lies on the right now: a licence, a pledge; in the language of the page.
        package var encumbrances: [String]

        package init(
            legal: StateChip,
            since: String? = nil,
            business: String? = nil,
            businessDate: String? = nil,
            encumbrances: [String] = []
        ) {
            self.legal = legal
            self.since = since
            self.business = business
            self.businessDate = businessDate
            self.encumbrances = encumbrances
        }
    }

    /// What comes next by the statutes.
    package struct Outlook: Sendable, Hashable {
        /// The day from which it was looked ahead, `YYYY-MM-DD`.
        package var asOf: String
        /// The soonest first.
        package var steps: [Step]
        /// The fees of every year; nil for a right that has none.
        package var fees: FeesLink?

        package init(asOf: String, steps: [Step], fees: FeesLink? = nil) {
            self.asOf = asOf
            self.steps = steps
            self.fees = fees
        }
    }

    /// One thing to do, or that happens by itself.
    package struct Step: Sendable, Hashable {
        /// What it is; the table of texts has each as `outlook.KIND`.
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case requestExamination, restore, payFee, payFeeLate, renew, renewLate, expire
        }

        package var kind: Kind
        /// The last day, `YYYY-MM-DD`; nil where it counts from a day that no record holds.
        package var day: String?
        /// The first day, where there is one.
        package var firstDay: String?
        /// The year of the term that an annual fee is for.
        package var year: Int?
        /// The full annual fee in yuan.
        package var fee: Int?
        /// Of a restoration: the day on which the time for it ends at the earliest, where that is known.
        package var earliestEnd: String?
        /// Of a restoration: the last day even in a case of force majeure, where that is known.
        package var latestEnd: String?
        /// The provision, in the language of the page.
        package var basis: String

        package init(
            _ kind: Kind,
            day: String?,
            firstDay: String? = nil,
            year: Int? = nil,
            fee: Int? = nil,
            earliestEnd: String? = nil,
            latestEnd: String? = nil,
            basis: String
        ) {
            self.kind = kind
            self.day = day
            self.firstDay = firstDay
            self.year = year
            self.fee = fee
            self.earliestEnd = earliestEnd
            self.latestEnd = latestEnd
            self.basis = basis
        }
    }

    /// A line of the legal history.
    package struct Event: Sendable, Hashable {
        package var date: String?
        /// What happened, in plain words.
        package var title: String
        package var details: String?
        /// Who says so: the file, and the code of the event in data exchange.
        package var source: String?

        package init(date: String?, title: String, details: String? = nil, source: String? = nil) {
            self.date = date
            self.title = title
            self.details = details
            self.source = source
        }
    }
}
