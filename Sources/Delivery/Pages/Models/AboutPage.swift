package import Links

/// What the product is, with the figures of this node.
package struct AboutPage: Sendable {
    package var version: String
    package var counts: [RegisterName: Tally]
    package var sources: [DataSource]

    package init(version: String, counts: [RegisterName: Tally] = [:], sources: [DataSource] = []) {
        self.version = version
        self.counts = counts
        self.sources = sources
    }

    /// A format that records were imported from.
    package struct DataSource: Sendable, Hashable {
        /// The name of the format.
        package var format: String
        package var records: Int
        /// The day of the newest import, `YYYY-MM-DD`.
        package var newest: String?

        package init(format: String, records: Int, newest: String? = nil) {
            self.format = format
            self.records = records
            self.newest = newest
        }
    }
}
