import Index

/// Adds up the scores of one segment's hits, block by block.
///
/// The most telling words come first. Where a score counts only from a floor on, hits that the words still to come cannot
/// bring there are given up: MaxScore (Turtle and Flood, 1995), a block of documents at a time.
struct SegmentScorer {
    /// What rounding may take from a sum of scores.
    private static let slack = 1 - 1e-9

    /// With more hits than one document in so many, all places of a block are emptied sooner than those of the hits.
    private static let manyHits = 8

    /// A word as this segment has it.
    private struct Word {
        var streams: Range<Int>
        var mask: UInt32
        var factor: Double
        /// What the word can add to a score at most.
        var bound: Double
        /// What the words behind this one can add together at most.
        var rest = 0.0
    }

    private let model: ScoringModel
    private let documentCount: Int
    private var words: [Word] = []
    private var streams: [TermStream] = []
    private var lengths: [FieldLengths] = []
    /// What all words can add together at most.
    private var most = 0.0
    /// The documents of a block that have a word.
    private var holders = Bitmap(length: 0)
    /// The normalised frequencies of a word of several forms; all 0 between words.
    private var sums: [Double] = []

    /// Prepares for the segment at a place of the catalogue.
    init(_ model: ScoringModel, _ place: Int, _ catalogue: TermCatalogue, fieldCount: Int) throws(IndexFailure) {
        let segment = catalogue.segments[place]
        self.model = model
        documentCount = max(1, segment.documentCount)
        if model.words.isEmpty { return }
        for field in 0..<fieldCount { lengths.append(try segment.fieldLengths(FieldID(rawValue: UInt8(field)))) }
        let scale = model.scale(segment)
        for word in model.words {
            let first = streams.count
            var peak = 0.0
            for term in word.terms {
                guard let info = try catalogue.entry(of: term, in: place), !info.fields.isDisjoint(with: word.fields)
                else { continue }
                let stream = TermStream(try segment.postings(info))
                peak += Peak.values[Int(stream.cursor.peak)]
                streams.append(stream)
            }
            if streams.count > first {
                words.append(
                    Word(
                        streams: first..<streams.count,
                        mask: word.fields.rawValue,
                        factor: word.factor,
                        bound: model.bound(word, frequency: peak, scale: scale)
                    )
                )
            }
        }
        for number in words.indices.reversed() {
            words[number].rest = most
            most += words[number].bound
        }
    }

    /// Writes the score of every hit of a block into its place; what other places hold means nothing.
    ///
    /// - Parameters:
    ///   - hits: One bit for each document of the block; hits that cannot reach the floor are taken out.
    ///   - block: The documents; later calls must ask for later ones.
    ///   - floor: A score below which hits are not wanted, if there is one.
    ///   - scores: One place for each document of the block.
    /// - Throws: `IndexFailure`.
    mutating func score(
        _ hits: inout Bitmap,
        in block: Range<UInt32>,
        floor: Double?,
        into scores: inout [Double]
    ) throws(IndexFailure) {
        let least = floor.map { $0 * Self.slack }
        if let least { keepHolders(of: least, &hits, in: block) }
        var count = hits.count
        if count * Self.manyHits > block.count {
            for place in 0..<block.count { scores[place] = 0 }
        } else {
            hits.forEach(from: 0, to: block.count) { scores[$0] = 0 }
        }
        for word in words {
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
        for word in words where word.streams.count == 1 && most - word.bound < least {
            let cursor = streams[word.streams.lowerBound].cursor
            guard cursor.isDense else { continue }
            holders.reset(length: block.count)
            holders.insert(denseListOf: cursor, from: block.lowerBound, length: block.count)
            hits.formIntersection(holders)
        }
    }

    private mutating func scoreSingle(
        _ word: Word,
        _ hits: Bitmap,
        count: Int,
        in window: Range<UInt32>,
        into scores: inout [Double]
    ) throws(IndexFailure) {
        let factor = word.factor
        let saturation = model.saturation
        try visit(word.streams.lowerBound, word.mask, hits, count: count, in: window) { (bit, frequency) in
            scores[bit] += factor * (frequency / (saturation + frequency))
        }
    }

    private mutating func scoreForms(
        _ word: Word,
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
            scores[bit] += factor * model.saturated(sums[bit])
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
        if count * 8 < expected {
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
                guard streams[number].mayHold(document), try streams[number].seek(document) else { continue }
                let block = try streams[number].block()
                let frequency = normalised(block, streams[number].currentPlace, document, mask)
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
                let length = Int(lengths[field].length(document))
                sum += model.part(Int(max(1, block.codes[code])), of: field, length: length)
            }
            code += 1
        }
        return sum
    }
}
