import Index

/// Gives the hits of a window their sort keys and passes them on.
struct HitCollector {
    let order: ResolvedOrder
    let model: ScoringModel
    private let schema: Schema
    let catalogue: TermCatalogue
    /// By the segment's place; nil where it had no hit so far.
    var scorers: [SegmentScorer?]
    /// By document of the block that is scored.
    private var scores = [Double](repeating: 0, count: NumberColumn.blockSize)
    /// By the segment's place; nil before ``scout(_:needed:limit:_:to:)`` and where nothing can match.
    var bounds: [ScoreBounds?]
    /// The hits of the block or range that is scored.
    var blockHits = Bitmap(length: 0)
    /// The hits of all ranges that were looked into.
    var seen = 0

    init(_ order: ResolvedOrder, _ model: ScoringModel, _ schema: Schema, _ catalogue: TermCatalogue) {
        self.order = order
        self.model = model
        self.schema = schema
        self.catalogue = catalogue
        scorers = [SegmentScorer?](repeating: nil, count: catalogue.segments.count)
        bounds = [ScoreBounds?](repeating: nil, count: catalogue.segments.count)
    }

    /// Offers a window's hits to the first ones.
    mutating func add(_ hits: Bitmap, _ run: SegmentRun, to top: inout TopHits) throws(IndexFailure) {
        switch order {
        case .score:
            for block in run.window.blocks {
                blockHits.copy(hits, block, of: run.window)
                bounds[run.place]?.narrow(&blockHits, in: block, floor: top.last?.score)
                try offerScores(block, run, to: &top)
            }
        case .number(let place, let descending):
            guard let column = try run.segment.numbers(place) else { return }
            try offerNumbers(hits, run, column, descending: descending, to: &top)
        case .identifier:
            for candidate in Self.candidates(hits, run.window, run, key: { _ in 0 }) { try top.offer(candidate) }
        }
    }

    /// Appends every hit of a window with its key.
    mutating func add(_ hits: Bitmap, _ run: SegmentRun, to list: inout [Candidate]) throws(IndexFailure) {
        switch order {
        case .score:
            for block in run.window.blocks {
                blockHits.copy(hits, block, of: run.window)
                try score(block, run, floor: nil)
                list += Self.candidates(blockHits, block, run) { KeyCoding.key(score: scores[$0]) }
            }
        case .number(let place, let descending):
            let column = try run.segment.numbers(place)
            list += Self.candidates(hits, run.window, run) { bit in
                column?.value(run.window.lowerBound + UInt32(bit)).map {
                    KeyCoding.key(number: $0, descending: descending)
                }
            }
        case .identifier:
            list += Self.candidates(hits, run.window, run, key: { _ in 0 })
        }
    }

    /// The hits among some documents with their keys; `key` takes a document's place among them.
    private static func candidates(
        _ hits: Bitmap,
        _ documents: Range<UInt32>,
        _ run: SegmentRun,
        key: (Int) -> UInt64?
    ) -> [Candidate] {
        var list: [Candidate] = []
        hits.forEach(from: 0, to: documents.count) { bit in
            list.append(candidate(key(bit), run, documents.lowerBound + UInt32(truncatingIfNeeded: bit)))
        }
        return list
    }

    private static func candidate(_ key: UInt64?, _ run: SegmentRun, _ document: UInt32) -> Candidate {
        Candidate(hasKey: key != nil, key: key ?? 0, segment: UInt32(truncatingIfNeeded: run.place), document: document)
    }

    // MARK: Scores

    /// Scores `blockHits` and offers those that may be among the first.
    mutating func offerScores(
        _ block: Range<UInt32>,
        _ run: SegmentRun,
        to top: inout TopHits
    ) throws(IndexFailure) {
        // Without bounds for ranges there are none for words either.
        let floor = bounds[run.place] == nil ? nil : top.last?.score
        try score(block, run, floor: floor)
        for index in blockHits.words.indices {
            var word = blockHits.words[index]
            while word != 0 {
                let bit = index << 6 + word.trailingZeroBitCount
                word &= word &- 1
                let key = KeyCoding.key(score: scores[bit])
                if let last = top.last, last.hasKey, key < last.key { continue }
                try top.offer(Self.candidate(key, run, block.lowerBound + UInt32(truncatingIfNeeded: bit)))
            }
        }
    }

    /// Gives each of `blockHits` its score; those that cannot reach the floor are taken out.
    private mutating func score(_ block: Range<UInt32>, _ run: SegmentRun, floor: Double?) throws(IndexFailure) {
        if blockHits.isEmpty { return }
        if scorers[run.place] == nil {
            scorers[run.place] = try SegmentScorer(model, run.place, catalogue, fieldCount: schema.textFields.count)
        }
        try scorers[run.place]?.score(&blockHits, in: block, floor: floor, into: &scores)
    }

    // MARK: Numbers

    private func offerNumbers(
        _ hits: Bitmap,
        _ run: SegmentRun,
        _ column: NumberColumn,
        descending: Bool,
        to top: inout TopHits
    ) throws(IndexFailure) {
        for block in run.window.blocks {
            let summary = column.summary(ofBlock: Int(block.lowerBound) / NumberColumn.blockSize)
            let best = Candidate(
                hasKey: summary.presentCount > 0,
                key: KeyCoding.key(number: descending ? summary.maximum : summary.minimum, descending: descending),
                segment: 0,
                document: 0
            )
            let isHopeless = top.last.map { $0.isEarlier(than: best) } ?? false
            if !isHopeless {
                let start = Int(block.lowerBound - run.window.lowerBound)
                try offerBlock(hits, start..<start + block.count, run, column, descending, to: &top)
            }
        }
    }

    private func offerBlock(
        _ hits: Bitmap,
        _ bits: Range<Int>,
        _ run: SegmentRun,
        _ column: NumberColumn,
        _ descending: Bool,
        to top: inout TopHits
    ) throws(IndexFailure) {
        for index in (bits.lowerBound >> 6)..<((bits.upperBound + 63) >> 6) {
            var word = hits.words[index]
            while word != 0 {
                let bit = index << 6 + word.trailingZeroBitCount
                word &= word &- 1
                let document = run.window.lowerBound + UInt32(truncatingIfNeeded: bit)
                let key = column.value(document).map { KeyCoding.key(number: $0, descending: descending) }
                try top.offer(Self.candidate(key, run, document))
            }
        }
    }
}
