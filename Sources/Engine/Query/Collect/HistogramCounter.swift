import Index

/// Counts the numbers of one column over all hits in buckets of equal width.
struct HistogramCounter {
    /// Buckets up to which an array is used instead of a dictionary.
    private static let maximumDense = 1 << 16

    /// With more hits than one document in so many, reading the numbers of a whole block takes less time than asking
    /// for that of each hit.
    private static let fewHits = 16

    let request: HistogramRequest
    private let place: Int
    private var dense: [Int] = []
    private var firstBucket: Int64 = 0
    private var sparse: [Int64: Int] = [:]
    private var missing = 0
    private var distances: [UInt32] = []
    private var values: [Int64] = []

    init(_ request: HistogramRequest, _ snapshot: Snapshot) throws(SearchFailure) {
        self.request = request
        place = try snapshot.schema.numberColumn(request.column)
        do throws(IndexFailure) {
            try measure(snapshot)
        } catch {
            throw .index(error)
        }
    }

    /// Counts the hits of a window.
    mutating func add(_ hits: Bitmap, _ run: SegmentRun) throws(IndexFailure) {
        guard let column = try run.segment.numbers(place) else { return }
        for block in run.window.blocks {
            let start = Int(block.lowerBound - run.window.lowerBound)
            add(hits, from: start, to: start + block.count, block, column)
        }
    }

    /// Counts some ascending hits.
    mutating func add(_ documents: [UInt32], _ run: SegmentRun) throws(IndexFailure) {
        guard let column = try run.segment.numbers(place) else { return }
        column.gather(documents, into: &values)
        missing += documents.count - values.count
        for value in values { count(value) }
    }

    /// The answer, and whether buckets were left out.
    func result(maximumBuckets: Int) -> (HistogramResult, isCut: Bool) {
        var entries: [HistogramResult.Entry] = []
        for index in dense.indices where dense[index] > 0 {
            entries.append(HistogramResult.Entry(bucket: firstBucket + Int64(index), count: dense[index]))
        }
        for (bucket, count) in sparse { entries.append(HistogramResult.Entry(bucket: bucket, count: count)) }
        if !sparse.isEmpty { entries.sort { $0.bucket < $1.bucket } }
        let isCut = entries.count > maximumBuckets
        if isCut { entries.removeLast(entries.count - max(0, maximumBuckets)) }
        return (HistogramResult(column: request.column, entries: entries, missing: missing), isCut)
    }

    /// Finds the buckets that can occur.
    private mutating func measure(_ snapshot: Snapshot) throws(IndexFailure) {
        var least = Int64.max
        var most = Int64.min
        for segment in snapshot.segments {
            guard let column = try segment.numbers(place) else { continue }
            for block in 0..<column.blockCount {
                let summary = column.summary(ofBlock: block)
                guard summary.presentCount > 0 else { continue }
                least = min(least, summary.minimum)
                most = max(most, summary.maximum)
            }
        }
        guard least <= most else { return }
        let (first, last) = (request.bucket(of: least), request.bucket(of: most))
        let (span, overflows) = last.subtractingReportingOverflow(first)
        guard !overflows, span < Int64(Self.maximumDense) else { return }
        firstBucket = first
        dense = [Int](repeating: 0, count: Int(span) + 1)
    }

    private mutating func add(
        _ hits: Bitmap,
        from start: Int,
        to end: Int,
        _ block: Range<UInt32>,
        _ column: NumberColumn
    ) {
        let wanted = hits.count(from: start, to: end)
        guard wanted > 0 else { return }
        let number = Int(block.lowerBound) / NumberColumn.blockSize
        let summary = column.summary(ofBlock: number)
        if summary.presentCount > 0, !dense.isEmpty {
            let (least, most) = (request.bucket(of: summary.minimum), request.bucket(of: summary.maximum))
            if least == most, summary.presentCount == column.length(ofBlock: number) {
                dense[Int(least - firstBucket)] += wanted
                return
            }
            // What lies within 31 bits each does not pass 32 bits together.
            if wanted * Self.fewHits > block.count, request.divisor <= 1 << 31,
                column.fillDistances(block, into: &distances)
            {
                let rest = summary.minimum % request.divisor
                let above = UInt32(rest < 0 ? rest + request.divisor : rest)
                let first = Int(least - firstBucket)
                let present = count(hits, from: start, block, column, from: first, above: above)
                missing += wanted - present
                return
            }
        }
        hits.forEach(from: start, to: end) { bit in
            if let value = column.value(block.lowerBound + UInt32(bit - start)) { count(value) } else { missing += 1 }
        }
    }

    /// Counts the hits of a block by their distances.
    ///
    /// - Parameters:
    ///   - hits: The window's hits.
    ///   - start: The first bit of the block.
    ///   - block: Its documents.
    ///   - column: The numbers.
    ///   - first: The place of the bucket of the block's least number.
    ///   - above: How far that number lies above the start of its bucket.
    /// - Returns: How many of the hits have a number.
    private mutating func count(
        _ hits: Bitmap,
        from start: Int,
        _ block: Range<UInt32>,
        _ column: NumberColumn,
        from first: Int,
        above: UInt32
    ) -> Int {
        let (divisor, distances) = (UInt32(request.divisor), distances)
        var counts = dense.mutableSpan
        var present = 0
        for place in stride(from: 0, to: block.count, by: 64) {
            var word = hits.words[(start + place) >> 6]
            if word == 0 { continue }
            word &= column.presence(from: block.lowerBound + UInt32(place))
            present += word.nonzeroBitCount
            while word != 0 {
                let distance = distances[place + word.trailingZeroBitCount]
                counts[first + Int((distance + above) / divisor)] += 1
                word &= word &- 1
            }
        }
        return present
    }

    private mutating func count(_ value: Int64) {
        let bucket = request.bucket(of: value)
        if dense.isEmpty {
            sparse[bucket, default: 0] += 1
        } else {
            dense[Int(bucket - firstBucket)] += 1
        }
    }
}
