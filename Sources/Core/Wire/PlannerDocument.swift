package import Domain

/// `/figures/NAME/planner.json`: where what an indicator counts could come next.
package struct PlannerDocument: Codable, Hashable, Sendable {
    package var indicator: String
    package var region: String?
    /// By what the places are ordered: `people`, `enterprises`, or `code` where no numbers are entered.
    package var order: String
    package var places: [Place]
    package var sequence: Int64

    package init(indicator: String, region: String?, order: String, places: [Place], sequence: Int64) {
        self.indicator = indicator
        self.region = region
        self.order = order
        self.places = places
        self.sequence = sequence
    }

    /// A prefecture that has none.
    package struct Place: Codable, Hashable, Sendable {
        package var region: String
        package var title: Bilingual
        /// How many people and enterprises there are; left out where no number is entered.
        package var people: Int?
        package var enterprises: Int?
        /// The entry that says so.
        package var facts: String?
        package var nearest: Nearest?
        /// How many that count lie within 100 km in a straight line; left out where coordinates are missing.
        package var within: Int?
        package var awaited: [IndicatorDocument.Awaited]

        package init(
            region: String,
            title: Bilingual,
            people: Int?,
            enterprises: Int?,
            facts: String?,
            nearest: Nearest?,
            within: Int?,
            awaited: [IndicatorDocument.Awaited]
        ) {
            self.region = region
            self.title = title
            self.people = people
            self.enterprises = enterprises
            self.facts = facts
            self.nearest = nearest
            self.within = within
            self.awaited = awaited
        }
    }

    /// The nearest entry that counts.
    package struct Nearest: Codable, Hashable, Sendable {
        package var entry: String
        /// In a straight line.
        package var kilometres: Int

        package init(entry: String, kilometres: Int) {
            self.entry = entry
            self.kilometres = kilometres
        }
    }
}
