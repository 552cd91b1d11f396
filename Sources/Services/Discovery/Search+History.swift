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
    /// How many more lines there are than were counted, because there are too many or too much in them.
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
            let deadline = ContinuousClock.now.advanced(by: options.deadline)
            let control = SearchControl(deadline: deadline)
            let language = QueryLanguage(options: options.language)
            var sets: [QuerySet?] = []
            var parts = 0
            var lines: [SearchHistory.Line] = []
            for text in all.prefix(options.historyLines) {
                // What is left is said to be uncounted.
                guard ContinuousClock.now < deadline, parts < options.historyParts else { break }
                let outcome: SearchHistory.Outcome
                do {
                    let parsed = try language.parse(text, sets: sets)
                    let set = QuerySet(parsed.expression)
                    parts += set.size
                    outcome = try Self.counted(parsed, searcher, control)
                    sets.append(set)
                } catch let failure as QueryFailure {
                    sets.append(nil)
                    outcome = .refused(failure)
                }
                lines.append(SearchHistory.Line(number: lines.count + 1, text: text, outcome: outcome))
            }
            return lines
        }
        return SearchHistory(
            lines: lines,
            uncounted: all.count - lines.count,
            sequence: searcher.snapshot.sequence
        )
    }

    private static func counted(
        _ parsed: ParsedQuery,
        _ searcher: Searcher,
        _ control: SearchControl
    ) throws -> SearchHistory.Outcome {
        let tree = try QueryCompiler().compile(parsed.expression).tree
        let (count, isExact) = try searcher.tally(tree, control)
        return .counted(parsed, count, isExact: isExact)
    }
}
