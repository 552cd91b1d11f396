/// One term at one place of a text field.
public struct Token: Sendable, Equatable {
    /// The bytes of the term; terms are compared bytewise.
    public var term: [UInt8]
    /// The place in the field; nil counts the term once per document and field and stores no place.
    public var position: UInt32?

    /// Makes a token.
    public init(term: [UInt8], position: UInt32?) {
        self.term = term
        self.position = position
    }
}

/// The two terms that carry the ends of sentences and paragraphs as positions.
///
/// The position of an end is that of the last token of its sentence or paragraph. No term of a text may start with
/// the byte 0, so prefix listings with a first byte never meet them.
public enum ReservedTerm {
    /// Its positions are the last positions of the sentences of a field.
    public static let sentenceEnd: [UInt8] = [0x00, 0x73]
    /// Its positions are the last positions of the paragraphs of a field; at the position behind each no term may stand.
    public static let paragraphEnd: [UInt8] = [0x00, 0x70]
}

/// The tokens of one text field of one document, kept in flat arrays.
public struct FieldTokens: Sendable, Equatable {
    /// The greatest position that can be stored; greater ones are refused.
    public static let maximumPosition: UInt32 = (1 << 27) - 2

    /// The field.
    public var field: FieldID
    /// The length of the field that ranking divides by.
    public var length: Int

    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var positions: [UInt32] = []

    /// Stands in `positions` for a token without a place.
    static let withoutPosition: UInt32 = .max

    /// Takes the tokens of a field; their order does not matter.
    public init(field: FieldID, tokens: [Token] = [], length: Int) {
        self.field = field
        self.length = length
        for token in tokens { append(token.term, position: token.position) }
    }

    /// The number of tokens.
    public var count: Int { ends.count }

    /// The tokens in the order in which they were added.
    public var tokens: [Token] {
        var start = 0
        return ends.indices.map { index in
            defer { start = Int(ends[index]) }
            let position = positions[index]
            return Token(
                term: Array(bytes[start..<Int(ends[index])]),
                position: position == FieldTokens.withoutPosition ? nil : position
            )
        }
    }

    /// Adds a token.
    public mutating func append(_ term: [UInt8], position: UInt32?) { append(term[...], position: position) }

    /// Adds a token whose term is a part of other bytes, without the cost of an array per term.
    public mutating func append(_ term: ArraySlice<UInt8>, position: UInt32?) {
        bytes.append(contentsOf: term)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        positions.append(position ?? FieldTokens.withoutPosition)
    }
}

/// What is indexed under one identifier.
public struct Document: Sendable {
    /// The number of one document in a number column.
    public struct NumberValue: Sendable, Equatable {
        /// The place of the column in the schema.
        public var column: Int
        /// The number.
        public var value: Int64

        /// Names a column and its value.
        public init(column: Int, value: Int64) {
            self.column = column
            self.value = value
        }
    }

    /// The labels of one document in an ordinal column.
    public struct OrdinalValues: Sendable, Equatable {
        /// The place of the column in the schema.
        public var column: Int
        /// The labels, in any order; duplicates count once.
        public var labels: [[UInt8]]

        /// Names a column and its labels.
        public init(column: Int, labels: [[UInt8]]) {
            self.column = column
            self.labels = labels
        }

        /// Names a column and its labels as texts.
        public init(column: Int, labels: [String]) {
            self.init(column: column, labels: labels.map { Array($0.utf8) })
        }
    }

    /// The identifier: one live document per identifier.
    public var id: String
    /// The version of the content, part of the logical digest.
    public var version: UInt64
    /// The text fields that have tokens or a length.
    public var fields: [FieldTokens]
    /// The numbers; a column without an entry is missing.
    public var numbers: [NumberValue]
    /// The labels; a column without an entry has none.
    public var ordinals: [OrdinalValues]

    /// The memory that its columns take, in bytes, roughly.
    var columnByteCount: Int {
        let labels = ordinals.reduce(0) { $0 + $1.labels.reduce(0) { $0 + 40 + $1.count } }
        return 100 + id.utf8.count + 16 * numbers.count + 16 * ordinals.count + labels
    }

    /// Puts a document together.
    public init(
        id: String,
        version: UInt64,
        fields: [FieldTokens] = [],
        numbers: [NumberValue] = [],
        ordinals: [OrdinalValues] = []
    ) {
        self.id = id
        self.version = version
        self.fields = fields
        self.numbers = numbers
        self.ordinals = ordinals
    }
}
