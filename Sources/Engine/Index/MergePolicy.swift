/// Chooses which segments to merge, so that their number grows with the logarithm of the documents.
struct MergePolicy {
    let options: IndexOptions

    /// The places of segments to be written as one; nil when all is well.
    ///
    /// One place alone means that its deleted documents have become too many.
    func choose(_ segments: [(documentCount: Int, liveCount: Int)]) -> [Int]? {
        for (place, segment) in segments.enumerated() {
            let deleted = segment.documentCount - segment.liveCount
            if Double(deleted) > Double(segment.documentCount) * options.deletedShare { return [place] }
        }
        var tiers: [Int: [Int]] = [:]
        for (place, segment) in segments.enumerated() where segment.liveCount < options.maximumSegmentDocuments / 2 {
            tiers[tier(segment.liveCount), default: []].append(place)
        }
        for tier in tiers.keys.sorted() {
            guard let places = tiers[tier], places.count >= max(2, options.mergeFactor) else { continue }
            var chosen: [Int] = []
            var total = 0
            for place in places.sorted(by: { segments[$0].liveCount < segments[$1].liveCount }) {
                total += segments[place].liveCount
                if total > options.maximumSegmentDocuments { break }
                chosen.append(place)
            }
            if chosen.count > 1 { return chosen }
        }
        return nil
    }

    /// 0 up to the smallest size, then one more for each factor.
    private func tier(_ count: Int) -> Int {
        var tier = 0
        var limit = max(1, options.smallestTier)
        while count >= limit, tier < 60 {
            tier += 1
            limit = limit.multipliedReportingOverflow(by: max(2, options.mergeFactor)).partialValue
            if limit <= 0 { break }
        }
        return tier
    }
}
