/// How many records the sources of one format spoke of.
package struct SourceCount: Sendable, Hashable {
    /// The format and publisher, such as `docdb`.
    package let format: String
    /// Records, each once however often it was imported.
    package let records: Int64

    /// Puts the values together.
    package init(format: String, records: Int64) {
        self.format = format
        self.records = records
    }
}
