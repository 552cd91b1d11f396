package import Domain

/// The nearest places that can help, as `/network.json`.
package struct NetworkDocument: Codable, Hashable, Sendable {
    /// A division.
    package struct Division: Codable, Hashable, Sendable {
        package var code: String
        package var name: Bilingual

        package init(code: String, name: Bilingual) {
            self.code = code
            self.name = name
        }
    }

    /// From where distances count.
    package struct Origin: Codable, Hashable, Sendable {
        /// Degrees of WGS 84.
        package var latitude: Double
        package var longitude: Double
        /// The division of which it is the middle; nil for a point that was asked for.
        package var division: Division?
        /// Where the coordinates of a middle come from, and under which licence.
        package var source: String?
        package var licence: String?

        package init(
            latitude: Double,
            longitude: Double,
            division: Division? = nil,
            source: String? = nil,
            licence: String? = nil
        ) {
            self.latitude = latitude
            self.longitude = longitude
            self.division = division
            self.source = source
            self.licence = licence
        }
    }

    /// Whether a place is open, by the clock of China.
    package struct Opening: Codable, Hashable, Sendable {
        package var open: Bool
        /// When it closes today, as `17:30`; nil where it is closed.
        package var closes: String?
        /// The day and time at which it opens again; nil where it is open, or closed for as long as can be told.
        package var opensOn: String?
        package var opensAt: String?
        /// Whether a calendar knew the holidays of the days on which that rests.
        package var sure: Bool

        package init(open: Bool, closes: String? = nil, opensOn: String? = nil, opensAt: String? = nil, sure: Bool) {
            self.open = open
            self.closes = closes
            self.opensOn = opensOn
            self.opensAt = opensAt
            self.sure = sure
        }
    }

    /// A place.
    package struct Place: Codable, Hashable, Sendable {
        package var entry: RegisterEntryDocument
        /// Metres along a great circle; nil where that is not known.
        package var distance: Int?
        /// Nil for a place whose hours are not known.
        package var opening: Opening?

        package init(entry: RegisterEntryDocument, distance: Int?, opening: Opening?) {
            self.entry = entry
            self.distance = distance
            self.opening = opening
        }
    }

    package var register: String
    /// The division that was asked for; nil for the nation.
    package var asked: Division?
    /// The division that has such places; nil for the nation.
    package var area: Division?
    /// Whether the area is wider than what was asked for, which has none.
    package var widened: Bool
    package var origin: Origin?
    /// Places found that are no samples, samples, and both together.
    package var records: Int
    package var samples: Int
    package var total: Int
    /// From 1.
    package var page: Int
    package var places: [Place]
    package var facets: [RegisterListDocument.Facet]
    /// The line of the log up to which the answer knows everything.
    package var snapshot: UInt64

    package init(
        register: String,
        asked: Division?,
        area: Division?,
        origin: Origin?,
        records: Int,
        samples: Int,
        page: Int,
        places: [Place],
        facets: [RegisterListDocument.Facet],
        snapshot: UInt64
    ) {
        self.register = register
        self.asked = asked
        self.area = area
        widened = asked != area
        self.origin = origin
        self.records = records
        self.samples = samples
        total = records + samples
        self.page = page
        self.places = places
        self.facets = facets
        self.snapshot = snapshot
    }
}
