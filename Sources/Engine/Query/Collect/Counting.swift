import Index

/// The facets and histograms of one search.
struct Counting {
    private var facets: [FacetCounter]
    private var histograms: [HistogramCounter]
    private let columns: [String]

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
    mutating func add(_ hits: Bitmap, _ run: SegmentRun) throws(IndexFailure) {
        for index in facets.indices { try facets[index].add(hits, run) }
        for index in histograms.indices { try histograms[index].add(hits, run) }
    }

    /// Every answer in the order of the requests.
    func results(
        _ options: SearchOptions
    ) -> (facets: [FacetResult], histograms: [HistogramResult], notes: [BoundNote]) {
        var answers: [HistogramResult] = []
        var notes: [BoundNote] = []
        for (index, histogram) in histograms.enumerated() {
            let (answer, isCut) = histogram.result(maximumBuckets: options.maximumBuckets)
            answers.append(answer)
            if isCut { notes.append(.buckets(column: columns[index], kept: answer.entries.count)) }
        }
        return (facets.map { $0.result() }, answers, notes)
    }
}
