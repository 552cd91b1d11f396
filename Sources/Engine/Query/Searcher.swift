public import Index

/// Answers questions over one snapshot.
///
/// Any number of threads may use one at the same time. Calls compute until they are done, so they belong on threads of
/// their own. A searcher holds nothing but its snapshot, so one may be made for every request.
public struct Searcher: Sendable {
    /// What is searched.
    public let snapshot: Snapshot
    /// The limits.
    public let options: SearchOptions

    /// Makes a searcher.
    public init(_ snapshot: Snapshot, options: SearchOptions = SearchOptions()) {
        self.snapshot = snapshot
        self.options = options
    }

    /// Finds, orders and counts.
    ///
    /// - Throws: `index` when the index is damaged; `unknownColumn`, `cursorMismatch` and `limitTooLarge` for a request
    ///   that does not fit; `cancelled`.
    public func search(
        _ request: SearchRequest,
        control: SearchControl = SearchControl()
    ) throws(SearchFailure) -> SearchResult {
        try check(request)
        let plan = try QueryPlan(query: request.query, filter: request.filter, snapshot, options)
        let words = plan.words
        let order = try ResolvedOrder(request.sort, hasWords: !words.isEmpty, snapshot)
        var counting = try Counting(request, snapshot)
        let after: (key: Candidate, id: String)? =
            if let cursor = request.after { (try order.coding.candidate(cursor.key), cursor.id) } else { nil }
        var top = TopHits(snapshot.segments, limit: request.limit, after: after)
        let model = try model(request.limit > 0 ? words : [], order, request.scoring, plan.catalogue)
        var collector = HitCollector(order, model, plan.catalogue)
        // Filled only where hits are grouped.
        var window: [Candidate] = []
        var groups: HitGroups? = if let column = request.collapse { try HitGroups(column, snapshot) } else { nil }
        var apart: ApartHits? =
            if let condition = request.apart { try ApartHits(condition, request, snapshot, options) } else { nil }
        // Only the best hits are asked for.
        let isRanked = !request.isCounted && request.limit > 0 && order.isByScore
        let runs = SegmentRuns(
            plan,
            snapshot.schema,
            options,
            // Which of the documents that may be hits are wanted is known sooner than which are hits.
            putsOffPlaces: isRanked
        )
        // The first hits may be found without meeting all others.
        var areFound = request.limit == 0
        if isRanked, let terms = TermConjunction(plan.matching),
            try reading({ () throws(IndexFailure) in try collector.isRare(terms) })
        {
            try collector.lookInto(terms, options, control, to: &top)
            areFound = true
        }
        let isBounded = try reading { () throws(IndexFailure) in
            // What stands for a group is known only when all of them were met.
            guard groups == nil, !areFound else { return false }
            return try collector.scout(
                runs,
                needed: plan.matching.neededTerms,
                limit: request.limit,
                control,
                to: &top
            )
        }
        let time = request.matrices.isEmpty ? control : control.leavingTime
        if isBounded, collector.isNearlyDone(top.last) {
            areFound = try collector.lookIntoOpenRanges(runs, time, to: &top) || !request.isCounted
        } else if isBounded, !request.isCounted, (top.last?.score ?? 0) > 0, plan.isDisjunction(of: words) {
            try collector.lookIntoWindows(runs, time, to: &top)
            areFound = true
        }
        var progress: Sweep.Progress
        if areFound, !request.isCounted {
            progress = Sweep.Progress(total: collector.seen, isExact: false)
        } else {
            let stopsEarly = !request.isCounted && order.isNewestFirst(snapshot.schema)
            progress = try sweep(plan, runs, time) { next in
                stopsEarly && top.isFilled(before: next)
            } body: { (run, hits, count) throws(IndexFailure) in
                if areFound {
                    try groups?.count(hits, run)
                } else if groups == nil {
                    try collector.add(hits, count: count, run, to: &top)
                } else {
                    window.removeAll(keepingCapacity: true)
                    try collector.add(hits, run, to: &window)
                    try groups?.add(window, of: run, to: &top)
                }
                let others = try apart?.take(from: hits, count: count, run, &groups) ?? (hits: hits, count: count)
                if others.count > 0 { try counting.add(others.hits, count: others.count, run) }
            }
        }
        if runs.hasChecks {
            progress.total = collector.seen
            progress.isExact = false
        }
        var answered = try reading { () throws(IndexFailure) in
            try groups?.offer(to: &top)
            return try counting.results(snapshot, options)
        }
        let answeredApart = try reading { () throws(IndexFailure) in try apart?.counting.results(snapshot, options) }
        if try !counting.fillMatrices(&answered, snapshot, options, control) { progress.isExact = false }
        let notes = [
            plan.notes, model.notes, cutNotes(runs.isCut || collector.isCut), answered.notes,
            apart?.notes(options) ?? [],
            answeredApart?.notes ?? [],
        ]
        return SearchResult(
            counts: answered.counts(
                of: request,
                total: progress.total - (apart?.total ?? 0),
                groups: apart == nil ? groups?.total : groups?.total(of: .others)
            ),
            apart: answeredApart?.counts(of: request, total: apart?.total ?? 0, groups: groups?.total(of: .own)),
            isExact: progress.isExact,
            completeBack: progress.completeBack,
            groups: groups?.total,
            hits: try hits(&top, order.coding, groups),
            matrices: answered.matrices,
            notes: notes.joined().reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        )
    }

    /// Counts the documents that match.
    ///
    /// - Throws: As ``search(_:control:)``.
    public func count(
        _ query: QueryTree,
        control: SearchControl = SearchControl()
    ) throws(SearchFailure) -> Count {
        let plan = try QueryPlan(query: query, snapshot, options)
        let runs = SegmentRuns(plan, snapshot.schema, options)
        let progress = try sweep(plan, runs, control) { (_, _, _) throws(IndexFailure) in }
        return Count(total: progress.total, isExact: progress.isExact, notes: plan.notes + cutNotes(runs.isCut))
    }

    private func check(_ request: SearchRequest) throws(SearchFailure) {
        let sides = request.matrices.flatMap { [$0.rows.facet, $0.columns.facet] }.compactMap { $0 }
        let asked = (request.facets + sides).reduce(request.limit) { max($0, $1.limit) }
        if asked > options.maximumLimit { throw .limitTooLarge(asked: asked, maximum: options.maximumLimit) }
        let cells = request.matrices.compactMap(\.cellsOfLabels).max() ?? 0
        if cells > max(0, options.maximumCells) { throw .limitTooLarge(asked: cells, maximum: options.maximumCells) }
    }

    /// The scoring numbers; empty when nothing is ordered by score.
    func model(
        _ words: [ScoredWord],
        _ order: ResolvedOrder,
        _ scoring: Scoring,
        _ catalogue: TermCatalogue
    ) throws(SearchFailure) -> ScoringModel {
        let scored = if case .score = order { words } else { [ScoredWord]() }
        return try reading { () throws(IndexFailure) in
            try ScoringModel(scored, scoring, snapshot, catalogue, options)
        }
    }

    func sweep(
        _ plan: QueryPlan,
        _ runs: SegmentRuns,
        _ control: SearchControl,
        isDone: (_ next: Int64?) -> Bool = { _ in false },
        body: (SegmentRun, Bitmap, Int) throws(IndexFailure) -> Void
    ) throws(SearchFailure) -> Sweep.Progress {
        var sweep = try reading { () throws(IndexFailure) in try Sweep(plan, runs, snapshot) }
        return try sweep.run(control, isDone: isDone, body)
    }

    func cutNotes(_ isCut: Bool) -> [BoundNote] {
        isCut ? [.spans(kept: options.maximumSpans)] : []
    }

    private func hits(
        _ top: inout TopHits,
        _ coding: KeyCoding,
        _ groups: HitGroups?
    ) throws(SearchFailure) -> [Hit] {
        do throws(IndexFailure) {
            var hits: [Hit] = []
            for candidate in try top.sorted() {
                var hit = try hit(candidate, coding)
                hit.groupSize = groups?.size(of: candidate) ?? 1
                hits.append(hit)
            }
            return hits
        } catch {
            throw .index(error)
        }
    }

    func hit(_ candidate: Candidate, _ coding: KeyCoding) throws(IndexFailure) -> Hit {
        let segment = snapshot.segments[Int(candidate.segment)]
        return Hit(
            id: try segment.identifier(of: candidate.document),
            version: try segment.version(of: candidate.document),
            key: coding.sortKey(candidate),
            segment: Int(candidate.segment),
            document: candidate.document
        )
    }

    /// Turns failures of the index into those of a search.
    func reading<Value>(_ body: () throws(IndexFailure) -> Value) throws(SearchFailure) -> Value {
        do throws(IndexFailure) {
            return try body()
        } catch {
            throw .index(error)
        }
    }
}
