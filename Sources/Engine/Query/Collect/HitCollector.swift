import Index

/// Gives the hits of a window their sort keys and passes them on.
struct HitCollector {
    let order: ResolvedOrder
    let model: ScoringModel
    private let schema: Schema
    let catalogue: TermCatalogue
    /// By the segment's place; nil where it had no hit so far.
    var scorers: [SegmentScorer?]
    private var scores: [Double] = []
    /// By the segment's place; nil before ``scout(_:needed:limit:to:)`` and where nothing can match.
    var bounds: [ScoreBounds?]
    /// The hits of one range, and of all ranges that were looked into.
    var rangeHits = Bitmap(length: 0)
    var seen = 0
    private var narrowed = Bitmap(length: 0)

    init(_ order: ResolvedOrder, _ model: ScoringModel, _ schema: Schema, _ catalogue: TermCatalogue) {
        self.order = order
        self.model = model
        self.schema = schema
        self.catalogue = catalogue
        scorers = [SegmentScorer?](repeating: nil, count: catalogue.segments.count)
        bounds = [ScoreBounds?](repeating: nil, count: catalogue.segments.count)
    }

    /// Offers a window's hits to the first ones.
    mutating func add(_ hits: Bitmap, count: Int, _ run: SegmentRun, to top: inout TopHits) throws(IndexFailure) {
        switch order {
        case .score:
            guard let bounds = bounds[run.place] else {
                try score(hits, count: count, run)
                return try offerScores(hits, run, to: &top)
            }
            narrowed = hits
            bounds.narrow(&narrowed, in: run.window, for: top.last)
            let rest = narrowed.count
            guard rest > 0 else { return }
            try score(narrowed, count: rest, run)
            try offerScores(narrowed, run, to: &top)
        case .number(let place, let descending):
            guard let column = try run.segment.numbers(place) else { return }
            try offerNumbers(hits, run, column, descending: descending, to: &top)
        case .identifier:
            for candidate in candidates(hits, run, key: { _ in 0 }) { try top.offer(candidate) }
        }
    }

    /// Appends every hit of a window with its key.
    mutating func add(_ hits: Bitmap, count: Int, _ run: SegmentRun, to list: inout [Candidate]) throws(IndexFailure) {
        switch order {
        case .score:
            try score(hits, count: count, run)
            list += candidates(hits, run) { KeyCoding.key(score: scores[$0]) }
        case .number(let place, let descending):
            let column = try run.segment.numbers(place)
            list += candidates(hits, run) { bit in
                column?.value(run.window.lowerBound + UInt32(bit)).map {
                    KeyCoding.key(number: $0, descending: descending)
                }
            }
        case .identifier:
            list += candidates(hits, run, key: { _ in 0 })
        }
    }

    private func candidates(_ hits: Bitmap, _ run: SegmentRun, key: (Int) -> UInt64?) -> [Candidate] {
        var list: [Candidate] = []
        hits.forEach(from: 0, to: run.window.count) { bit in
            list.append(Self.candidate(key(bit), run, bit))
        }
        return list
    }

    private static func candidate(_ key: UInt64?, _ run: SegmentRun, _ bit: Int) -> Candidate {
        Candidate(
            hasKey: key != nil,
            key: key ?? 0,
            segment: UInt32(truncatingIfNeeded: run.place),
            document: run.window.lowerBound + UInt32(truncatingIfNeeded: bit)
        )
    }

    // MARK: Scores

    mutating func score(_ hits: Bitmap, count: Int, _ run: SegmentRun) throws(IndexFailure) {
        if scores.count < run.window.count { scores = [Double](repeating: 0, count: run.window.count) }
        if scorers[run.place] == nil {
            scorers[run.place] = try SegmentScorer(model, run.place, catalogue, fieldCount: schema.textFields.count)
        }
        try scorers[run.place]?.score(hits, count: count, in: run.window, into: &scores)
    }

    func offerScores(_ hits: Bitmap, _ run: SegmentRun, to top: inout TopHits) throws(IndexFailure) {
        for index in hits.words.indices {
            var word = hits.words[index]
            while word != 0 {
                let bit = index << 6 + word.trailingZeroBitCount
                word &= word &- 1
                let key = KeyCoding.key(score: scores[bit])
                if let last = top.last, last.hasKey, key < last.key { continue }
                try top.offer(Self.candidate(key, run, bit))
            }
        }
    }

    // MARK: Numbers

    private func offerNumbers(
        _ hits: Bitmap,
        _ run: SegmentRun,
        _ column: NumberColumn,
        descending: Bool,
        to top: inout TopHits
    ) throws(IndexFailure) {
        let window = run.window
        var lower = window.lowerBound
        while lower < window.upperBound {
            let upper = window.blockEnd(after: lower)
            let summary = column.summary(ofBlock: Int(lower) / NumberColumn.blockSize)
            let best = Candidate(
                hasKey: summary.presentCount > 0,
                key: KeyCoding.key(number: descending ? summary.maximum : summary.minimum, descending: descending),
                segment: 0,
                document: 0
            )
            let isHopeless = top.last.map { $0.isEarlier(than: best) } ?? false
            if !isHopeless {
                let start = Int(lower - window.lowerBound)
                try offerBlock(hits, start..<(start + Int(upper - lower)), run, column, descending, to: &top)
            }
            lower = upper
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
                let value = column.value(run.window.lowerBound + UInt32(truncatingIfNeeded: bit))
                let key = value.map { KeyCoding.key(number: $0, descending: descending) }
                try top.offer(Self.candidate(key, run, bit))
            }
        }
    }
}
