package import Domain
import EntryIndex
import Index
import Query
import Store

/// Numbers that were looked for together.
package struct NumberMatches: Sendable {
    /// A number with what it found.
    package struct Match: Sendable {
        /// As it was typed.
        package var typed: String
        /// The records that have the number, the first few; none where it was not found.
        package var records: [Record]
        /// How many records have it.
        package var total: Int
        /// The check digit that the other digits ask for, where the typed one is another.
        package var expectedCheckDigit: String?
    }

    /// A record that has the number.
    package struct Record: Sendable {
        package var id: EntryID
        /// As it may be published: addresses of private persons end at the city.
        package var right: Right
        /// When its newest version was saved; microseconds since 1970, UTC.
        package var time: Int64
    }

    package var matches: [Match]
    /// How many more numbers there are than were looked for, because there are too many or time ran out.
    package var unread: Int
    /// The log sequence that the answer is of.
    package var sequence: UInt64
}

extension Search {
    /// Looks for many numbers of any kind at once.
    ///
    /// - Parameters:
    ///   - text: The numbers, as `NumberList` reads them; a number that stands there twice is looked for once.
    ///   - knownSequence: As in `SearchQuestion`.
    /// - Returns: Every number in the order of the text, with what it found.
    /// - Throws: `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait.
    package func numbers(_ text: String, knowing knownSequence: UInt64 = 0) async throws -> NumberMatches {
        var seen: Set<String> = []
        let typed = NumberList.read(text).filter { seen.insert($0).inserted }
        let searcher = try await newestSearcher(knowing: knownSequence)
        let options = options
        let found = try await pool.run(.long) {
            let deadline = ContinuousClock.now.advanced(by: options.numbersDeadline)
            var found: [Found] = []
            var rest = options.recordsAtOnce
            for number in typed.prefix(options.numbersAtOnce) where ContinuousClock.now < deadline {
                let one = try Self.found(number, searcher, most: min(options.recordsPerNumber, max(1, rest)))
                rest -= one.ids.count
                found.append(one)
            }
            return found
        }
        var entries: [String: (right: Right, time: Int64)] = [:]
        let ids = found.flatMap(\.ids)
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            for entry in try await store.entries(
                Array(ids[start..<min(start + Self.batch, ids.count)]),
                withTexts: false
            ) {
                guard let entry, !entry.isTombstone else { continue }
                entries[entry.entry] = (try RightContent.right(of: entry).masked, entry.time)
            }
        }
        let matches = zip(typed, found).map { typed, found in
            NumberMatches.Match(
                typed: typed,
                records: found.ids.compactMap { name in
                    guard let id = EntryID(name), let entry = entries[name] else { return nil }
                    return NumberMatches.Record(id: id, right: entry.right, time: entry.time)
                },
                total: found.total,
                expectedCheckDigit: NumberList.wrongCheckDigit(typed)
            )
        }
        return NumberMatches(
            matches: matches,
            unread: typed.count - found.count,
            sequence: searcher.snapshot.sequence
        )
    }

    /// Entries read from the store at a time.
    private static let batch = 500

    private struct Found: Sendable {
        var ids: [String]
        var total: Int
    }

    private static func found(_ typed: String, _ searcher: Searcher, most: Int) throws -> Found {
        guard let question = NumberList.question(typed) else { return Found(ids: [], total: 0) }
        let tree = try QueryCompiler().compile(question).tree
        let result = try searcher.search(SearchRequest(tree, limit: most, sort: .identifier))
        return Found(ids: result.hits.map(\.id), total: result.total)
    }
}
