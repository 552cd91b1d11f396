import Index

/// Adds up the scores of one segment's hits, window by window.
struct SegmentScorer {
    /// A word as this segment has it.
    private struct Word {
        var streams: Range<Int>
        var mask: UInt32
        var factor: Double
    }

    private let model: ScoringModel
    private let documentCount: Int
    private var words: [Word] = []
    private var streams: [TermStream] = []
    private var lengths: [FieldLengths] = []
    /// The normalised frequencies of a word of several forms; all 0 between words.
    private var sums: [Double] = []

    init(_ model: ScoringModel, _ segment: SegmentReader, fieldCount: Int) throws(IndexFailure) {
        self.model = model
        documentCount = max(1, segment.documentCount)
        if model.words.isEmpty { return }
        for field in 0..<fieldCount { lengths.append(try segment.fieldLengths(FieldID(rawValue: UInt8(field)))) }
        for word in model.words {
            let first = streams.count
            for term in word.terms {
                guard let info = try segment.term(term), !info.fields.isDisjoint(with: word.fields) else { continue }
                streams.append(TermStream(try segment.postings(info)))
            }
            if streams.count > first {
                words.append(
                    Word(streams: first..<streams.count, mask: word.fields.rawValue, factor: word.factor)
                )
            }
        }
    }

    /// Writes the score of every hit of a window into its place; other places keep whatever they held.
    mutating func score(_ hits: Bitmap, count: Int, in window: Range<UInt32>, into scores: inout [Double])
        throws(IndexFailure)
    {
        hits.forEach(from: 0, to: window.count) { scores[$0] = 0 }
        for word in words {
            if word.streams.count == 1 {
                try scoreSingle(word, hits, count: count, in: window, into: &scores)
            } else {
                try scoreForms(word, hits, count: count, in: window, into: &scores)
            }
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
        try visit(word.streams.lowerBound, word.mask, hits, count: count, in: window, &scores) {
            (scores, bit, frequency) in
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
            try visit(stream, word.mask, hits, count: count, in: window, &sums) { (sums, bit, frequency) in
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
        _ target: inout [Double],
        _ body: (inout [Double], Int, Double) -> Void
    ) throws(IndexFailure) {
        let first = window.lowerBound
        let expected = streams[number].cursor.documentFrequency * window.count / documentCount
        if count * 8 < expected {
            for index in hits.words.indices {
                var word = hits.words[index]
                while word != 0 {
                    let bit = index << 6 + word.trailingZeroBitCount
                    word &= word &- 1
                    guard try streams[number].seek(first + UInt32(bit)) else { continue }
                    let place = streams[number].currentPlace
                    let frequency = try normalised(number, place, streams[number].mask & mask, first + UInt32(bit))
                    if frequency > 0 { body(&target, bit, frequency) }
                }
            }
            return
        }
        guard try streams[number].skip(to: first) else { return }
        while let run = try streams[number].nextRun(before: window.upperBound) {
            let documents = streams[number].cursor.documents
            let masks = streams[number].cursor.masks
            for place in run {
                let document = documents[place]
                let bit = Int(document &- first)
                guard hits.contains(bit) else { continue }
                let fields = masks[place] & mask
                let frequency = try normalised(number, place, fields, document)
                if frequency > 0 { body(&target, bit, frequency) }
            }
        }
    }

    private mutating func normalised(
        _ number: Int,
        _ place: Int,
        _ mask: UInt32,
        _ document: UInt32
    ) throws(IndexFailure) -> Double {
        var sum = 0.0
        var fields = mask
        while fields != 0 {
            let field = fields.trailingZeroBitCount
            fields &= fields &- 1
            let frequency = try streams[number].frequency(
                FieldID(rawValue: UInt8(truncatingIfNeeded: field)),
                at: place
            )
            sum += model.part(Int(frequency), of: field, length: Int(lengths[field].length(document)))
        }
        return sum
    }
}
