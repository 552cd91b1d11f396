package import EntryIndex
import Index
import Query

/// Several queries, of which later ones may use earlier ones by their numbers: `#1 AND #2`.
package struct SearchHistory: Sendable {
    /// A query of the history.
    package struct Line: Sendable {
        /// From 1; `#` and this number mean the query.
        package var number: Int
        /// As it was typed.
        package var text: String
        package var outcome: Outcome
    }

    /// What became of a query.
    package enum Outcome: Sendable {
        /// It was counted; in the query, sets are written out.
        case counted(ParsedQuery, RecordCount, isExact: Bool)
        /// It was not understood; the others are counted all the same.
        case refused(QueryFailure)
    }

    package var lines: [Line]
    /// How many more lines there are than are counted.
    package var uncounted: Int
    /// The log sequence that the answer is of.
    package var sequence: UInt64
}

extension Search {
    /// Counts the queries of a history, in their order.
    ///
    /// - Parameters:
    ///   - text: A query a line; empty lines have no number.
    ///   - knownSequence: As in `SearchQuestion`.
    /// - Returns: Every query with its number and what it finds.
    /// - Throws: `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait.
    package func history(_ text: String, knowing knownSequence: UInt64 = 0) async throws -> SearchHistory {
        let all = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
        let searcher = try await newestSearcher(knowing: knownSequence)
        let options = options
        let lines = try await pool.run(.long) {
            let control = SearchControl(deadline: .now.advanced(by: options.deadline))
            let language = QueryLanguage(options: options.language)
            var sets: [QuerySet?] = []
            return try all.prefix(options.historyLines).enumerated().map { index, text in
                let outcome: SearchHistory.Outcome
                do {
                    let parsed = try language.parse(text, sets: sets)
                    sets.append(QuerySet(parsed.expression))
                    outcome = try Self.counted(parsed, searcher, control)
                } catch let failure as QueryFailure {
                    if sets.count == index { sets.append(nil) }
                    outcome = .refused(failure)
                }
                return SearchHistory.Line(number: index + 1, text: text, outcome: outcome)
            }
        }
        return SearchHistory(
            lines: lines,
            uncounted: max(0, all.count - options.historyLines),
            sequence: searcher.snapshot.sequence
        )
    }

    private static func counted(
        _ parsed: ParsedQuery,
        _ searcher: Searcher,
        _ control: SearchControl
    ) throws -> SearchHistory.Outcome {
        let tree = try QueryCompiler().compile(parsed.expression).tree
        var count = RecordCount()
        var isExact = true
        for isSample in [false, true] {
            let request = SearchRequest(tree, filter: Found.isSample(isSample), limit: 0, sort: .identifier)
            let result = try searcher.search(request, control: control)
            isExact = isExact && result.isExact
            if isSample { count.samples = result.total } else { count.records = result.total }
        }
        return .counted(parsed, count, isExact: isExact)
    }
}
