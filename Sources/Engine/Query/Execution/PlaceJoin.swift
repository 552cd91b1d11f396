/// Brings the places of two operands together inside one field.
struct PlaceJoin {
    /// The greatest distance; nil when only the sentence or paragraph bounds it.
    var distance: Int?
    /// Whether the first operand must stand before the second.
    var isOrdered: Bool
    /// Whether both must lie in one sentence.
    var isInSentence: Bool
    /// Results kept at most.
    var limit: Int

    /// Appends every pair's common span, sorted and each once.
    ///
    /// - Parameters:
    ///   - left: Places of the first operand, sorted.
    ///   - right: Places of the second operand, sorted.
    ///   - ends: Sentence and paragraph ends of the field, each ascending.
    ///   - output: Where the spans go; empty before.
    /// - Returns: Whether `limit` cut the spans short.
    func run(
        _ left: [Place],
        _ right: [Place],
        ends: (sentences: [UInt32], paragraphs: [UInt32]),
        into output: inout [Place]
    ) -> Bool {
        var isCut = pairs(left, right, ends: ends, into: &output)
        if !isOrdered, !isCut {
            isCut = pairs(right, left, ends: ends, into: &output)
        }
        output.sortDistinct()
        return isCut
    }

    /// Whether any of the places stand near enough, wherever sentences and paragraphs end.
    ///
    /// - Parameters:
    ///   - left: Places of the first operand, sorted.
    ///   - right: Places of the second operand, sorted.
    /// - Returns: False where nothing can come of a join; always true without a distance.
    func isPossible(_ left: [Place], _ right: [Place]) -> Bool {
        guard let distance else { return true }
        func isFollowed(_ earlier: [Place], by later: [Place]) -> Bool {
            earlier.contains { place in
                let next = Self.lowerBound(of: place.last + 1, in: later)
                return next < later.count && later[next].first <= place.last + distance
            }
        }
        return isFollowed(left, by: right) || !isOrdered && isFollowed(right, by: left)
    }

    private func pairs(
        _ earlier: [Place],
        _ later: [Place],
        ends: (sentences: [UInt32], paragraphs: [UInt32]),
        into output: inout [Place]
    ) -> Bool {
        for place in earlier {
            var bound = Self.end(at: place.first, in: ends.paragraphs)
            if isInSentence { bound = min(bound, Self.end(at: place.first, in: ends.sentences)) }
            guard place.last <= bound else { continue }
            let reach = distance.map { min(bound, place.last + $0) } ?? bound
            var index = Self.lowerBound(of: place.last + 1, in: later)
            while index < later.count, later[index].first <= reach {
                if later[index].last <= bound {
                    if output.count >= limit { return true }
                    output.append(Place(first: place.first, last: later[index].last))
                }
                index += 1
            }
        }
        return false
    }

    /// The first end at or behind a position; no end leaves the field's own end, which is beyond every position.
    static func end(at position: Int, in ends: [UInt32]) -> Int {
        var lower = 0
        var upper = ends.count
        while lower < upper {
            let middle = (lower + upper) >> 1
            if Int(ends[middle]) < position { lower = middle + 1 } else { upper = middle }
        }
        return lower < ends.count ? Int(ends[lower]) : Int.max
    }

    private static func lowerBound(of first: Int, in places: [Place]) -> Int {
        var lower = 0
        var upper = places.count
        while lower < upper {
            let middle = (lower + upper) >> 1
            if places[middle].first < first { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}
