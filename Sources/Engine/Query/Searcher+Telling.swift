import Index

extension Searcher {
    /// A word of a text that documents are to be like.
    public struct TextWord: Sendable, Hashable {
        /// Its forms; a document with one of them has the word.
        public var terms: [[UInt8]]
        /// How often it stands in the text.
        public var count: Int

        /// Makes a word.
        public init(terms: [[UInt8]], count: Int) {
            self.terms = terms
            self.count = count
        }
    }

    /// The words that tell most about a text: frequent in it and rare here.
    ///
    /// A word's weight is idf x count / (2 + count), as for one that stands in a document; words that no document has
    /// are left out.
    /// - Returns: At most `limit` words, the greatest weight first, equal ones by their terms.
    /// - Throws: `SearchFailure.index`.
    public func tellingWords(_ words: [TextWord], limit: Int) throws(SearchFailure) -> [TextWord] {
        let catalogue = TermCatalogue(snapshot)
        let documents = Double(snapshot.documentCount)
        let saturation = Scoring().saturation
        var weighed: [(word: TextWord, weight: Double)] = []
        for word in words {
            let frequency = try reading { () throws(IndexFailure) in
                var sum = 0
                for term in word.terms { sum += try catalogue.documentFrequency(of: term) }
                return min(Double(sum), documents)
            }
            guard frequency > 0 else { continue }
            let idf = logarithm(1 + (documents - frequency + 0.5) / (frequency + 0.5))
            let count = Double(word.count)
            weighed.append((word, idf * count / (saturation + count)))
        }
        weighed.sort { one, other in
            if one.weight != other.weight { return one.weight > other.weight }
            return one.word.terms.lexicographicallyPrecedes(other.word.terms) { $0.lexicographicallyPrecedes($1) }
        }
        return weighed.prefix(max(0, limit)).map(\.word)
    }
}
