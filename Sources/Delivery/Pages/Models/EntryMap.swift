package import Links

/// Where the entries of a list lie: how many in each provincial unit, and the places of those on the page.
package struct EntryMap: Sendable {
    /// A provincial unit.
    package struct Unit: Sendable {
        /// Its code of six digits.
        package var code: String
        package var count: Int
        /// The list of what lies in it.
        package var list: RegisterList

        package init(code: String, count: Int, list: RegisterList) {
            self.code = code
            self.count = count
            self.list = list
        }
    }

    /// An entry with a place.
    package struct Point: Sendable {
        package var title: String
        package var link: RegisterLink
        /// Degrees of WGS 84.
        package var latitude: Double
        package var longitude: Double

        package init(title: String, link: RegisterLink, latitude: Double, longitude: Double) {
            self.title = title
            self.link = link
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// All provincial units that have entries; nil where the register is not counted by region.
    package var units: [Unit]?
    /// The places of the entries on the page.
    package var points: [Point]

    package init(units: [Unit]?, points: [Point]) {
        self.units = units
        self.points = points
    }
}
