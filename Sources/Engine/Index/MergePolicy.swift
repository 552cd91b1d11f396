/// Chooses which segments to merge, so that their number grows with the logarithm of the documents.
struct MergePolicy {
    /// What the choice looks at in a segment.
    struct Candidate {
        var documentCount: Int
        var liveCount: Int
        /// Whether it is being merged already, so that it cannot be chosen.
        var isTaken = false
    }

    let options: IndexOptions

    /// The sets of segments, by their places, that are each to be written as one; the smallest documents first.
    ///
    /// One place alone means that its deleted documents have become too many.
    func due(_ segments: [Candidate]) -> [[Int]] {
        var due: [[Int]] = []
        var tiers: [Int: [Int]] = [:]
        for (place, segment) in segments.enumerated() where !segment.isTaken {
            let deleted = segment.documentCount - segment.liveCount
            if Double(deleted) > Double(segment.documentCount) * max(0, options.deletedShare) {
                due.append([place])
            } else if segment.liveCount < options.maximumSegmentDocuments / 2 {
                tiers[tier(segment.liveCount), default: []].append(place)
            }
        }
        for places in tiers.values where places.count >= max(2, options.mergeFactor) {
            var chosen: [Int] = []
            var total = 0
            for place in places.sorted(by: { segments[$0].liveCount < segments[$1].liveCount }) {
                total += segments[place].liveCount
                if total > options.maximumSegmentDocuments { break }
                chosen.append(place)
            }
            if chosen.count > 1 { due.append(chosen) }
        }
        func size(_ places: [Int]) -> Int { places.reduce(0) { $0 + segments[$1].liveCount } }
        return due.sorted { (size($0), $0[0]) < (size($1), $1[0]) }
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
