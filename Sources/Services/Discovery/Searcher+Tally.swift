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
        let records = try count(.and([tree, Found.isSample(false)]), control: control)
        let samples = try count(.and([tree, Found.isSample(true)]), control: control)
        return (RecordCount(records: records.total, samples: samples.total), records.isExact && samples.isExact)
    }
}

extension SearchResult {
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
