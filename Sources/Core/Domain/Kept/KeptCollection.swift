/// What somebody keeps of this site: records with tags and a note, searches, and groups of queries.
///
/// It is the shape of the file that browsers export and import, of what they store, and of what an account keeps.
///
/// **Shape** JSON; `format` is `huizhi-kept`, `version` is 1, all members are there, times are ISO 8601.
package struct KeptCollection: Codable, Sendable, Hashable {
    /// What every such file says that it is.
    package static let format = "huizhi-kept"
    /// The version of the shape; another is not understood.
    package static let version = 1

    package private(set) var format = Self.format
    package private(set) var version = Self.version
    package var records: [Record]
    package var searches: [Search]
    package var sets: [Queries]

    package init(records: [Record] = [], searches: [Search] = [], sets: [Queries] = []) {
        self.records = records
        self.searches = searches
        self.sets = sets
    }

    /// A record, by the id of its entry.
    package struct Record: Codable, Sendable, Hashable {
        package var id: String
        package var title: String
        package var kept: String
        /// Whether it is ticked for the work at hand.
        package var picked: Bool
        package var tags: [String]
        package var note: String

        package init(id: String, title: String, kept: String, picked: Bool, tags: [String], note: String) {
            self.id = id
            self.title = title
            self.kept = kept
            self.picked = picked
            self.tags = tags
            self.note = note
        }
    }

    /// A search, by what stands behind `/search?`, or a view of a declared register, by its address; with what it found when it was kept.
    package struct Search: Codable, Sendable, Hashable {
        package var parameters: String
        package var title: String
        package var total: Int
        package var samples: Int
        package var sequence: Int
        package var kept: String

        package init(parameters: String, title: String, total: Int, samples: Int, sequence: Int, kept: String) {
            self.parameters = parameters
            self.title = title
            self.total = total
            self.samples = samples
            self.sequence = sequence
            self.kept = kept
        }

        /// Whether it is a view of a declared register.
        package var isOfRegister: Bool { parameters.hasPrefix("/registers/") }
    }

    /// A group of queries, one a line.
    package struct Queries: Codable, Sendable, Hashable {
        package var text: String
        package var kept: String

        package init(text: String, kept: String) {
            self.text = text
            self.kept = kept
        }
    }

    /// All of it, one by one.
    package var items: [KeptItem] {
        records.map(KeptItem.record) + searches.map(KeptItem.search) + sets.map(KeptItem.queries)
    }

    /// Puts things together, in their order.
    package init(_ items: [KeptItem]) {
        self.init()
        for item in items {
            switch item {
            case .record(let record): records.append(record)
            case .search(let search): searches.append(search)
            case .queries(let queries): sets.append(queries)
            }
        }
    }
}
