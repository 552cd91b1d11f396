package import Domain
import EntryIndex
import Index
import Query

/// Classes found by words.
package struct ClassFinds: Sendable {
    /// A class that records with the words have.
    package struct Find: Sendable, Hashable {
        package var symbol: String
        package var count: RecordCount
    }

    /// Records that match the words.
    package var total: RecordCount
    /// The classes of each scheme that most of these records have.
    package var leading: [ClassScheme: [Find]]
    /// Classes whose titles have the words, by scheme.
    package var titled: [ClassScheme: [ClassEntry]]
    /// Whether no record has the words as they were given, so that any of their most telling parts was looked for.
    package var isLoose: Bool
    /// The log sequence that the counts are of.
    package var sequence: UInt64
}

extension Classes {
    /// Finds classes by words: those that the records of a search mostly have, and those whose titles have the words.
    ///
    /// - Parameters:
    ///   - words: A query in the query language.
    ///   - schemes: The schemes looked at.
    ///   - knownSequence: As in `SearchQuestion`.
    /// - Returns: The classes, with what they were found by.
    /// - Throws: `QueryFailure`; as ``level(_:_:knowing:)``.
    /// **Cost** Two searches with a facet a scheme, and reading the titles.
    package func finding(
        _ words: String,
        in schemes: [ClassScheme],
        knowing knownSequence: UInt64 = 0
    ) async throws -> ClassFinds {
        let tree = try QueryCompiler().compile(
            QueryLanguage(options: search.options.language).parse(words).expression
        ).tree
        let catalogue = await catalogue()
        let searcher = try await search.newestSearcher(knowing: knownSequence)
        let (options, deadline) = (options, search.options.deadline)
        return try await search.pool.run(.long) {
            let questions = schemes.map { ClassQuestion($0, catalogue[$0]) }
            let request = SearchRequest(
                tree,
                limit: 0,
                sort: .identifier,
                facets: questions.map { $0.leading(Self.asked(options.leadingClasses, of: $0.scheme)) }
            )
            let control = SearchControl(deadline: .now.advanced(by: deadline))
            var (records, samples) = try searcher.search(request.withSamplesApart, control: control).whole().sides
            let isLoose = records.total + samples.total == 0
            if isLoose {
                // 石墨烯电池 may stand nowhere as one word; records with 石墨烯 or 电池 still tell where to look.
                var loose = request
                loose.query = try LikeText(words, searcher, limit: Self.looseWords).tree
                (records, samples) = try searcher.search(loose.withSamplesApart, control: control).whole().sides
            }
            var titled: [ClassScheme: [ClassEntry]] = [:]
            for scheme in schemes { titled[scheme] = catalogue[scheme].matches(words, limit: options.titleMatches) }
            return ClassFinds(
                total: RecordCount(records: records.total, samples: samples.total),
                leading: Self.merged(questions, records, samples, limit: options.leadingClasses),
                titled: titled.filter { !$0.value.isEmpty },
                isLoose: isLoose && records.total + samples.total > 0,
                sequence: searcher.snapshot.sequence
            )
        }
    }

    /// Parts of words that are looked for where the words themselves find nothing.
    private static let looseWords = 10

    /// The leading classes of each scheme in the answers of records and samples; records outweigh samples.
    static func merged(
        _ questions: [ClassQuestion],
        _ records: SearchResult.Counts,
        _ samples: SearchResult.Counts,
        limit: Int
    ) -> [ClassScheme: [ClassFinds.Find]] {
        var leading: [ClassScheme: [ClassFinds.Find]] = [:]
        for (place, question) in questions.enumerated() {
            var counts: [String: RecordCount] = [:]
            for (result, kind) in [(records, \RecordCount.records), (samples, \RecordCount.samples)] {
                for entry in result.facets[place].entries {
                    guard let symbol = question.symbol(of: entry.label), question.isListed(symbol) else { continue }
                    counts[symbol, default: RecordCount()][keyPath: kind] += entry.count
                }
            }
            let ordered = counts.sorted {
                ($0.value.records, $0.value.samples, $1.key) > ($1.value.records, $1.value.samples, $0.key)
            }
            if !ordered.isEmpty {
                leading[question.scheme] = ordered.prefix(limit).map {
                    ClassFinds.Find(symbol: $0.key, count: $0.value)
                }
            }
        }
        return leading
    }

    /// Labels to ask the engine for so that so many classes are among them: of regions only provinces are listed.
    static func asked(_ limit: Int, of scheme: ClassScheme) -> Int { scheme == .region ? 1_000 : limit * 2 }
}

extension ClassQuestion {
    /// Whether a class stands in lists of leading ones.
    fileprivate func isListed(_ symbol: String) -> Bool { scheme != .region || symbol.hasSuffix("0000") }
}
