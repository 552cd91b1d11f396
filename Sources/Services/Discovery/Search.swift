import Domain
package import EntryIndex
import Foundation
import Index
import Query
package import Store
import Text

/// Searches all registers; everybody may.
package struct Search: Sendable {
    /// Limits of a search.
    package struct Options: Sendable {
        /// After this time an answer is given as far as it got; default 10 seconds.
        package var deadline: Duration = .seconds(10)
        /// Hits on one page at most; default 100.
        package var maximumPage = 100
        /// How far numbered pages reach in hits, default 10,000; beyond, pages go on from the last hit.
        package var maximumOffset = 10_000
        /// How long an answer waits for the line of the log that its question knows of; default 2 seconds.
        package var patience: Duration = .seconds(2)
        /// Characters of a text shown with a hit; default 120.
        package var snippetCharacters = 120
        /// Words that the factors of a score list, those that add most; default 100.
        package var explainedWords = 100
        /// Words of a text that hits are to be like which are searched; default 40.
        package var tellingWords = 40
        /// Bytes of such a text that are read; default 262,144.
        package var likeBytes = 262_144
        /// Queries of a history that are counted; default 200.
        package var historyLines = 200
        /// After this time the numbers that are left are not looked for, and said so; default 30 seconds.
        package var numbersDeadline: Duration = .seconds(30)
        /// Numbers that are looked for at once; default 10,000.
        package var numbersAtOnce = 10_000
        /// Records listed of those that have one number; default 5.
        package var recordsPerNumber = 5
        /// Records listed for all numbers; beyond, only the first of each is; default 12,000.
        package var recordsAtOnce = 12_000
        /// Parts that all queries of a history have together with their sets written out; default 100,000.
        package var historyParts = 100_000
        /// Completions of what is typed in a box that are offered; default 10.
        package var suggestions = 10
        /// How long words and names that are offered may be counted; those left have no count; default 4 milliseconds.
        package var suggestionTime: Duration = .milliseconds(4)
        /// Terms of the dictionary read for what is typed in a box; default 65,536.
        package var suggestionScan = 65_536
        /// Values of each column that are offered, the most frequent ones; default 50,000.
        package var knownValues = 50_000
        /// How old the counts of values may become while there are newer data; default 60 seconds.
        package var knownValuesAge: Duration = .seconds(60)
        /// First hits whose texts are read for related words; default 200.
        package var relatedSample = 200
        /// Phrases that are counted for related words; default 120.
        package var relatedCandidates = 120
        /// Related words listed; default 24.
        package var relatedWords = 24
        /// Words of the other language listed; default 8.
        package var relatedTranslations = 8
        /// Names that are compared with a holder's; default 1,000.
        package var spellingsRead = 1_000
        /// Names that are listed of them; default 20.
        package var spellings = 20
        /// Names of the published table that are looked for beside a holder's; default 50.
        package var publishedSpellings = 50
        /// With more hits no word is taken to be misspelt; default 20.
        package var fewHits = 20
        /// Corrections of misspelt words that are offered; default 3.
        package var corrections = 3
        /// How long words near misspelt ones may be counted; default 100 milliseconds.
        package var correctionTime: Duration = .milliseconds(100)
        /// Terms of the dictionary read for one misspelt word; default 500,000.
        package var correctionScan = 500_000
        /// Records listed of those that cite one; default 20.
        package var citingRecords = 20
        /// The limits of the parser.
        package var language = QueryLanguage.Options()

        package init() {}
    }

    let store: Store
    private let index: PublishedIndex
    let pool: SearchPool
    let options: Options
    let knownValues = KnownValuesCache()

    package init(store: Store, index: PublishedIndex, pool: SearchPool, options: Options = Options()) {
        self.store = store
        self.index = index
        self.pool = pool
        self.options = options
    }

    /// The log sequence that an answer given now would be of; nil while nothing was indexed.
    package var newestSequence: UInt64? { index.snapshot?.sequence }

    /// Answers a question from the newest snapshot.
    ///
    /// - Throws: `QueryFailure` for a query that is not understood, `Failure.unavailable` while there is no index,
    ///   `Failure.tooMany` when too many wait, `Failure.invalid` for a page that is not reached by number.
    package func callAsFunction(_ question: SearchQuestion) async throws -> SearchAnswer {
        let parsed = try QueryLanguage(options: options.language).parse(question.text)
        guard question.offset <= options.maximumOffset else {
            throw Failure.invalid(
                field: "page",
                reason: "numbered pages end after \(options.maximumOffset) hits; follow the next-page link"
            )
        }
        let searcher = try await newestSearcher(knowing: question.knownSequence)
        let options = options
        let found = try await pool.run {
            try Found(try CompiledQuestion(question, parsed, searcher, options), options)
        }
        var answer = found.answer(parsed)
        if answer.total <= options.fewHits {
            answer.corrections = try await corrections(of: parsed, question, searcher, isEmpty: answer.total == 0)
        }
        let head = try await store.logHead()
        answer.behind = index.isDiverged ? head.size : max(0, head.size - Int64(searcher.snapshot.sequence))
        let entries = try await store.entries(found.hits.map(\.id), withTexts: false)
        let language = question.language
        answer.hits = try await pool.run {
            try HitWriter(words: found.asked.compiled.words, characters: options.snippetCharacters, language: language)
                .write(found, entries, explainedWords: options.explainedWords)
        }
        answer.elapsed = found.asked.started.duration(to: .now)
        return answer
    }

    /// The ids of everything that matches, in the order asked for, for exports.
    ///
    /// - Throws: As ``callAsFunction(_:)``.
    package func identifiers(_ question: SearchQuestion) async throws -> [String] {
        try await identifiers(question, limit: .max).ids
    }

    /// The ids of the first matches, in the order asked for, and how many matches there are.
    ///
    /// - Throws: As ``callAsFunction(_:)``.
    package func identifiers(_ question: SearchQuestion, limit: Int) async throws -> (ids: [String], total: Int) {
        let parsed = try QueryLanguage(options: options.language).parse(question.text)
        let searcher = try await newestSearcher(knowing: question.knownSequence)
        let options = options
        return try await pool.run(.long) {
            let request = SearchRequest(
                try CompiledQuestion.compile(question, parsed, searcher, options).compiled.tree,
                filter: Found.filter(question),
                sort: Found.sort(question.order),
                collapse: Found.grouping(question)
            )
            let matches = try searcher.matches(request)
            return (try matches.identifiers(0..<min(matches.count, max(0, limit))), matches.count)
        }
    }

    func newestSearcher(knowing sequence: UInt64) async throws -> Searcher {
        if sequence > newestSequence ?? 0 || (sequence > 0 && index.isDiverged) {
            // A line that was never written is not worth waiting for.
            let size = try await store.logHead().size
            await index.wait(for: min(sequence, UInt64(max(0, size))), atMost: options.patience)
        }
        guard let searcher = index.searcher else {
            throw Failure.unavailable(reason: "the index is still being built")
        }
        return searcher
    }
}
