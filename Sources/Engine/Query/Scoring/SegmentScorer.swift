import Index

/// Adds up the scores of one segment's hits, block by block.
///
/// The most telling words come first. Where a score counts only from a floor on, hits that the words still to come cannot
/// bring there are given up: MaxScore (Turtle and Flood, 1995). Many hits are scored word by word, a block of documents at
/// a time; of few hits each is first given up by what its postings weigh at most, if it can be.
struct SegmentScorer {
    /// What rounding may take from a sum of scores.
    private static let slack = 1 - 1e-9

    /// A word as this segment has it.
    private struct Word {
        var streams: Range<Int>
        var mask: UInt32
        var factor: Double
        /// What the word can add to a score at most.
        var bound: Double
        /// The same by the code of a posting's weight.
        var bounds: [Double]
        /// What the words behind this one can add together at most.
        var rest = 0.0
    }

    private let model: ScoringModel
    private let documentCount: Int
    /// By how much weights may exceed what postings say.
    private let scale: Double
    private var words: [Word] = []
    private var streams: [TermStream] = []
    private let norms: FrequencyNorms
    /// What all words can add together at most.
    private var most = 0.0
    /// The documents of a block that have a word.
    private var holders = Bitmap(length: 0)
    /// The normalised frequencies of a word of several forms; all 0 between words.
    private var sums: [Double] = []

    /// Prepares for the segment at a place of the catalogue.
    init(_ model: ScoringModel, _ place: Int, _ catalogue: TermCatalogue) throws(IndexFailure) {
        let segment = catalogue.segments[place]
        self.model = model
        documentCount = max(1, segment.documentCount)
        let scale = model.scale(segment)
        self.scale = scale
        norms = try FrequencyNorms(model, segment)
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
                        bound: model.bound(factor: word.factor, frequency: peak, scale: scale),
                        bounds: Peak.halves.map { model.bound(factor: word.factor, frequency: $0, scale: scale) }
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
        for place in 0..<block.count { scores[place] = 0 }
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
            guard let bits = streams[word.streams.lowerBound].cursor.bits else { continue }
            holders.reset(length: block.count)
            holders.insert(bits, from: block.lowerBound, length: block.count)
            hits.formIntersection(holders)
        }
    }

    // MARK: Hit by hit

    /// Whether a document can reach the floor by what its postings weigh; true without a floor.
    ///
    /// Later calls must ask for later documents.
    mutating func reaches(_ floor: Double?, _ document: UInt32) throws(IndexFailure) -> Bool {
        let least = floor.map { $0 * Self.slack } ?? -.infinity
        var bound = 0.0
        for number in words.indices {
            bound += try self.bound(number, document)
            if bound + words[number].rest < least { return false }
        }
        return true
    }

    /// The score of a document that ``reaches(_:_:)`` was asked about last, and that it said may reach the floor.
    mutating func score(_ document: UInt32) throws(IndexFailure) -> Double {
        var score = 0.0
        for number in words.indices {
            var frequency = 0.0
            for stream in words[number].streams {
                // As in scoring word by word: a request's weights may be negative.
                frequency += max(0, try streams[stream].frequency(in: document, words[number].mask, norms))
            }
            if frequency > 0 { score += words[number].factor * model.saturated(frequency) }
        }
        return score
    }

    /// What a word can add to the score of a document, to which its streams are led.
    private mutating func bound(_ number: Int, _ document: UInt32) throws(IndexFailure) -> Double {
        let range = words[number].streams
        if range.count == 1 {
            let stream = range.lowerBound
            guard let weight = try streams[stream].weight(in: document) else { return 0 }
            return words[number].bounds[weight]
        }
        var frequency = 0.0
        for stream in range {
            if let weight = try streams[stream].weight(in: document) { frequency += Peak.halves[weight] }
        }
        // The forms' bounds together: the frequencies saturate together.
        if frequency == 0 { return 0 }
        let most = model.bound(factor: words[number].factor, frequency: frequency, scale: scale)
        return min(words[number].bound, most)
    }

    // MARK: Word by word

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
                let frequency = try streams[number].frequency(in: document, mask, norms)
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
                sum += norms.part(max(1, block.codes[code]), of: field, in: document)
            }
            code += 1
        }
        return sum
    }
}
