package import Domain

/// Every factor of the score of one hit.
///
/// **Units** The score is the sum of its words' scores; a word's is boost x idf x frequency / (saturation + frequency),
/// its frequency the sum of the parts of its fields; a part is weight x frequency / (1 - b + b x length / meanLength).
package struct ExplanationDocument: Codable, Hashable, Sendable {
    /// A word of the query.
    package struct Word: Codable, Hashable, Sendable {
        /// The forms of it that the hit has, else the first that the index has; a stem ends with `~`.
        package var forms: [String]
        /// What the query multiplies it with.
        package var boost: Double
        /// Records and samples that have one of the forms; their sum where there are several.
        package var documents: Int
        /// How rare it is.
        package var idf: Double
        /// The sum of the parts; 0 where the hit has none of the forms.
        package var frequency: Double
        package var score: Double
        package var fields: [Field]

        package init(
            forms: [String],
            boost: Double,
            documents: Int,
            idf: Double,
            frequency: Double,
            score: Double,
            fields: [Field]
        ) {
            self.forms = forms
            self.boost = boost
            self.documents = documents
            self.idf = idf
            self.frequency = frequency
            self.score = score
            self.fields = fields
        }
    }

    /// A form of a word in one field.
    package struct Field: Codable, Hashable, Sendable {
        package var form: String
        package var field: Bilingual
        /// How often it stands there.
        package var frequency: Int
        /// Positions of the field in this record.
        package var length: Int
        /// Positions of the field in the mean of all records.
        package var meanLength: Double
        package var weight: Double
        package var part: Double

        package init(
            form: String,
            field: Bilingual,
            frequency: Int,
            length: Int,
            meanLength: Double,
            weight: Double,
            part: Double
        ) {
            self.form = form
            self.field = field
            self.frequency = frequency
            self.length = length
            self.meanLength = meanLength
            self.weight = weight
            self.part = part
        }
    }

    package var score: Double
    /// Records and samples in the index.
    package var documents: Int
    /// How fast repeated words saturate.
    package var saturation: Double
    /// How much the length of a field counts, 0 to 1.
    package var b: Double
    /// Words that are not listed because they add least.
    package var omittedWords: Int
    package var words: [Word]

    package init(score: Double, documents: Int, saturation: Double, b: Double, omittedWords: Int, words: [Word]) {
        self.score = score
        self.documents = documents
        self.saturation = saturation
        self.b = b
        self.omittedWords = omittedWords
        self.words = words
    }
}
