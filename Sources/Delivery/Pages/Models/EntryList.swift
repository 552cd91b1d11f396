package import Links

/// A page of the entries of a register, with what it can be narrowed by.
package struct EntryList: Sendable {
    /// A row.
    package struct Row: Sendable {
        package var link: RegisterLink
        package var title: String
        package var isSample: Bool
        package var state: StateChip?
        /// The values of the columns behind the title.
        package var cells: [String]

        package init(link: RegisterLink, title: String, isSample: Bool, state: StateChip?, cells: [String]) {
            self.link = link
            self.title = title
            self.isSample = isSample
            self.state = state
            self.cells = cells
        }
    }

    /// What the list can be narrowed by.
    package struct Facet: Sendable {
        package var title: String
        package var values: [Value]

        package init(title: String, values: [Value]) {
            self.title = title
            self.values = values
        }
    }

    /// A value with the list that choosing it, or taking it back, leads to.
    package struct Value: Sendable {
        package var label: String
        /// Nil where nothing is known: a provincial unit in which no entry lies, which is not nought.
        package var count: Int?
        package var isChosen: Bool
        package var list: RegisterList

        package init(label: String, count: Int?, isChosen: Bool, list: RegisterList) {
            self.label = label
            self.count = count
            self.isChosen = isChosen
            self.list = list
        }
    }

    package var records: Int
    package var samples: Int
    /// The line of the log up to which the list knows everything.
    package var sequence: Int
    /// The places of the entries, where the list is asked for with them and has some.
    package var map: EntryMap?
    /// Whether the entries have places, so that they can be asked for.
    package var hasMap: Bool
    /// Entries on a page.
    package var size: Int
    /// The names of the columns behind the title.
    package var columns: [String]
    package var rows: [Row]
    package var facets: [Facet]
    /// Whether entries have states, which then stand in a column.
    package var hasStates: Bool
    /// Fields that the list can be sorted by, by their names in the address.
    package var orders: [(sort: String?, label: String)]

    package init(
        records: Int,
        samples: Int,
        sequence: Int = 0,
        map: EntryMap? = nil,
        hasMap: Bool = false,
        size: Int,
        columns: [String],
        rows: [Row],
        facets: [Facet],
        hasStates: Bool,
        orders: [(sort: String?, label: String)]
    ) {
        self.records = records
        self.samples = samples
        self.sequence = sequence
        self.map = map
        self.hasMap = hasMap
        self.size = size
        self.columns = columns
        self.rows = rows
        self.facets = facets
        self.hasStates = hasStates
        self.orders = orders
    }
}
