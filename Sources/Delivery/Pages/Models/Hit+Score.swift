extension Hit {
    /// Every factor of a score; the words' scores add up to it.
    package struct Score: Sendable {
        /// A word of the query.
        package struct Word: Sendable {
            package var text: String
            package var boost: Double
            /// Records and samples that have it.
            package var documents: Int
            package var idf: Double
            /// The sum of its parts; 0 where the hit does not have it.
            package var frequency: Double
            package var score: Double
            package var parts: [Part]

            package init(
                text: String,
                boost: Double,
                documents: Int,
                idf: Double,
                frequency: Double,
                score: Double,
                parts: [Part]
            ) {
                self.text = text
                self.boost = boost
                self.documents = documents
                self.idf = idf
                self.frequency = frequency
                self.score = score
                self.parts = parts
            }
        }

        /// A form of a word in one field.
        package struct Part: Sendable {
            package var text: String
            package var field: String
            package var times: Int
            package var length: Int
            package var meanLength: Double
            package var weight: Double
            package var part: Double

            package init(
                text: String,
                field: String,
                times: Int,
                length: Int,
                meanLength: Double,
                weight: Double,
                part: Double
            ) {
                self.text = text
                self.field = field
                self.times = times
                self.length = length
                self.meanLength = meanLength
                self.weight = weight
                self.part = part
            }
        }

        package var total: Double
        /// Records and samples in the index.
        package var documents: Int
        package var saturation: Double
        /// Words that are not listed.
        package var omitted: Int
        package var words: [Word]

        package init(total: Double, documents: Int, saturation: Double, omitted: Int = 0, words: [Word]) {
            self.total = total
            self.documents = documents
            self.saturation = saturation
            self.omitted = omitted
            self.words = words
        }
    }
}
