import Domain
package import Query
import Text

/// Words of the index that somebody may have meant.
package enum NearWords {
    /// Latin words near one, the nearest first and of those the most frequent.
    ///
    /// The first letter is taken to be right, as Lucene's spell checker does, so that only words are read that begin with it.
    /// - Parameters:
    ///   - word: The word as typed; nothing is near one that holds anything but letters.
    ///   - field: The field in which a near word has to stand; nil for texts and names.
    ///   - searcher: Over the snapshot.
    ///   - limit: Words wanted at most.
    ///   - scan: Terms of the dictionary read at most.
    /// - Returns: Folded words.
    /// - Throws: `SearchFailure.index`.
    package static func words(
        near word: String,
        in field: Field?,
        _ searcher: Searcher,
        limit: Int,
        scan: Int
    ) throws(SearchFailure) -> [String] {
        let fields = field.map(\.textFields) ?? Field.boxTextFields + Field.boxNameFields
        var folder = TextFolder()
        let typed = Array(folder.fold(word).utf8)
        let allowed = EditDistance.allowed(for: typed.count)
        let isLatin = typed.allSatisfy { (0x61...0x7A).contains($0) }
        guard isLatin, allowed > 0, !fields.isEmpty, let first = typed.first else { return [] }
        let found = try searcher.terms(
            beginning: [first],
            fields: TextField.mask(fields),
            limit: .max,
            scan: scan
        ) { term in
            term != typed && EditDistance.between(typed, term, limit: allowed) <= allowed
        }
        return found.enumerated().map { place, found in
            (EditDistance.between(typed, found.term, limit: allowed), place, found.term)
        }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        .prefix(limit).map { String(decoding: $0.2, as: UTF8.self) }
    }
}
