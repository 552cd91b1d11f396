package import Links

/// A place to which somebody could go, in a list, in the language of the page.
package struct PlaceRow: Sendable {
    package var link: RegisterLink
    package var title: String
    package var isSample: Bool
    /// Nil where its hours are not known.
    package var hours: EntryHours?
    /// Metres along a great circle; nil where that is not known.
    package var metres: Int?
    package var address: String?
    package var phone: Phone?
    package var location: Location?
    /// What it offers, in words.
    package var offers: [String]

    /// A number as it is written, and as a telephone dials it.
    package struct Phone: Sendable, Hashable {
        package var text: String
        package var dial: String

        package init(text: String, dial: String) {
            self.text = text
            self.dial = dial
        }
    }

    /// Degrees of WGS 84.
    package struct Location: Sendable, Hashable {
        package var latitude: String
        package var longitude: String

        package init(latitude: String, longitude: String) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    package init(
        link: RegisterLink,
        title: String,
        isSample: Bool,
        hours: EntryHours? = nil,
        metres: Int? = nil,
        address: String? = nil,
        phone: Phone? = nil,
        location: Location? = nil,
        offers: [String] = []
    ) {
        self.link = link
        self.title = title
        self.isSample = isSample
        self.hours = hours
        self.metres = metres
        self.address = address
        self.phone = phone
        self.location = location
        self.offers = offers
    }
}
