/// The records of a node that cite one.
package struct CitingDocument: Codable, Hashable, Sendable {
    /// How many there are.
    package var total: CountDocument
    /// The query that finds them all.
    package var query: String
    /// The newest of them.
    package var records: [HitDocument]

    package init(total: CountDocument, query: String, records: [HitDocument]) {
        self.total = total
        self.query = query
        self.records = records
    }
}
