package import Links

/// A field of an entry with its values, in the language of the page.
package struct EntryFact: Sendable, Hashable {
    package var label: String
    package var values: [Value]
    /// Whether everybody reads it, also without signing in.
    package var isPublic: Bool

    package init(label: String, values: [Value], isPublic: Bool = true) {
        self.label = label
        self.values = values
        self.isPublic = isPublic
    }

    /// What stands in a field.
    package enum Value: Sendable, Hashable {
        case text(String)
        /// A text of several lines.
        case lines(String)
        /// Paragraphs, lists, emphasis and links, see ``RichText``.
        case rich(String)
        /// A number as it is stored, with its unit.
        case number(String, unit: String?)
        /// Yuan with two decimals.
        case money(String)
        /// A date that says at least the year.
        case date(String)
        /// Days; nil is open.
        case period(from: String?, until: String?)
        /// An address that begins with http:// or https://.
        case web(String)
        /// What has a page here.
        case place(String, Link)
        /// Degrees of WGS 84.
        case location(latitude: String, longitude: String)
        /// A name, and what is known besides: a code, a duty, a postcode.
        case named(String, aside: String?)
        /// A file by its name, with sort and size, and where it is.
        case file(String, size: String, Link)
        case hours(EntryHours)
        /// A telephone number as it is written, and as a telephone dials it.
        case phone(String, dial: String)
    }
}
