import Index

/// Adds up the scores of one segment's hits, block by block.
///
/// The most telling words come first. Where a score counts only from a floor on, hits that the words still to come cannot
/// bring there are given up: MaxScore (Turtle and Flood, 1995). Many hits are scored word by word, a block of documents at
/// a time; of few hits each is first given up by what its postings weigh at most, if it can be.
struct SegmentScorer {
    private var scorer: DocumentScorer
    private let documentCount: Int
    private var streams: [TermStream] = []
    /// The documents of a block that have a word.
    private var holders = Bitmap(length: 0)
    /// The normalised frequencies of a word of several forms; all 0 between words.
    private var sums: [Double] = []

    /// Prepares for the segment at a place of the catalogue.
    init(_ model: ScoringModel, _ place: Int, _ catalogue: TermCatalogue) throws(IndexFailure) {
        let segment = catalogue.segments[place]
        documentCount = max(1, segment.documentCount)
        var places: [Range<Int>] = []
        for word in model.words {
            let first = streams.count
            for term in word.terms {
                guard let info = try catalogue.entry(of: term, in: place), !info.fields.isDisjoint(with: word.fields)
                else { continue }
                streams.append(TermStream(try segment.postings(info)))
            }
            places.append(first..<streams.count)
        }
        scorer = try DocumentScorer(model, segment, places, streams)
    }

    /// Writes the score of every hit of a block into its place; what other places hold means nothing.
    ///
    /// - Parameters:
    ///   - hits: One bit for each document of the block; hits that cannot reach the floor are taken out.
    ///   - block: The documents; later calls must ask for later ones.
    ///   - floor: A score below which hits are not wanted, if there is one.
    ///   - scores: Becomes so long that it has one place for each document of the block.
    /// - Throws: `IndexFailure`.
    mutating func score(
        _ hits: inout Bitmap,
        in block: Range<UInt32>,
        floor: Double?,
        into scores: inout [Double]
    ) throws(IndexFailure) {
        let least = floor.map { $0 * DocumentScorer.slack }
        if let least { keepHolders(of: least, &hits, in: block) }
        var count = hits.count
        if scores.count < hits.words.count * 64 {
            scores = [Double](repeating: 0, count: hits.words.count * 64)
        } else {
            for place in 0..<block.count { scores[place] = 0 }
        }
        for word in scorer.words {
            if count == 0 { return }
            if word.streams.count == 1 {
                try scoreSingle(word, hits, count: count, in: block, into: &scores)
            } else {
                try scoreForms(word, hits, count: count, in: block, into: &scores)
            }
            if let least, word.rest < least {
                hits.keep(whereAtLeast: least - word.rest, scores)
                count = hits.count
            }
        }
    }

    /// Keeps the hits that have the words without which nothing reaches `least`, as far as that is known at once.
    private mutating func keepHolders(of least: Double, _ hits: inout Bitmap, in block: Range<UInt32>) {
        for word in scorer.words where word.streams.count == 1 && scorer.most - word.bound < least {
            guard let bits = streams[word.streams.lowerBound].cursor.bits else { continue }
            holders.reset(length: block.count)
            holders.insert(bits, from: block.lowerBound, length: block.count)
            hits.formIntersection(holders)
        }
    }

    // MARK: Hit by hit

    /// As ``DocumentScorer/reaches(_:_:_:)``.
    mutating func reaches(_ floor: Double?, _ document: UInt32) throws(IndexFailure) -> Bool {
        try scorer.reaches(floor, document, &streams)
    }

    /// The score of a document that ``reaches(_:_:)`` was asked about last, and that it said may reach the floor.
    mutating func score(_ document: UInt32) throws(IndexFailure) -> Double {
        try scorer.score(document, &streams)
    }

    // MARK: Word by word

    private mutating func scoreSingle(
        _ word: DocumentScorer.Word,
        _ hits: Bitmap,
        count: Int,
        in window: Range<UInt32>,
        into scores: inout [Double]
    ) throws(IndexFailure) {
        let factor = word.factor
        let saturation = scorer.model.saturation
        try visit(word.streams.lowerBound, word.mask, hits, count: count, in: window) { (bit, frequency) in
            scores[bit] += factor * (frequency / (saturation + frequency))
        }
    }

    private mutating func scoreForms(
        _ word: DocumentScorer.Word,
        _ hits: Bitmap,
        count: Int,
        in window: Range<UInt32>,
        into scores: inout [Double]
    ) throws(IndexFailure) {
        if sums.count < window.count { sums = [Double](repeating: 0, count: window.count) }
        var sums: [Double] = []
        swap(&sums, &self.sums)
        for stream in word.streams {
            try visit(stream, word.mask, hits, count: count, in: window) { (bit, frequency) in
                sums[bit] += frequency
            }
        }
        let factor = word.factor
        hits.forEach(from: 0, to: window.count) { bit in
            guard sums[bit] > 0 else { return }
            scores[bit] += factor * scorer.model.saturated(sums[bit])
            sums[bit] = 0
        }
        swap(&sums, &self.sums)
    }

    /// Calls with every hit of the window that has the stream's term, and its normalised frequency there.
    @inline(__always)
    private mutating func visit(
        _ number: Int,
        _ mask: UInt32,
        _ hits: Bitmap,
        count: Int,
        in window: Range<UInt32>,
        _ body: (Int, Double) -> Void
    ) throws(IndexFailure) {
        let expected = streams[number].cursor.documentFrequency * window.count / documentCount
        // Each hit asked for may cost a block.
        if count * PostingsCursor.blockSize < expected {
            try visitHits(number, mask, hits, from: window.lowerBound, body)
        } else {
            try visitPostings(number, mask, hits, in: window, body)
        }
    }

    /// Asks for the term in one hit after another: for few hits and a frequent term.
    @inline(__always)
    private mutating func visitHits(
        _ number: Int,
        _ mask: UInt32,
        _ hits: Bitmap,
        from first: UInt32,
        _ body: (Int, Double) -> Void
    ) throws(IndexFailure) {
        for index in hits.words.indices {
            var word = hits.words[index]
            while word != 0 {
                let bit = index << 6 + word.trailingZeroBitCount
                word &= word &- 1
                let document = first + UInt32(bit)
                guard try streams[number].seek(document) else { continue }
                let frequency = try streams[number].frequency(in: document, mask, scorer.norms)
                if frequency > 0 { body(bit, frequency) }
            }
        }
    }

    /// Goes through the term's documents and passes over those that are no hits.
    @inline(__always)
    private mutating func visitPostings(
        _ number: Int,
        _ mask: UInt32,
        _ hits: Bitmap,
        in window: Range<UInt32>,
        _ body: (Int, Double) -> Void
    ) throws(IndexFailure) {
        guard try streams[number].skip(to: window.lowerBound) else { return }
        while let run = try streams[number].nextRun(before: window.upperBound) {
            let block = try streams[number].block()
            for place in run {
                let document = block.documents[place]
                let bit = Int(document &- window.lowerBound)
                guard hits.contains(bit) else { continue }
                let frequency = normalised(block, place, document, mask)
                if frequency > 0 { body(bit, frequency) }
            }
        }
    }

    /// The sum over the fields of the mask of a posting's frequencies by the fields' length norms.
    @inline(__always)
    private func normalised(_ block: TermStream.Block, _ place: Int, _ document: UInt32, _ mask: UInt32) -> Double {
        var sum = 0.0
        var fields = block.masks[place]
        var code = Int(block.codeStarts[place])
        while fields != 0 {
            let field = fields.trailingZeroBitCount
            fields &= fields &- 1
            if mask &>> UInt32(field) & 1 != 0 {
                sum += scorer.norms.part(max(1, block.codes[code]), of: field, in: document)
            }
            code += 1
        }
        return sum
    }
}
