import Domain
import Query

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
