package import Domain

/// Records side by side, as `/compare.json`.
package struct CompareDocument: Codable, Hashable, Sendable {
    /// The records in the order asked for.
    package var records: [HitDocument]
    /// Ids and numbers of no record that is here.
    package var missing: [String]
    /// How many more were asked for than stand side by side; left out when there are none.
    package var unread: Int?
    /// The fields of which at least one record says something.
    package var lines: [LineDocument]
    /// Classes that all records have.
    package var commonClasses: [String]
    /// Words that tell most about each record and stand in all of them; left out while the index cannot be asked.
    package var commonWords: [String]?

    package init(
        records: [HitDocument],
        missing: [String],
        unread: Int?,
        comparison: Comparison?,
        commonWords: [String]?
    ) {
        self.records = records
        self.missing = missing
        self.unread = unread
        lines = (comparison?.lines ?? []).map { line in
            LineDocument(field: line.field.rawValue, same: line.isSame, cells: line.cells, common: line.common)
        }
        commonClasses = comparison?.commonClasses ?? []
        self.commonWords = commonWords
    }

    /// One field of all records.
    package struct LineDocument: Codable, Hashable, Sendable {
        /// `title`, `filed`, `ipc`, ...
        package var field: String
        /// Whether all records say the same.
        package var same: Bool
        /// The values of each record, in the order of the records.
        package var cells: [[String]]
        /// The values that every record has.
        package var common: [String]
    }
}
