/// The values of one field over all hits.
package struct Facet: Sendable {
    /// The field, as it stands in the URL.
    package var field: String
    /// The heading; nil takes the text `facet.FIELD` of the table.
    package var title: String?
    package var kind: Kind
    /// Values, greatest first, or in the order of `kind`.
    package var values: [Value]
    /// How many different values all hits have, which may be more than are listed.
    package var distinct: Int

    package init(_ field: String, title: String? = nil, kind: Kind = .plain, values: [Value], distinct: Int? = nil) {
        self.field = field
        self.title = title
        self.kind = kind
        self.values = values
        self.distinct = distinct ?? values.count
    }

    /// How the values are shown.
    package enum Kind: Sendable, Hashable {
        case plain
        /// Years, newest first in the list; drawn as a trend beside the hits.
        case years
        /// Names; drawn as ranked bars beside the hits.
        case parties
        /// Provincial units by their codes: always all 34, in code order, never ranked.
        case regions
    }

    /// One value and its hits.
    package struct Value: Sendable, Hashable {
        /// As the index keeps it and the URL names it.
        package var value: String
        /// As it is shown, in the language of the page; nil shows the value.
        package var label: String?
        /// What it is about at more length, where the label does not say; nil for nothing more.
        package var hint: String?
        package var count: Tally

        package init(_ value: String, label: String? = nil, hint: String? = nil, count: Tally) {
            self.value = value
            self.label = label
            self.hint = hint
            self.count = count
        }
    }
}
