/// What the documents of an index consist of: text fields, columns and the order of documents.
public struct Schema: Sendable, Equatable, Codable {
    /// A field whose tokens are searched.
    public struct TextField: Sendable, Equatable, Codable {
        /// The name by which callers know the field.
        public var name: String
        /// The default weight of the field in ranking; a setting, so no part of the digest.
        public var weight: Double
        /// Whether positions are kept, as phrases and distances need.
        public var storesPositions: Bool

        /// Describes a text field.
        public init(name: String, weight: Double = 1, storesPositions: Bool = true) {
            self.name = name
            self.weight = weight
            self.storesPositions = storesPositions
        }
    }

    /// In which order the labels of an ordinal column are numbered within a segment.
    public enum LabelOrder: String, Sendable, Equatable, Codable {
        /// By bytes, so that a prefix is a range of ordinals.
        case lexicographic
        /// The most frequent first, ties by bytes, so that small numbers are the common ones.
        case frequency
    }

    /// What a column holds for each document.
    public enum ColumnKind: Sendable, Equatable, Codable {
        /// At most one signed number of 64 bits.
        case number
        /// At most one label, or any number of different ones.
        case ordinals(multiple: Bool, order: LabelOrder)
    }

    /// A value per document that is filtered, sorted or counted by, not searched as text.
    public struct Column: Sendable, Equatable, Codable {
        /// The name by which callers know the column.
        public var name: String
        /// What it holds.
        public var kind: ColumnKind
        /// Whether it changes more often than the rest of a document; such columns lie in a file of their own.
        public var isUpdatable: Bool

        /// Describes a column.
        public init(name: String, kind: ColumnKind, isUpdatable: Bool = false) {
            self.name = name
            self.kind = kind
            self.isUpdatable = isUpdatable
        }
    }

    /// The text fields; the place of each is its `FieldID`.
    public var textFields: [TextField]
    /// The columns; other calls name them by their place here.
    public var columns: [Column]
    /// The number column by which documents are ordered inside a segment, greatest value first.
    public var orderColumn: String

    /// Describes an index.
    public init(textFields: [TextField], columns: [Column], orderColumn: String) {
        self.textFields = textFields
        self.columns = columns
        self.orderColumn = orderColumn
    }

    /// The text field of a name.
    public func field(named name: String) -> FieldID? {
        textFields.firstIndex { $0.name == name }.map { FieldID(rawValue: UInt8($0)) }
    }

    /// The place of the column of a name.
    public func column(named name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }

    /// The set of all text fields of this schema.
    public var allFields: FieldMask {
        FieldMask(rawValue: textFields.count >= 32 ? .max : (1 << UInt32(textFields.count)) - 1)
    }
}
