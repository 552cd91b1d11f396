import Domain
import EntryIndex
import Index
import Query
import Store

extension Search {
    /// What may go on where somebody stopped typing.
    ///
    /// **Cost** bounded whatever the index holds: see ``Options``. Values and their counts may be as old as
    /// `Options.knownValuesAge`; all else is of the newest snapshot.
    /// - Parameters:
    ///   - text: The whole text of the box; only its end is completed.
    ///   - language: `zh` or `en`: which names of fields stand in front of values.
    /// - Returns: At most `Options.suggestions`, the likeliest first.
    /// - Throws: `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait.
    package func suggestions(for text: String, language: String) async throws -> [Suggestion] {
        guard text.utf8.count <= Self.longestBox else { return [] }
        let word = UnfinishedWord(text)
        let searcher = try await newestSearcher(knowing: 0)
        guard !word.text.isEmpty, !word.isTruncated else { return [] }
        let options = options
        let known = try await knownValues.values(
            of: searcher,
            pool: pool,
            limit: options.knownValues,
            age: options.knownValuesAge
        )
        let (list, ids) = try await pool.run {
            let completer = Completer(
                word: word,
                searcher: searcher,
                known: known,
                language: language,
                options: options
            )
            return (try completer.suggestions(), try completer.recordIDs())
        }
        return Array((try await records(ids, word, language) + list).prefix(options.suggestions))
    }

    /// The records that have the number typed.
    private func records(_ ids: [String], _ word: UnfinishedWord, _ language: String) async throws -> [Suggestion] {
        guard !ids.isEmpty else { return [] }
        return try await store.entries(ids, withTexts: false).compactMap { entry in
            guard let entry, !entry.isTombstone, let id = EntryID(entry.entry) else { return nil }
            let right = try RightContent.right(of: entry)
            let title = right.title(in: language) ?? right.displayTitle
            return Suggestion(
                kind: .record,
                text: word.text,
                meaning: Bilingual(title, title),
                query: word.completed(with: word.text),
                record: id
            )
        }
    }

    /// Bytes of a box beyond which nothing is offered.
    private static let longestBox = 4_000
}
