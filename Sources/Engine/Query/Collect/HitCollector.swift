import Index

/// Gives the hits of a window their sort keys and passes them on.
struct HitCollector {
    let order: ResolvedOrder
    let model: ScoringModel
    let catalogue: TermCatalogue
    /// By the segment's place; nil where it had no hit so far.
    var scorers: [SegmentScorer?]
    /// By document of the block that is scored; empty before the first.
    private var scores: [Double] = []
    /// By the segment's place; nil before ``scout(_:needed:limit:_:to:)`` and where nothing can match.
    var bounds: [ScoreBounds?]
    /// By the segment's place; nil while nobody asked which documents of a window may be wanted.
    private var windowBounds: [WindowBounds?]
    /// The hits of the window, range or block that is scored.
    var windowHits = Bitmap(length: 0)
    private var blockHits = Bitmap(length: 0)
    /// The documents of `windowHits`.
    private var listed: [UInt32] = []
    /// The documents of a window whose words may bring them to the floor.
    private(set) var best = Bitmap(length: 0)
    /// The hits that were offered to the first ones.
    private(set) var seen = 0
    /// Whether a list of places was cut short in some document of a conjunction.
    var isCut = false

    /// With no more hits than one document in so many, each is scored for itself.
    private static let fewHits = 16
    /// With no more hits than one document in so many, asking each for its weights takes less time than adding up those of
    /// all documents.
    private static let scatteredHits = 128

    init(_ order: ResolvedOrder, _ model: ScoringModel, _ catalogue: TermCatalogue) {
        self.order = order
        self.model = model
        self.catalogue = catalogue
        scorers = [SegmentScorer?](repeating: nil, count: catalogue.segments.count)
        windowBounds = [WindowBounds?](repeating: nil, count: catalogue.segments.count)
        bounds = [ScoreBounds?](repeating: nil, count: catalogue.segments.count)
    }

    /// Offers a window's hits to the first ones.
    mutating func add(_ hits: Bitmap, count: Int, _ run: SegmentRun, to top: inout TopHits) throws(IndexFailure) {
        switch order {
        case .score:
            windowHits = hits
            try offerScores(count: try narrow(count, run, floor: floor(top)), run.window, run, to: &top)
        case .number(let place, let descending):
            guard let column = try run.segment.numbers(place) else { return }
            try offerNumbers(hits, run, column, descending: descending, to: &top)
        case .label(let place, let map, let descending):
            guard let column = try run.segment.ordinals(place) else { return }
            for candidate in Self.candidates(hits, run, column, map, descending) { try top.offer(candidate) }
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
                try score(block, run)
                list += Self.candidates(blockHits, block, run) { KeyCoding.key(score: scores[$0]) }
            }
        case .number(let place, let descending):
            let column = try run.segment.numbers(place)
            list += Self.candidates(hits, run.window, run) { bit in
                column?.value(run.window.lowerBound + UInt32(bit)).map {
                    KeyCoding.key(number: $0, descending: descending)
                }
            }
        case .label(let place, let map, let descending):
            guard let column = try run.segment.ordinals(place) else { return }
            list += Self.candidates(hits, run, column, map, descending)
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
            list.append(candidate(key(bit), run.place, documents.lowerBound + UInt32(truncatingIfNeeded: bit)))
        }
        return list
    }

    /// The hits of a window with the places of their labels as keys.
    private static func candidates(
        _ hits: Bitmap,
        _ run: SegmentRun,
        _ column: OrdinalColumn,
        _ map: LabelMap,
        _ descending: Bool
    ) -> [Candidate] {
        let numbers = map.numbers[run.place]
        return candidates(hits, run.window, run) { bit in
            column.ordinal(run.window.lowerBound + UInt32(truncatingIfNeeded: bit)).map {
                KeyCoding.key(label: Int(numbers[Int($0)]), descending: descending)
            }
        }
    }

    private static func candidate(_ key: UInt64?, _ place: Int, _ document: UInt32) -> Candidate {
        Candidate(hasKey: key != nil, key: key ?? 0, segment: UInt32(truncatingIfNeeded: place), document: document)
    }

    // MARK: Scores

    /// The score from which on hits are wanted, once there are enough of them and scores have bounds.
    func floor(_ top: TopHits) -> Double? { model.hasBounds ? top.last?.score : nil }

    /// Takes hits out of `windowHits`, where they are many, that cannot reach the floor; returns how many are left.
    private mutating func narrow(_ count: Int, _ run: SegmentRun, floor: Double?) throws(IndexFailure) -> Int {
        guard let floor, floor > 0, count * Self.scatteredHits > run.window.count else { return count }
        try findBest(in: run.window, run, floor: floor)
        windowHits.formIntersection(best)
        return windowHits.count
    }

    /// Replaces `best` with the documents of a window whose words may bring them to the floor.
    mutating func findBest(in window: Range<UInt32>, _ run: SegmentRun, floor: Double) throws(IndexFailure) {
        if windowBounds[run.place] == nil {
            windowBounds[run.place] = try WindowBounds(model, run.place, catalogue)
        }
        try windowBounds[run.place]?.find(in: window, floor: floor, into: &best)
    }

    /// Scores `windowHits`, which are so many, and offers those that may be among the first.
    mutating func offerScores(
        count: Int,
        _ documents: Range<UInt32>,
        _ run: SegmentRun,
        to top: inout TopHits
    ) throws(IndexFailure) {
        if count == 0 { return }
        try prepareScorer(run)
        if count * Self.fewHits <= documents.count { return try offerEach(documents, run, to: &top) }
        for block in documents.blocks {
            blockHits.copy(windowHits, block, of: documents)
            let floor = floor(top)
            bounds[run.place]?.narrow(&blockHits, in: block, floor: floor)
            if blockHits.isEmpty { continue }
            try scorers[run.place]?.score(&blockHits, in: block, floor: floor, into: &scores)
            for index in blockHits.words.indices {
                var word = blockHits.words[index]
                while word != 0 {
                    let bit = index << 6 + word.trailingZeroBitCount
                    word &= word &- 1
                    let document = block.lowerBound + UInt32(truncatingIfNeeded: bit)
                    if let last = top.last, last.hasKey, KeyCoding.key(score: scores[bit]) < last.key { continue }
                    if try run.passes(document) { try offer(scores[bit], run.place, document, to: &top) }
                }
            }
        }
    }

    /// The same for few hits, one after another.
    private mutating func offerEach(
        _ documents: Range<UInt32>,
        _ run: SegmentRun,
        to top: inout TopHits
    ) throws(IndexFailure) {
        guard var scorer = scorers[run.place].take() else { return }
        defer { scorers[run.place] = scorer }
        let bounds = bounds[run.place]
        var floor = floor(top)
        windowHits.list(from: documents.lowerBound, into: &listed)
        for document in listed {
            if let bounds, !bounds.isOpen(document, floor: floor) { continue }
            // Few documents have words at certain places; where no score is too low yet, that is found out first.
            if floor == nil, try !run.passes(document) { continue }
            guard try scorer.reaches(floor, document) else { continue }
            if floor != nil, try !run.passes(document) { continue }
            let score = try scorer.score(document)
            if let floor, score < floor { continue }
            try offer(score, run.place, document, to: &top)
            floor = self.floor(top)
        }
    }

    /// Offers a hit of the segment at a place.
    mutating func offer(
        _ score: Double,
        _ place: Int,
        _ document: UInt32,
        to top: inout TopHits
    ) throws(IndexFailure) {
        seen += 1
        try top.offer(Self.candidate(KeyCoding.key(score: score), place, document))
    }

    /// Gives each of `blockHits` its score.
    private mutating func score(_ block: Range<UInt32>, _ run: SegmentRun) throws(IndexFailure) {
        if blockHits.isEmpty { return }
        try prepareScorer(run)
        try scorers[run.place]?.score(&blockHits, in: block, floor: nil, into: &scores)
    }

    private mutating func prepareScorer(_ run: SegmentRun) throws(IndexFailure) {
        guard scorers[run.place] == nil else { return }
        scorers[run.place] = try SegmentScorer(model, run.place, catalogue)
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
                try top.offer(Self.candidate(key, run.place, document))
            }
        }
    }
}
