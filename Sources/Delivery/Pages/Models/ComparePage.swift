package import Links

/// The page that puts records side by side.
package struct ComparePage: Sendable {
    package var link: CompareLink
    package var columns: [Column]
    /// The fields of which at least one record says something.
    package var lines: [Line]
    /// Ids and numbers of no record that is here.
    package var missing: [String]
    package var commonClasses: [String]
    /// Words that tell most about each record; nil where they could not be found out now.
    package var commonWords: [String]?

    package init(
        link: CompareLink,
        columns: [Column] = [],
        lines: [Line] = [],
        missing: [String] = [],
        commonClasses: [String] = [],
        commonWords: [String]? = nil
    ) {
        self.link = link
        self.columns = columns
        self.lines = lines
        self.missing = missing
        self.commonClasses = commonClasses
        self.commonWords = commonWords
    }

    /// One field of all records.
    package struct Line: Sendable, Hashable {
        /// The table of texts has each as `compare.row.NAME`.
        package var name: String
        package var isSame: Bool
        /// One for each column.
        package var cells: [Cell]

        package init(_ name: String, isSame: Bool, cells: [Cell]) {
            self.name = name
            self.isSame = isSame
            self.cells = cells
        }
    }

    /// What one record says of a field.
    package struct Cell: Sendable, Hashable {
        /// Its values, each with whether every record has it.
        package var values: [Value]
        /// Whether the first record says something else.
        package var isDifferent: Bool

        package init(_ values: [Value], isDifferent: Bool = false) {
            self.values = values
            self.isDifferent = isDifferent
        }
    }

    /// One value of a cell.
    package struct Value: Sendable, Hashable {
        package var text: String
        package var isCommon: Bool

        package init(_ text: String, isCommon: Bool = false) {
            self.text = text
            self.isCommon = isCommon
        }
    }

    /// A record.
    package struct Column: Sendable, Hashable {
        package var link: RecordLink
        /// As it was asked for.
        package var typed: String
        /// The number by which it is known.
        package var number: String
        package var isSample: Bool

        package init(link: RecordLink, typed: String, number: String, isSample: Bool) {
            self.link = link
            self.typed = typed
            self.number = number
            self.isSample = isSample
        }
    }
}
