import Index

/// Counts the cells of one matrix over the hits that were kept, once its sides are known.
struct MatrixCounter {
    /// Rows of documents whose columns are looked up together, so that many labels a document take no more room.
    private static let sliceLength = 4_096

    private let request: MatrixRequest
    private(set) var result: MatrixResult

    init(_ request: MatrixRequest, rows: MatrixResult.Axis, columns: MatrixResult.Axis) {
        self.request = request
        let counts = [Int](repeating: 0, count: rows.count * columns.count)
        result = MatrixResult(rows: rows, columns: columns, counts: counts)
    }

    /// Counts the hits of each segment, until all are done or the control says stop.
    ///
    /// - Returns: Whether all are done; some thousands of hits are counted in any case.
    /// - Throws: `SearchFailure.cancelled`, `SearchFailure.index`.
    mutating func add(
        _ kept: [KeptHits],
        _ snapshot: Snapshot,
        _ control: SearchControl
    ) throws(SearchFailure) -> Bool {
        var isFirst = true
        // For each row of a document, of some, the document.
        var bearers: [UInt32] = []
        for (place, hits) in kept.enumerated() where hits.count > 0 {
            guard var rows = try axis(request.rows, result.rows, place, snapshot, hits: hits.count),
                var columns = try axis(request.columns, result.columns, place, snapshot, hits: hits.count)
            else { continue }
            let isDone = try hits.forEachPart { (documents) throws(SearchFailure) in
                if control.isCancelled() { throw .cancelled }
                if !isFirst, control.isLate { return false }
                isFirst = false
                rows.find(documents)
                for start in stride(from: 0, to: rows.count, by: Self.sliceLength) {
                    if start > 0, control.isCancelled() { throw .cancelled }
                    bearers.removeAll(keepingCapacity: true)
                    for index in start..<min(start + Self.sliceLength, rows.count) {
                        bearers.append(documents[Int(rows.matches[index].place)])
                    }
                    columns.find(bearers)
                    count(rows, from: start, columns)
                }
                return true
            }
            if !isDone { return false }
        }
        return true
    }

    private func axis(
        _ request: MatrixRequest.Axis,
        _ answer: MatrixResult.Axis,
        _ place: Int,
        _ snapshot: Snapshot,
        hits: Int
    ) throws(SearchFailure) -> SegmentAxis? {
        do throws(IndexFailure) {
            return try SegmentAxis(request, answer, snapshot.segments[place], snapshot.schema, hits: hits)
        } catch {
            throw .index(error)
        }
    }

    /// Counts the columns that were found for the rows of documents from one on.
    private mutating func count(_ rows: SegmentAxis, from start: Int, _ columns: SegmentAxis) {
        let width = result.columns.count
        var counts = result.counts.mutableSpan
        for index in 0..<columns.count {
            let column = columns.matches[index]
            let row = rows.matches[start + Int(column.place)].number
            counts[Int(row) * width + Int(column.number)] += 1
        }
    }
}

extension MatrixResult.Axis {
    /// This side with no more buckets than leave so many cells beside the other; labels stay.
    func cut(beside other: Self, maximumCells: Int, _ notes: inout [BoundNote]) -> Self {
        guard case .numbers(var histogram) = self else { return self }
        let cells = max(0, maximumCells)
        var kept = cells / max(1, other.count)
        // Where buckets stand along both sides and are many, each side keeps as many.
        if case .numbers = other { kept = max(kept, Int(Double(cells).squareRoot())) }
        guard histogram.entries.count > kept else { return self }
        histogram.entries.removeLast(histogram.entries.count - kept)
        notes.append(.buckets(column: histogram.column, kept: kept))
        return .numbers(histogram)
    }
}
