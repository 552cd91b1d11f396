package import Domain

/// The values of one field over all hits.
package struct FacetDocument: Codable, Hashable, Sendable {
    /// The field as it stands in an address: `f.FIELD=VALUE` narrows a search.
    package var field: String
    /// How many different values all hits have; at least the number listed.
    package var distinct: Int
    package var values: [Value]

    package init(field: String, distinct: Int, values: [Value]) {
        self.field = field
        self.distinct = distinct
        self.values = values
    }

    /// One value with its hits.
    package struct Value: Codable, Hashable, Sendable {
        package var value: String
        /// The value in words, where it is a code.
        package var label: Bilingual?
        package var records: Int
        package var samples: Int
        /// Whether the search is narrowed to it; left out when it is not.
        package var chosen: Bool?
        /// Whether its records are left out; left out when they are not.
        package var excluded: Bool?

        package init(_ value: String, label: Bilingual?, count: CountDocument, isChosen: Bool, isExcluded: Bool) {
            self.value = value
            self.label = label
            records = count.records
            samples = count.samples
            chosen = isChosen ? true : nil
            excluded = isExcluded ? true : nil
        }
    }
}
