package import Links

/// The nearest places that can help.
package struct NetworkPage: Sendable {
    package var link: NetworkLink
    /// The registers of places; empty where the node has none.
    package var registers: [Register]
    /// What a place may offer, field by field.
    package var needs: [Need]
    /// What of the question could not be read; then nothing was looked for.
    package var refusal: Refusal?
    package var found: Found?

    /// A register of places.
    package struct Register: Sendable, Hashable {
        package var name: String
        package var label: String

        package init(name: String, label: String) {
            self.name = name
            self.label = label
        }
    }

    /// A field with the values that places have, and how many have each.
    package struct Need: Sendable {
        /// The name of the field.
        package var field: String
        package var label: String
        /// Whether it is about access for people with disabilities, which stands among the further conditions.
        package var isAccess: Bool
        package var values: [(code: String, label: String, count: Int)]

        package init(
            field: String,
            label: String,
            isAccess: Bool,
            values: [(code: String, label: String, count: Int)]
        ) {
            self.field = field
            self.label = label
            self.isAccess = isAccess
            self.values = values
        }
    }

    /// What could not be read.
    package enum Refusal: String, Sendable, Hashable, CaseIterable {
        /// The name of a division.
        case place
        /// The coordinates.
        case point
    }

    /// What was found.
    package struct Found: Sendable {
        package var records: Int
        package var samples: Int
        /// Places on a page.
        package var size: Int
        /// Where was looked in the end; nil for the whole country.
        package var area: String?
        /// The division that was asked for, where it has none.
        package var widenedFrom: String?
        /// The division from whose middle distances count; nil where they count from a point or are not known.
        package var middle: String?
        /// Who said where that middle is, and under which licence.
        package var source: String?
        package var licence: String?
        /// In their order.
        package var places: [PlaceRow]
        /// All entries of the register there, with those that are not at work.
        package var all: RegisterLink

        package init(
            records: Int,
            samples: Int,
            size: Int,
            area: String? = nil,
            widenedFrom: String? = nil,
            middle: String? = nil,
            source: String? = nil,
            licence: String? = nil,
            places: [PlaceRow],
            all: RegisterLink
        ) {
            self.records = records
            self.samples = samples
            self.size = size
            self.area = area
            self.widenedFrom = widenedFrom
            self.middle = middle
            self.source = source
            self.licence = licence
            self.places = places
            self.all = all
        }
    }

    package init(
        link: NetworkLink,
        registers: [Register] = [],
        needs: [Need] = [],
        refusal: Refusal? = nil,
        found: Found? = nil
    ) {
        self.link = link
        self.registers = registers
        self.needs = needs
        self.refusal = refusal
        self.found = found
    }
}
