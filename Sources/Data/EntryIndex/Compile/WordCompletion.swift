import Domain
import Index
package import Query
import Text

/// Words of texts that go on where somebody stopped typing.
package enum WordCompletion {
    /// Words that begin with a text, the most frequent first.
    ///
    /// A Latin word is completed from the dictionary. A Chinese one has no end: one character gets the pairs that it
    /// begins, a longer text the next character, of which those are tried that most often follow its last one, so that
    /// some of the words may stand in no record.
    /// - Parameters:
    ///   - text: What is typed, at least two letters or one Han character; anything else has no completion.
    ///   - field: The field it is typed in; nil for the box.
    ///   - searcher: Over the snapshot.
    ///   - limit: Words wanted at most.
    ///   - scan: Terms of the dictionary read at most.
    /// - Returns: Whole words, as a query takes them.
    /// - Throws: `SearchFailure.index`.
    package static func words(
        beginning text: String,
        in field: Field?,
        _ searcher: Searcher,
        limit: Int,
        scan: Int
    ) throws(SearchFailure) -> [String] {
        let fields = field.map(\.textFields) ?? Field.boxTextFields
        guard !fields.isEmpty else { return [] }
        var folder = TextFolder()
        let folded = folder.fold(text)
        let scalars = Array(folded.unicodeScalars)
        guard let last = scalars.last else { return [] }
        if last.isHan {
            let pairs = try terms(String(last), fields, searcher, limit: limit, scan: scan) { term in
                // Two characters of three bytes; the end of a run is no character.
                term.count == 6 && term[3] > ReservedBytes.hanEndMark[0]
            }
            return pairs.map { text + $0.unicodeScalars.dropFirst().map(String.init).joined() }
        }
        guard scalars.count > 1, scalars.allSatisfy({ $0.properties.isAlphabetic && !$0.isHan }) else { return [] }
        return try terms(folded, fields, searcher, limit: limit + 1, scan: scan) { _ in true }
            .filter { $0 != folded }.prefix(limit).map(\.self)
    }

    /// Whether a completion is a term of the dictionary itself: a Latin word, or a pair of Han characters.
    package static func isWhole(_ word: String) -> Bool {
        word.unicodeScalars.count <= 2 || !word.unicodeScalars.contains(where: \.isHan)
    }

    private static func terms(
        _ prefix: String,
        _ fields: [TextField],
        _ searcher: Searcher,
        limit: Int,
        scan: Int,
        where isWanted: ([UInt8]) -> Bool
    ) throws(SearchFailure) -> [String] {
        try searcher.terms(
            beginning: Array(prefix.utf8),
            fields: TextField.mask(fields),
            limit: limit,
            scan: scan,
            where: isWanted
        ).map { String(decoding: $0.term, as: UTF8.self) }
    }
}
