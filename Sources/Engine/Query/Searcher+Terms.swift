public import Index

extension Searcher {
    /// A term of the dictionary with the documents that have it.
    public struct FrequentTerm: Sendable, Hashable {
        /// Its bytes.
        public var term: [UInt8]
        /// Documents with it in any field, deleted ones included.
        public var documentFrequency: Int

        /// Makes a term.
        public init(term: [UInt8], documentFrequency: Int) {
            self.term = term
            self.documentFrequency = documentFrequency
        }
    }

    /// The terms of some fields that begin with a prefix and that a filter takes, the most frequent first.
    ///
    /// **Cost** Reads at most `scan` terms, shared among the segments; where there are more, those are the first in the order
    /// of their bytes.
    /// - Parameters:
    ///   - prefix: What they begin with; reserved terms, which begin with the byte 0, are met only where it asks for them.
    ///   - fields: Fields of which a term stands in one at least.
    ///   - limit: Terms wanted at most.
    ///   - scan: Terms read at most.
    ///   - isWanted: Whether a term is to be among them.
    /// - Returns: The terms; equally frequent ones by their bytes.
    /// - Throws: `SearchFailure.index`.
    public func terms(
        beginning prefix: [UInt8],
        fields: FieldMask,
        limit: Int,
        scan: Int,
        where isWanted: ([UInt8]) -> Bool = { _ in true }
    ) throws(SearchFailure) -> [FrequentTerm] {
        let share = scan / max(1, snapshot.segments.count)
        let counts = try reading { () throws(IndexFailure) in
            var counts: [[UInt8]: Int] = [:]
            for segment in snapshot.segments {
                var cursor = try segment.terms(prefix: prefix, from: prefix.isEmpty ? [1] : prefix)
                var left = share
                while left > 0, try cursor.next() {
                    left -= 1
                    if cursor.info.fields.isDisjoint(with: fields) || !isWanted(cursor.term) { continue }
                    counts[cursor.term, default: 0] += cursor.info.documentFrequency
                }
            }
            return counts
        }
        var found = counts.map { FrequentTerm(term: $0.key, documentFrequency: $0.value) }
        found.sort { one, other in
            if one.documentFrequency != other.documentFrequency {
                return one.documentFrequency > other.documentFrequency
            }
            return one.term.lexicographicallyPrecedes(other.term)
        }
        return Array(found.prefix(max(0, limit)))
    }
}
