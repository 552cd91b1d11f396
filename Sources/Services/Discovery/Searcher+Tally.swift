import Domain
import Query

extension Searcher {
    /// Counts the records and the samples that match, each apart.
    ///
    /// - Parameters:
    ///   - tree: What they have to match.
    ///   - control: When to stop.
    /// - Returns: The counts, and whether they are exact; else there are at least so many.
    /// - Throws: As ``search(_:control:)``.
    func tally(_ tree: QueryTree, _ control: SearchControl) throws -> (count: RecordCount, isExact: Bool) {
        let result = try search(
            SearchRequest(tree, limit: 0, sort: .identifier).withSamplesApart,
            control: control
        )
        return (RecordCount(records: result.sides.records.total, samples: result.sides.samples.total), result.isExact)
    }
}

extension SearchRequest {
    /// The same question with samples counted apart from records; ``Query/SearchResult/sides`` tells them.
    var withSamplesApart: SearchRequest {
        var request = self
        request.apart = Found.isSample(true)
        return request
    }
}

extension SearchResult {
    /// The counts of records and of samples, where samples were counted apart.
    var sides: (records: Counts, samples: Counts) { (counts, apart ?? Counts()) }

    /// The result where all of it was worked out: shares and scores of parts would be wrong.
    ///
    /// - Throws: `Failure.tooMany` where time ran out first.
    func whole() throws -> SearchResult {
        guard isExact else { throw Failure.tooMany(retryAfter: SearchPool.busySeconds) }
        return self
    }
}

extension Count {
    /// The number where all of it was counted.
    ///
    /// - Throws: `Failure.tooMany` where time ran out first.
    func whole() throws -> Int {
        guard isExact else { throw Failure.tooMany(retryAfter: SearchPool.busySeconds) }
        return total
    }
}
