package import Domain

/// `/figures.json`: what each indicator counts in the nation.
package struct IndicatorsDocument: Codable, Hashable, Sendable {
    package var indicators: [IndicatorFigureDocument]

    package init(indicators: [IndicatorFigureDocument]) {
        self.indicators = indicators
    }
}

/// The figure of an indicator in the nation or a division.
package struct IndicatorFigureDocument: Codable, Hashable, Sendable {
    package var name: String
    package var title: Bilingual
    package var help: Bilingual?
    /// Which version of the definition is in force, from 1.
    package var version: Int64
    /// The plan and clause that it tells of, and who answers for it, as printed; left out where none is published.
    package var plan: String?
    package var clause: String?
    package var units: String?
    /// Who answers for the figure; left out where the definition names nobody.
    package var owner: Bilingual?
    /// The register whose entries count.
    package var register: String
    /// Six digits; left out for the nation.
    package var region: String?
    /// The month at whose end it counted, as `2025-06`; left out for now.
    package var month: String?
    /// What one that is counted is called; left out where it has no word of its own.
    package var unit: Bilingual?
    package var value: IndicatorValueDocument
    /// How many have each code by which the count is told apart.
    package var parts: [Part]
    package var target: Target?
    /// The state of the log that it was counted from, and when that was.
    package var sequence: Int64
    package var counted: String

    package init(
        name: String,
        title: Bilingual,
        help: Bilingual?,
        version: Int64,
        plan: String?,
        clause: String?,
        units: String?,
        owner: Bilingual?,
        register: String,
        region: String?,
        month: String?,
        unit: Bilingual?,
        value: IndicatorValueDocument,
        parts: [Part],
        target: Target?,
        sequence: Int64,
        counted: String
    ) {
        self.name = name
        self.title = title
        self.help = help
        self.version = version
        self.plan = plan
        self.clause = clause
        self.units = units
        self.owner = owner
        self.register = register
        self.region = region
        self.month = month
        self.unit = unit
        self.value = value
        self.parts = parts
        self.target = target
        self.sequence = sequence
        self.counted = counted
    }

    /// How many have a code.
    package struct Part: Codable, Hashable, Sendable {
        package var code: String
        package var title: Bilingual
        package var count: Int

        package init(code: String, title: Bilingual, count: Int) {
            self.code = code
            self.title = title
            self.count = count
        }
    }

    /// What is to be reached.
    package struct Target: Codable, Hashable, Sendable {
        /// A count, or percent.
        package var least: Int
        package var by: PartialDate
        /// How many are missing, by each denominator; of a count one number; null where the figure does not apply.
        ///
        /// Left out below the nation, for which the target is.
        package var missing: [Int?]?

        package init(least: Int, by: PartialDate, missing: [Int?]?) {
            self.least = least
            self.by = by
            self.missing = missing
        }
    }
}

/// What an indicator counts in one place at one time.
package struct IndicatorValueDocument: Codable, Hashable, Sendable {
    package var count: Int
    /// By each denominator; none for a count.
    package var shares: [Share]

    package init(count: Int, shares: [Share]) {
        self.count = count
        self.shares = shares
    }

    /// A share; only its denominator where it does not apply.
    package struct Share: Codable, Hashable, Sendable {
        /// What it is divided by.
        package var title: Bilingual
        package var count: Int?
        package var all: Int?
        /// With one decimal, as `55.9`.
        package var percent: String?

        package init(title: Bilingual, count: Int?, all: Int?, percent: String?) {
            self.title = title
            self.count = count
            self.all = all
            self.percent = percent
        }
    }
}

/// `/figures/NAME.json`: an indicator with everything behind its figure.
package struct IndicatorDocument: Codable, Hashable, Sendable {
    package var figure: IndicatorFigureDocument
    /// The figures right below, in the order of codes.
    package var places: [Place]
    /// Divisions of the counted level that lack what is counted.
    package var gaps: [Gap]
    /// Whether everybody may know the entries behind the figure.
    package var open: Bool
    /// How many entries there are behind the figure, and the page of them that was asked for.
    package var total: Int
    package var page: Int
    package var entries: [String]
    /// The value at the end of each month, the first month first; the last is that of the count.
    package var trend: [Month]
    /// The versions of the definition.
    package var changes: [Change]

    package init(
        figure: IndicatorFigureDocument,
        places: [Place],
        gaps: [Gap],
        open: Bool,
        total: Int,
        page: Int,
        entries: [String],
        trend: [Month],
        changes: [Change]
    ) {
        self.figure = figure
        self.places = places
        self.gaps = gaps
        self.open = open
        self.total = total
        self.page = page
        self.entries = entries
        self.trend = trend
        self.changes = changes
    }

    /// The figure of a division.
    package struct Place: Codable, Hashable, Sendable {
        package var region: String
        package var title: Bilingual
        package var value: IndicatorValueDocument
        /// Whether the register has any entry there; where it has none, nothing is known.
        package var known: Bool

        package init(region: String, title: Bilingual, value: IndicatorValueDocument, known: Bool) {
            self.region = region
            self.title = title
            self.value = value
            self.known = known
        }
    }

    /// A division that lacks what is counted.
    package struct Gap: Codable, Hashable, Sendable {
        package var region: String
        package var title: Bilingual
        /// What is planned there or stands still.
        package var awaited: [Awaited]

        package init(region: String, title: Bilingual, awaited: [Awaited]) {
            self.region = region
            self.title = title
            self.awaited = awaited
        }
    }

    /// An entry that would count but for its state.
    package struct Awaited: Codable, Hashable, Sendable {
        package var entry: String
        package var state: String?

        package init(entry: String, state: String?) {
            self.entry = entry
            self.state = state
        }
    }

    /// The value at the end of a month.
    package struct Month: Codable, Hashable, Sendable {
        /// As `2025-06`.
        package var month: String
        /// By the definition in force today.
        package var value: IndicatorValueDocument
        /// By the definition that was in force then; left out where that is not known.
        package var then: Then?

        package init(month: String, value: IndicatorValueDocument, then: Then?) {
            self.month = month
            self.value = value
            self.then = then
        }
    }

    /// The value by a definition of its time.
    package struct Then: Codable, Hashable, Sendable {
        package var version: Int64
        package var count: Int
        /// By each denominator that this definition had; null where it did not apply.
        package var percents: [String?]

        package init(version: Int64, count: Int, percents: [String?]) {
            self.version = version
            self.count = count
            self.percents = percents
        }
    }

    /// A version of the definition.
    package struct Change: Codable, Hashable, Sendable {
        package var version: Int64
        package var published: String
        /// Whether it counts otherwise than the one before.
        package var countsOtherwise: Bool

        package init(version: Int64, published: String, countsOtherwise: Bool) {
            self.version = version
            self.published = published
            self.countsOtherwise = countsOtherwise
        }
    }
}
