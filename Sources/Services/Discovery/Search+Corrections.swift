import Domain
import EntryIndex
import Query
import Text

extension Search {
    /// Words near those that no record has, with what the query finds with them; nothing is ever changed by itself.
    ///
    /// **Cost** a look-up a word, and where one is not found, a bounded walk through the dictionary.
    /// - Returns: At most `Options.corrections`, by the words of the query; only queries that find something.
    /// - Throws: What the engine throws.
    func corrections(
        of parsed: ParsedQuery,
        _ question: SearchQuestion,
        _ searcher: Searcher,
        isEmpty: Bool
    ) async throws -> [SearchCorrection] {
        let words = Array(parsed.searchedWords.prefix(Self.wordsLookedAt))
        guard !words.isEmpty, question.offset == 0, question.after == nil, question.limit > 0 else { return [] }
        let options = options
        // Names are looked for only where nothing was found at all; where they cannot be counted now, the page does without.
        let known =
            isEmpty && words.contains { !$0.text.utf8.allSatisfy { $0 < 0x80 } }
            ? try? await knownValues.values(
                of: searcher,
                pool: pool,
                limit: options.knownValues,
                age: options.knownValuesAge
            ) : nil
        return try await pool.run {
            let control = SearchControl(deadline: .now.advanced(by: options.correctionTime))
            var found: [SearchCorrection] = []
            for word in words where found.count < options.corrections && !control.isLate {
                guard try Self.isUnknown(word, searcher, control), !control.isLate else { continue }
                var near = try NearWords.words(
                    near: word.text,
                    in: word.field,
                    searcher,
                    limit: options.corrections,
                    scan: options.correctionScan
                )
                if let known { near += Self.names(near: word, known, limit: options.corrections) }
                for replacement in near where found.count < options.corrections {
                    let query = word.replaced(by: replacement, in: parsed)
                    guard let count = try Self.count(query, question, searcher, options, control),
                        count.records + count.samples > 0
                    else { continue }
                    let correction = SearchCorrection(
                        word: word.text,
                        replacement: replacement,
                        query: query,
                        count: count
                    )
                    if !found.contains(correction) { found.append(correction) }
                }
            }
            return found
        }
    }

    /// Words of one query that are looked at.
    private static let wordsLookedAt = 8

    private static func isUnknown(
        _ word: SearchedWord,
        _ searcher: Searcher,
        _ control: SearchControl
    ) throws -> Bool {
        let tree = try QueryCompiler().compile(Expression(.term(.word(word.text), word.field))).tree
        return try searcher.search(SearchRequest(tree, limit: 1, needsTotal: false), control: control).hits.isEmpty
    }

    private static func count(
        _ query: String,
        _ question: SearchQuestion,
        _ searcher: Searcher,
        _ options: Search.Options,
        _ control: SearchControl
    ) throws -> RecordCount? {
        var question = question
        question.text = query
        // A near word may be one that the language reads in another way; such a query is not offered.
        guard let parsed = try? QueryLanguage(options: options.language).parse(query) else { return nil }
        let tree = try CompiledQuestion.compile(question, parsed, searcher, options).compiled.tree
        let (count, isExact) = try searcher.tally(.and([tree, Found.filter(question)]), control)
        return isExact ? count : nil
    }

    // MARK: Names

    /// Beginnings of names that are read like a word, or differ in a character or two of it; the commonest first.
    ///
    /// The reading of the first character is taken to be right.
    private static func names(near word: SearchedWord, _ known: KnownValues, limit: Int) -> [String] {
        guard let column = word.field == nil ? .applicant : word.field?.completingColumn,
            KnownValues.names.contains(column)
        else { return [] }
        var folder = NameFolder()
        let typed = Array(folder.fold(word.text).unicodeScalars)
        guard (2...longestName).contains(typed.count), typed.allSatisfy(\.isHan) else {
            return []
        }
        let pinyin = Pinyin()
        let reading = pinyin.syllables(of: word.text)
        guard let first = reading.first else { return [] }
        let allowed = typed.count < 6 ? 1 : 2
        var names: [String] = []
        for value in known.beginning(with: first, in: column, limit: namesLookedAt) {
            let scalars = Array(folder.fold(value.label).unicodeScalars.prefix(typed.count))
            let name = String(String.UnicodeScalarView(scalars))
            guard scalars != typed, !names.contains(name),
                EditDistance.between(typed, scalars, limit: allowed) <= allowed || reading == pinyin.syllables(of: name)
            else { continue }
            // Of two or three characters one other is another name, unless it sounds alike.
            if typed.count < 4, reading != pinyin.syllables(of: name) { continue }
            names.append(name)
            if names.count == limit { break }
        }
        return names
    }

    /// A name's part beyond which spelling is not looked at; characters.
    private static let longestName = 30
    /// Names compared with a word, those with the most records.
    private static let namesLookedAt = 2_000
}
