import Index

/// The facets, histograms and matrices of one search.
struct Counting {
    /// Those of the request, then those along the sides of matrices that were not asked for as well.
    private var facets: [FacetCounter] = []
    private var histograms: [HistogramCounter] = []
    private let matrices: [MatrixRequest]
    /// By the segment's place, for the matrices; empty where there are none.
    private var kept: [KeptHits] = []
    /// The hits of a window with few of them.
    private var documents: [UInt32] = []

    /// With no more hits than one document in so many, a window's hits are listed once for all that is counted.
    private static let fewHits = 16

    init(_ request: SearchRequest, _ snapshot: Snapshot) throws(SearchFailure) {
        matrices = request.matrices
        for facet in request.facets { facets.append(try FacetCounter(facet, snapshot)) }
        for histogram in request.histograms { histograms.append(try HistogramCounter(histogram, snapshot)) }
        for axis in matrices.flatMap({ [$0.rows, $0.columns] }) {
            switch axis {
            case .labels(let facet):
                if facets.contains(where: { $0.request == facet }) { continue }
                facets.append(try FacetCounter(facet, snapshot))
            case .numbers(let histogram):
                if histograms.contains(where: { $0.request == histogram }) { continue }
                histograms.append(try HistogramCounter(histogram, snapshot))
            }
        }
        if !matrices.isEmpty { kept = [KeptHits](repeating: KeptHits(), count: snapshot.segments.count) }
    }

    /// Counts the hits of a window.
    mutating func add(_ hits: Bitmap, count: Int, _ run: SegmentRun) throws(IndexFailure) {
        if facets.isEmpty, histograms.isEmpty { return }
        if count * Self.fewHits <= run.window.count {
            hits.list(from: run.window.lowerBound, into: &documents)
            for index in facets.indices { try facets[index].add(documents, run) }
            for index in histograms.indices { try histograms[index].add(documents, run) }
            if !kept.isEmpty { kept[run.place].add(documents) }
            return
        }
        for index in facets.indices { try facets[index].add(hits, run) }
        for index in histograms.indices { try histograms[index].add(hits, run) }
        if !kept.isEmpty { kept[run.place].add(hits, count: count, in: run.window) }
    }

    /// Every answer but the matrices, in the order of the requests; behind them those along the sides of matrices.
    func results(_ snapshot: Snapshot, _ options: SearchOptions) throws(IndexFailure) -> Answers {
        var answers = Answers()
        for histogram in histograms {
            let (answer, isCut) = histogram.result(maximumBuckets: options.maximumBuckets)
            answers.histograms.append(answer)
            if isCut { answers.notes.append(.buckets(column: answer.column, kept: answer.entries.count)) }
        }
        for facet in facets { answers.facets.append(try facet.result(snapshot)) }
        return answers
    }

    /// Adds the matrices to the other answers.
    ///
    /// - Returns: Whether their cells hold every hit; false only after a deadline.
    /// - Throws: `SearchFailure.cancelled`, `SearchFailure.index`.
    func fillMatrices(
        _ answers: inout Answers,
        _ snapshot: Snapshot,
        _ options: SearchOptions,
        _ control: SearchControl
    ) throws(SearchFailure) -> Bool {
        var isWhole = true
        for matrix in matrices {
            guard let rows = side(matrix.rows, answers), let columns = side(matrix.columns, answers) else { continue }
            let cells = options.maximumCells
            var counter = MatrixCounter(
                matrix,
                rows: rows.cut(beside: columns, maximumCells: cells, &answers.notes),
                columns: columns.cut(beside: rows, maximumCells: cells, &answers.notes)
            )
            if try !counter.add(kept, snapshot, control) { isWhole = false }
            answers.matrices.append(counter.result)
        }
        return isWhole
    }

    /// The answer along a side of a matrix; there is one for each side that was asked for.
    private func side(_ axis: MatrixRequest.Axis, _ answers: Answers) -> MatrixResult.Axis? {
        switch axis {
        case .labels(let facet):
            facets.firstIndex { $0.request == facet }.map { .labels(answers.facets[$0]) }
        case .numbers(let histogram):
            histograms.firstIndex { $0.request == histogram }.map { .numbers(answers.histograms[$0]) }
        }
    }

    /// What was counted, and what was bounded.
    struct Answers {
        var facets: [FacetResult] = []
        var histograms: [HistogramResult] = []
        var matrices: [MatrixResult] = []
        var notes: [BoundNote] = []

        /// What was asked for, with a total; what only matrices need is left out.
        func counts(of request: SearchRequest, total: Int, groups: Int?) -> SearchResult.Counts {
            SearchResult.Counts(
                total: total,
                groups: groups,
                facets: Array(facets.prefix(request.facets.count)),
                histograms: Array(histograms.prefix(request.histograms.count))
            )
        }
    }
}
