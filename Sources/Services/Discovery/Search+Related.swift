import Domain
import EntryIndex
import Index
import Query
import Store

extension Search {
    /// The words that the records of a query have more often than chance would give them, and those that stand for it in
    /// the other language.
    ///
    /// Candidates are the phrases of the titles and abstracts of the first hits (`Options.relatedSample`); each of them is
    /// then counted over all records, samples among them. Words of the other language are counted over the records that have
    /// titles or abstracts in both.
    ///
    /// **Cost** reads the sample, and two searches a candidate (`Options.relatedCandidates`), under `Options.deadline`.
    /// - Throws: As ``callAsFunction(_:)``.
    package func related(to text: String) async throws -> RelatedWords {
        let parsed = try QueryLanguage(options: options.language).parse(text)
        let searcher = try await newestSearcher(knowing: 0)
        let options = options
        let control = SearchControl(deadline: .now.advanced(by: options.deadline))
        let isToEnglish = text.unicodeScalars.contains(where: \.isHan)
        let (counter, ids, both) = try await pool.run(.long) {
            let counter = try RelatedCounter(parsed, searcher, control)
            let both = try counter.hits(.and([counter.tree, RelatedCounter.isBilingual]), options.relatedSample)
            return (counter, try counter.hits(counter.tree, options.relatedSample), both)
        }
        let texts = try await self.texts(ids) { _ in true }
        let others = try await self.texts(both) { ($0 == "en") == isToEnglish }
        return try await pool.run(.long) {
            let (words, limit) = (options.relatedCandidates, options.relatedWords)
            let mine = isToEnglish ? PhraseMiner.Script.han : .latin
            return RelatedWords(
                parsed: parsed,
                total: counter.total,
                read: ids.count,
                words: try counter.related(Self.phrases(texts, mine, words), limit: limit),
                translations: try counter.translations(
                    Self.phrases(others, isToEnglish ? .latin : .han, words),
                    limit: options.relatedTranslations
                ),
                isToEnglish: isToEnglish,
                bilingual: try counter.count(RelatedCounter.isBilingual, within: true),
                sequence: searcher.snapshot.sequence
            )
        }
    }

    /// The titles and abstracts of some records in the languages wanted, one text a record.
    private func texts(_ ids: [String], in isWanted: (String) -> Bool) async throws -> [String] {
        try await store.entries(ids, withTexts: false).compactMap { entry in
            guard let entry, !entry.isTombstone else { return nil }
            let record = try RightContent.right(of: entry).bibliography
            let texts = (record.titles + record.abstracts).filter { text in
                isWanted(text.lang.map { String($0.prefix(2)).lowercased() } ?? "zh")
            }
            return texts.isEmpty ? nil : texts.map(\.text).joined(separator: "\n")
        }
    }

    private static func phrases(_ texts: [String], _ script: PhraseMiner.Script, _ limit: Int) -> [String] {
        let fewest = max(Self.fewestTexts, texts.count / 50)
        return PhraseMiner(texts, script, fewest: fewest).phrases(limit: limit).map(\.text)
    }

    /// Texts that have to share a candidate, or a fiftieth of those read where that is more.
    private static let fewestTexts = 2
}
