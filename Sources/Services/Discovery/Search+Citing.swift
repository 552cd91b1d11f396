package import Domain
package import EntryIndex
import Query
import Store

/// The records that cite a right.
package struct Citing: Sendable {
    /// A record that cites it.
    package struct Record: Sendable {
        package var id: EntryID
        /// As it may be published, without its long texts.
        package var right: Right
        /// When its newest version was saved; microseconds since 1970, UTC.
        package var time: Int64
    }

    /// The newest of them.
    package var records: [Record]
    /// How many there are, samples apart.
    package var total: RecordCount
    /// The query that finds them all.
    package var expression: Expression
}

extension Search {
    /// The records whose citations name one of a right's own numbers, the newest first.
    ///
    /// **Cost** two questions to the index for a few beginnings of numbers, and one read of the records found.
    ///
    /// - Parameter right: The right that is cited.
    /// - Returns: What cites it; nil for a right that no citation can name.
    /// - Throws: `Failure.unavailable` while there is no index, `Failure.tooMany` when too many wait; what the store throws.
    package func citing(_ right: Right) async throws -> Citing? {
        guard let expression = Self.citing(right) else { return nil }
        let searcher = try await newestSearcher(knowing: 0)
        let options = options
        let (ids, total) = try await pool.run {
            let control = SearchControl(deadline: .now.advanced(by: options.deadline))
            let tree = try QueryCompiler().compile(expression).tree
            let found = try searcher.search(
                SearchRequest(
                    tree,
                    limit: options.citingRecords,
                    sort: .number(column: Column.date.rawValue, descending: true)
                ).withSamplesApart,
                control: control
            ).whole()
            return (found.hits.map(\.id), RecordCount(records: found.total, samples: found.sides.samples.total))
        }
        let entries = try await store.entries(ids, withTexts: false)
        let records = try entries.compactMap { entry -> Citing.Record? in
            guard let entry, !entry.isTombstone, let id = EntryID(entry.entry) else { return nil }
            return Citing.Record(id: id, right: try RightContent.right(of: entry).masked, time: entry.time)
        }
        return Citing(records: records, total: total, expression: expression)
    }

    /// Any citation of one of a right's numbers, whatever kind of publication is cited.
    private static func citing(_ right: Right) -> Expression? {
        guard right.register == .patent || right.register == .design else { return nil }
        let record = right.bibliography
        let published = record.publications.compactMap { document in
            document.country.flatMap { PublicationNumber(country: $0, number: document.number) }?.id
        }
        let applied = record.application.flatMap { document in
            RightNumber.applicationID(country: document.country, number: document.number)
        }
        var seen: Set<String> = []
        let numbers = (published + [applied].compactMap(\.self)).filter { seen.insert($0).inserted }
        guard !numbers.isEmpty else { return nil }
        return .any(of: numbers.map { Expression(.number(Expression.Number($0), .citation)) })
    }
}
