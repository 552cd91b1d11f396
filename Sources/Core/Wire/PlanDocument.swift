package import Domain

/// A plan of public services with what carries its clauses out here, as `/plan.json`.
///
/// Chinese wordings stand as the paper prints them; English ones are translations made here.
package struct PlanDocument: Codable, Hashable, Sendable {
    package var name: String
    package var title: Bilingual
    /// The number of the paper, who issued it and when it was published; each left out where it is not known.
    package var number: String?
    package var issuer: Bilingual?
    package var published: PartialDate?
    package var from: PartialDate
    package var until: PartialDate
    /// How many clauses there are, and how many have a register or a page here.
    package var clauses: Int
    package var carriedOut: Int
    package var parts: [Part]
    /// The names of all plans here, the one that begins last first.
    package var plans: [String]

    package init(
        name: String,
        title: Bilingual,
        number: String?,
        issuer: Bilingual?,
        published: PartialDate?,
        from: PartialDate,
        until: PartialDate,
        parts: [Part],
        plans: [String]
    ) {
        self.name = name
        self.title = title
        self.number = number
        self.issuer = issuer
        self.published = published
        self.from = from
        self.until = until
        let all = parts.flatMap(\.clauses)
        clauses = all.count
        carriedOut = all.count { !$0.registers.isEmpty || !$0.pages.isEmpty }
        self.parts = parts
        self.plans = plans
    }

    /// A part with its clauses.
    package struct Part: Codable, Hashable, Sendable {
        package var number: Int
        package var title: Bilingual
        package var clauses: [Clause]

        package init(number: Int, title: Bilingual, clauses: [Clause]) {
            self.number = number
            self.title = title
            self.clauses = clauses
        }
    }

    /// A clause.
    package struct Clause: Codable, Hashable, Sendable {
        /// By what measures name it, and behind `#` addresses: `c07`.
        package var key: String
        package var number: Int
        package var title: Bilingual
        /// Who answers for it, as printed; left out where nothing is printed.
        package var units: String?
        package var targets: [Target]
        package var registers: [Place]
        package var pages: [Place]
        /// What indicators of the clause count in the nation today.
        package var figures: [Figure]
        /// Left out where no measures are kept that everybody may read.
        package var measures: Measures?

        package init(
            key: String,
            number: Int,
            title: Bilingual,
            units: String?,
            targets: [Target],
            registers: [Place],
            pages: [Place],
            figures: [Figure],
            measures: Measures?
        ) {
            self.key = key
            self.number = number
            self.title = title
            self.units = units
            self.targets = targets
            self.registers = registers
            self.pages = pages
            self.figures = figures
            self.measures = measures
        }
    }

    /// What a clause asks for.
    package struct Target: Codable, Hashable, Sendable {
        /// What is counted or done, in words of this node.
        package var title: Bilingual
        /// The words of the plan; left out for a target that the plan does not print.
        package var printed: String?
        /// The number; left out for what is done or not, and for a direction.
        package var value: Int?
        /// Whether more than the number is as good; left out without a number.
        package var least: Bool?
        package var unit: Bilingual?
        /// By when; left out for a direction.
        package var by: PartialDate?

        package init(
            title: Bilingual,
            printed: String?,
            value: Int?,
            least: Bool?,
            unit: Bilingual?,
            by: PartialDate?
        ) {
            self.title = title
            self.printed = printed
            self.value = value
            self.least = least
            self.unit = unit
            self.by = by
        }
    }

    /// A register or a page that carries a clause out.
    package struct Place: Codable, Hashable, Sendable {
        package var name: String
        /// What a register is called; left out for a page.
        package var title: Bilingual?
        /// Its address; left out for a register that only staff read.
        package var url: String?

        package init(name: String, title: Bilingual? = nil, url: String?) {
            self.name = name
            self.title = title
            self.url = url
        }
    }

    /// A figure that tells how far a clause is.
    package struct Figure: Codable, Hashable, Sendable {
        /// The name of the indicator.
        package var name: String
        package var title: Bilingual
        /// What one that is counted is called; left out where it has no word of its own.
        package var unit: Bilingual?
        package var value: IndicatorValueDocument
        /// Where everything behind it stands.
        package var url: String

        package init(name: String, title: Bilingual, unit: Bilingual?, value: IndicatorValueDocument, url: String) {
            self.name = name
            self.title = title
            self.unit = unit
            self.value = value
            self.url = url
        }
    }

    /// The measures of a clause.
    package struct Measures: Codable, Hashable, Sendable {
        package var records: Int
        package var samples: Int
        /// Where they are listed.
        package var url: String?

        package init(records: Int, samples: Int, url: String?) {
            self.records = records
            self.samples = samples
            self.url = url
        }
    }
}
