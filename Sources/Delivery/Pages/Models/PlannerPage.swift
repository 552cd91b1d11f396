package import Links

/// The page that proposes where what an indicator counts could come next.
package struct PlannerPage: Sendable {
    /// A prefecture that has none.
    package struct Place: Sendable {
        package var name: String
        package var link: IndicatorLink
        /// How many people and enterprises there are; nil where no number is entered.
        package var people: Int?
        package var enterprises: Int?
        /// The entry that says so.
        package var facts: RegisterLink?
        package var nearest: Nearest?
        /// How many that count lie within ``PlannerPage/radius``; nil where coordinates are missing.
        package var within: Int?
        package var awaited: [IndicatorPage.Awaited]

        package init(
            name: String,
            link: IndicatorLink,
            people: Int? = nil,
            enterprises: Int? = nil,
            facts: RegisterLink? = nil,
            nearest: Nearest? = nil,
            within: Int? = nil,
            awaited: [IndicatorPage.Awaited] = []
        ) {
            self.name = name
            self.link = link
            self.people = people
            self.enterprises = enterprises
            self.facts = facts
            self.nearest = nearest
            self.within = within
            self.awaited = awaited
        }
    }

    /// The nearest entry that counts.
    package struct Nearest: Sendable, Hashable {
        package var title: String
        package var link: RegisterLink
        package var kilometres: Int

        package init(title: String, link: RegisterLink, kilometres: Int) {
            self.title = title
            self.link = link
            self.kilometres = kilometres
        }
    }

    /// By what the places are ordered.
    package enum Order: String, Sendable, Hashable, CaseIterable {
        case people, enterprises, code
    }

    package var link: IndicatorLink
    package var title: String
    package var order: Order
    package var places: [Place]
    /// How many people, and enterprises, live where none is, as far as numbers are entered.
    package var people: Int
    package var enterprises: Int
    /// The register in which numbers are entered; nil where it is not published.
    package var register: RegisterLink?
    /// Within how many kilometres neighbours are counted.
    package var radius: Int

    package init(
        link: IndicatorLink,
        title: String,
        order: Order,
        places: [Place],
        people: Int = 0,
        enterprises: Int = 0,
        register: RegisterLink? = nil,
        radius: Int = 100
    ) {
        self.link = link
        self.title = title
        self.order = order
        self.places = places
        self.people = people
        self.enterprises = enterprises
        self.register = register
        self.radius = radius
    }
}
