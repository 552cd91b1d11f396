package import Domain

/// A page of the list of a declared register, as `/registers/NAME.json`.
package struct RegisterListDocument: Codable, Hashable, Sendable {
    /// How many entries have which value.
    package struct Facet: Codable, Hashable, Sendable {
        package var field: String
        package var values: [Value]

        package init(field: String, values: [Value]) {
            self.field = field
            self.values = values
        }
    }

    /// One value of a facet.
    package struct Value: Codable, Hashable, Sendable {
        package var code: String
        package var label: Bilingual
        package var count: Int

        package init(code: String, label: Bilingual, count: Int) {
            self.code = code
            self.label = label
            self.count = count
        }
    }

    package var register: String
    /// Entries found that are no samples, samples, and both together.
    package var records: Int
    package var samples: Int
    package var total: Int
    /// From 1.
    package var page: Int
    package var entries: [RegisterEntryDocument]
    package var facets: [Facet]
    /// The line of the log up to which the answer knows everything.
    package var snapshot: UInt64

    package init(
        register: String,
        records: Int,
        samples: Int,
        page: Int,
        entries: [RegisterEntryDocument],
        facets: [Facet],
        snapshot: UInt64
    ) {
        self.register = register
        self.records = records
        self.samples = samples
        total = records + samples
        self.page = page
        self.entries = entries
        self.facets = facets
        self.snapshot = snapshot
    }
}
