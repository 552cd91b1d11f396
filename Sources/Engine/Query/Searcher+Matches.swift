import Index

extension Searcher {
    /// Finds every matching document in order, for exports.
    ///
    /// Limit, cursor, facets, histograms and matrices of the request are not looked at.
    ///
    /// - Parameters:
    ///   - request: What is asked for.
    ///   - range: The matches that will be read. Where many are alike but for their identifiers, those outside it may be left in any
    ///     order, which spares reading and comparing their identifiers.
    ///   - control: What stops it early.
    /// - Returns: All matches.
    /// - Throws: As ``search(_:control:)``.
    public func matches(
        _ request: SearchRequest,
        within range: Range<Int> = 0..<Int.max,
        control: SearchControl = SearchControl()
    ) throws(SearchFailure) -> MatchList {
        let plan = try QueryPlan(query: request.query, filter: request.filter, snapshot, options)
        let words = plan.words
        let order = try ResolvedOrder(request.sort, hasWords: !words.isEmpty, snapshot)
        let model = try model(words, order, request.scoring, plan.catalogue)
        var collector = HitCollector(order, model, plan.catalogue)
        var list: [Candidate] = []
        let runs = SegmentRuns(plan, snapshot.schema, options)
        let progress = try sweep(plan, runs, control) { (run, hits, count) throws(IndexFailure) in
            try collector.add(hits, run, to: &list)
        }
        list.sort { $0.isEarlier(than: $1) }
        // Which matches a collapse takes away is known only in order.
        let wanted = request.collapse == nil ? range : 0..<Int.max
        try reading { () throws(IndexFailure) in try sortEqualKeys(&list, within: wanted) }
        if let column = request.collapse {
            var groups = try HitGroups(column, snapshot)
            try reading { () throws(IndexFailure) in try groups.keepFirsts(&list, snapshot) }
        }
        return MatchList(
            searcher: self,
            candidates: list,
            coding: order.coding,
            isExact: progress.isExact,
            notes: plan.notes + model.notes + cutNotes(runs.isCut)
        )
    }

    private func sortEqualKeys(_ list: inout [Candidate], within range: Range<Int>) throws(IndexFailure) {
        var start = 0
        while start < min(list.count, range.upperBound) {
            var end = start + 1
            while end < list.count, list[end].hasSameKey(as: list[start]) { end += 1 }
            if end - start > 1, end > range.lowerBound {
                var named: [(id: String, candidate: Candidate)] = []
                named.reserveCapacity(end - start)
                for candidate in list[start..<end] {
                    let segment = snapshot.segments[Int(candidate.segment)]
                    named.append((try segment.identifier(of: candidate.document), candidate))
                }
                named.sort { TopHits.precedes($0.id, $1.id) }
                for (offset, entry) in named.enumerated() { list[start + offset] = entry.candidate }
            }
            start = end
        }
    }
}
