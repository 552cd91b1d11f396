import Index

/// Every match of a query in order, read in pieces as large as the caller wants.
///
/// **Cost** 24 bytes per match; identifiers are read from the index only when asked for.
public struct MatchList: Sendable {
    private let searcher: Searcher
    private let candidates: [Candidate]
    private let coding: KeyCoding
    /// Whether these are all matches; false only after a deadline.
    public let isExact: Bool
    /// Everything that was bounded.
    public let notes: [BoundNote]

    init(searcher: Searcher, candidates: [Candidate], coding: KeyCoding, isExact: Bool, notes: [BoundNote]) {
        self.searcher = searcher
        self.candidates = candidates
        self.coding = coding
        self.isExact = isExact
        self.notes = notes
    }

    /// The number of matches.
    public var count: Int { candidates.count }

    /// The matches of a range; what lies outside 0..<count is left out.
    ///
    /// - Throws: `SearchFailure.index`.
    public func hits(_ range: Range<Int>) throws(SearchFailure) -> [Hit] {
        var hits: [Hit] = []
        for candidate in candidates[range.clamped(to: 0..<candidates.count)] {
            do {
                hits.append(try searcher.hit(candidate, coding))
            } catch {
                throw .index(error)
            }
        }
        return hits
    }

    /// The identifiers of a range; what lies outside 0..<count is left out.
    ///
    /// - Throws: `SearchFailure.index`.
    public func identifiers(_ range: Range<Int>) throws(SearchFailure) -> [String] {
        var identifiers: [String] = []
        for candidate in candidates[range.clamped(to: 0..<candidates.count)] {
            do {
                let segment = searcher.snapshot.segments[Int(candidate.segment)]
                identifiers.append(try segment.identifier(of: candidate.document))
            } catch {
                throw .index(error)
            }
        }
        return identifiers
    }
}
