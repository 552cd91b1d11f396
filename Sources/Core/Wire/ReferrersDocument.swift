package import Domain

/// Entries that refer to another by one field, as they stand in `/registers/NAME/ID.json`.
package struct ReferrersDocument: Codable, Hashable, Sendable {
    /// One of them.
    package struct Entry: Codable, Hashable, Sendable {
        package var id: String
        package var title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// The register in which they are, and the field by which they refer.
    package var register: String
    package var field: String
    /// What they are called there: 下级节点, Nodes below.
    package var label: Bilingual
    /// How many are no samples, samples, and both together.
    package var records: Int
    package var samples: Int
    package var total: Int
    /// The first of them by title.
    package var entries: [Entry]
    /// The list of all.
    package var url: String

    package init(
        register: String,
        field: String,
        label: Bilingual,
        records: Int,
        samples: Int,
        entries: [Entry],
        url: String
    ) {
        self.register = register
        self.field = field
        self.label = label
        self.records = records
        self.samples = samples
        total = records + samples
        self.entries = entries
        self.url = url
    }
}
