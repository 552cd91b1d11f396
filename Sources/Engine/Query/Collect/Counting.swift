import Index

/// The facets and histograms of one search.
struct Counting {
    private var facets: [FacetCounter]
    private var histograms: [HistogramCounter]
    private let columns: [String]
    /// The hits of a window with few of them.
    private var documents: [UInt32] = []

    /// With no more hits than one document in so many, a window's hits are listed once for all that is counted.
    private static let fewHits = 32

    init(_ request: SearchRequest, _ snapshot: Snapshot) throws(SearchFailure) {
        var facets: [FacetCounter] = []
        for facet in request.facets { facets.append(try FacetCounter(facet, snapshot)) }
        var histograms: [HistogramCounter] = []
        for histogram in request.histograms { histograms.append(try HistogramCounter(histogram, snapshot)) }
        self.facets = facets
        self.histograms = histograms
        columns = request.histograms.map(\.column)
    }

    /// Counts the hits of a window.
    mutating func add(_ hits: Bitmap, count: Int, _ run: SegmentRun) throws(IndexFailure) {
        if facets.isEmpty, histograms.isEmpty { return }
        if count * Self.fewHits <= run.window.count {
            hits.list(from: run.window.lowerBound, into: &documents)
            for index in facets.indices { try facets[index].add(documents, run) }
            for index in histograms.indices { try histograms[index].add(documents, run) }
            return
        }
        for index in facets.indices { try facets[index].add(hits, run) }
        for index in histograms.indices { try histograms[index].add(hits, run) }
    }

    /// Every answer in the order of the requests.
    func results(_ snapshot: Snapshot, _ options: SearchOptions) throws(IndexFailure) -> Answers {
        var answers = Answers()
        for (index, histogram) in histograms.enumerated() {
            let (answer, isCut) = histogram.result(maximumBuckets: options.maximumBuckets)
            answers.histograms.append(answer)
            if isCut { answers.notes.append(.buckets(column: columns[index], kept: answer.entries.count)) }
        }
        for facet in facets { answers.facets.append(try facet.result(snapshot)) }
        return answers
    }

    /// What was counted, and what was bounded.
    struct Answers {
        var facets: [FacetResult] = []
        var histograms: [HistogramResult] = []
        var notes: [BoundNote] = []
    }
}
