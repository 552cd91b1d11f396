/// How one document came to its score.
public struct Explanation: Sendable, Equatable {
    /// One word of the query.
    public struct Word: Sendable, Equatable {
        /// Its forms that occur in the snapshot.
        public var terms: [[UInt8]]
        /// What the query multiplies it with.
        public var boost: Double
        /// Documents of the snapshot with one of the forms; their sum where there are several.
        public var documentFrequency: Int
        /// ln(1 + (N - n + 0.5) / (n + 0.5)).
        public var idf: Double
        /// The fields in which it stands; one entry per form and field.
        public var fields: [Field]
        /// The sum of the fields' parts.
        public var frequency: Double
        /// boost x idf x frequency / (saturation + frequency).
        public var score: Double
    }

    /// One form of a word in one field.
    public struct Field: Sendable, Equatable {
        /// The form.
        public var term: [UInt8]
        /// The field's name.
        public var field: String
        /// Occurrences of the form.
        public var frequency: Int
        /// The field's length in this document.
        public var length: Int
        /// The field's mean length in the snapshot.
        public var averageLength: Double
        /// The field's weight.
        public var weight: Double
        /// weight x frequency / (1 - b + b x length / average).
        public var part: Double
    }

    /// The document.
    public var id: String
    /// The score: the sum of the words' scores.
    public var score: Double
    /// Every word that is scored, in the query's order.
    public var words: [Word]
    /// Documents of the snapshot (N).
    public var documentCount: Int
    /// The saturation constant (k1).
    public var saturation: Double
    /// The length constant (b).
    public var lengthNormalisation: Double
}
