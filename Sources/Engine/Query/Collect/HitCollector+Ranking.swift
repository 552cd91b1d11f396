import Index

extension HitCollector {
    /// Ranges looked at between two looks at the clock.
    private static let ranges = 64
    /// With fewer matches than one document in so many, scoring all of them costs less than finding out which may lead.
    private static let fewMatches = 32
    /// With more open ranges than one in so many, a sweep through all is faster than going from one to the next.
    private static let manyOpen = 8

    /// Looks into the most promising ranges first, so that few hits elsewhere have to be scored.
    ///
    /// - Returns: Whether there are bounds by which the others can be left out; not for other orders, without words, and
    ///   where few documents match.
    /// - Throws: `IndexFailure`.
    mutating func scout(
        _ runs: SegmentRuns,
        needed: [[[UInt8]]],
        limit: Int,
        _ control: SearchControl,
        to top: inout TopHits
    ) throws(IndexFailure) -> Bool {
        guard case .score = order, limit > 0, !model.words.isEmpty, model.hasBounds else { return false }
        var work = 0
        for place in catalogue.segments.indices { work += try runs.run(place)?.work ?? 0 }
        guard work >= model.documentCount / Self.fewMatches else { return false }
        var found = bounds
        var greatest = 0.0
        for place in catalogue.segments.indices where try runs.run(place) != nil {
            let bounds = try ScoreBounds(model, place, catalogue, needed: needed)
            greatest = max(greatest, bounds.values.max() ?? 0)
            found[place] = bounds
        }
        bounds = found
        // Where most ranges would have to be looked into, the sweep finds the first hits sooner.
        var left = found.reduce(0) { $0 + ($1?.values.count ?? 0) } / 2
        guard greatest > 0, limit <= left else { return true }
        let floor = floor(below: greatest, limit)
        for place in bounds.indices {
            guard let run = try runs.run(place), let values = bounds[place]?.values else { continue }
            for range in values.indices where values[range] >= floor && left > 0 {
                left -= 1
                // The sweep goes on from here whatever was looked into, and says what a stop left out.
                if left % Self.ranges == 0, control.isStopped { left = 0 }
                try look(range, run, to: &top)
            }
            run.rewind()
            scorers[place] = nil
        }
        return true
    }

    /// A bound that about `limit` ranges reach.
    private func floor(below greatest: Double, _ limit: Int) -> Double {
        var counts = [Int](repeating: 0, count: 257)
        for bounds in bounds {
            for value in bounds?.values ?? [] where value > 0 { counts[Int(value / greatest * 256)] += 1 }
        }
        var step = 256
        var count = counts[step]
        while step > 1, count < limit {
            step -= 1
            count += counts[step]
        }
        return greatest * Double(step) / 256
    }

    /// Whether only a few ranges may still hold one of the first hits.
    func isNearlyDone(_ last: Candidate?) -> Bool {
        var open = 0
        var all = 0
        for case let bounds? in bounds {
            all += bounds.values.count
            open += bounds.openCount(floor: last?.score)
        }
        return open * Self.manyOpen <= all
    }

    /// Looks into all ranges that may still hold one of the first hits, and nowhere else.
    ///
    /// - Returns: Whether there was time for all of them; a sweep then offers what is in the others.
    mutating func lookIntoOpenRanges(
        _ runs: SegmentRuns,
        _ control: SearchControl,
        to top: inout TopHits
    ) throws(SearchFailure) -> Bool {
        var steps = 0
        var isDone = true
        for place in bounds.indices {
            do throws(IndexFailure) {
                guard let run = try runs.run(place) else { continue }
                var next = 0
                while let range = bounds[place]?.nextOpen(from: next, floor: top.last?.score) {
                    steps += 1
                    if steps % Self.ranges == 0, control.isStopped {
                        isDone = false
                        break
                    }
                    try look(range, run, to: &top)
                    next = range + 1
                }
                run.rewind()
                scorers[place] = nil
            } catch {
                throw .index(error)
            }
            if control.isCancelled() { throw .cancelled }
        }
        return isDone
    }

    /// Looks into all windows for documents whose words may bring them among the first, and offers these.
    ///
    /// Only where every document with a scored word is a hit, and there are as many hits as are wanted already. A stop
    /// leaves the rest out.
    mutating func lookIntoWindows(
        _ runs: SegmentRuns,
        _ control: SearchControl,
        to top: inout TopHits
    ) throws(SearchFailure) {
        for place in bounds.indices {
            do throws(IndexFailure) {
                guard let run = try runs.run(place) else { continue }
                while let window = run.skipNextWindow(), let floor = top.last?.score, !control.isStopped {
                    try findBest(in: window, run, floor: floor)
                    windowHits = best
                    run.keepLive(&windowHits, in: window)
                    try offerScores(count: windowHits.count, window, run, to: &top)
                }
            } catch {
                throw .index(error)
            }
            if control.isCancelled() { throw .cancelled }
        }
    }

    /// Matches, scores and offers the documents of a range.
    private mutating func look(_ range: Int, _ run: SegmentRun, to top: inout TopHits) throws(IndexFailure) {
        guard let documents = bounds[run.place]?.documents(range) else { return }
        try run.match(documents, &windowHits)
        try offerScores(count: windowHits.count, documents, run, to: &top)
        bounds[run.place]?.close(range)
    }
}
