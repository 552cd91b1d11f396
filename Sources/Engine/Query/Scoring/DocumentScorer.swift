import Index

/// What the words of a query add to the score of a document of one segment, asked for one document after another.
///
/// The streams of the terms are lent by the caller; the most telling words come first.
struct DocumentScorer {
    /// What rounding may take from a sum of scores.
    static let slack = 1 - 1e-9

    /// A word as this segment has it.
    struct Word {
        /// The places of its terms' streams in the caller's list; some at least.
        let streams: Range<Int>
        let mask: UInt32
        let factor: Double
        /// What the word can add to a score at most.
        let bound: Double
        /// What the words behind this one can add together at most.
        var rest = 0.0
    }

    let model: ScoringModel
    let norms: FrequencyNorms
    private(set) var words: [Word] = []
    /// What all words can add together at most.
    private(set) var most = 0.0
    /// By how much weights may exceed what postings say.
    private let scale: Double
    /// What a word of factor 1 adds to a score at most, by the code of a posting's weight; empty before the first bound.
    private var shares: [Double] = []

    /// Prepares for a segment.
    ///
    /// - Parameters:
    ///   - model: The numbers of the search.
    ///   - segment: Where documents are scored.
    ///   - places: By word of the model the places of its terms' streams; none where the segment lacks the word.
    ///   - streams: The streams.
    /// - Throws: `IndexFailure`.
    init(
        _ model: ScoringModel,
        _ segment: SegmentReader,
        _ places: [Range<Int>],
        _ streams: [TermStream]
    ) throws(IndexFailure) {
        self.model = model
        scale = model.scale(segment)
        norms = try FrequencyNorms(model, segment)
        for (word, places) in zip(model.words, places) where !places.isEmpty {
            let peak = streams[places].reduce(0) { $0 + Peak.values[Int($1.cursor.peak)] }
            words.append(
                Word(
                    streams: places,
                    mask: word.fields.rawValue,
                    factor: word.factor,
                    bound: model.bound(factor: word.factor, frequency: peak, scale: scale)
                )
            )
        }
        for number in words.indices.reversed() {
            words[number].rest = most
            most += words[number].bound
        }
    }

    /// Whether a document can reach the floor by what its postings weigh; true without a floor.
    ///
    /// Leads all streams there; later calls must ask for later documents.
    mutating func reaches(
        _ floor: Double?,
        _ document: UInt32,
        _ streams: inout [TermStream]
    ) throws(IndexFailure) -> Bool {
        guard let floor else {
            for word in words {
                for stream in word.streams { _ = try streams[stream].seek(document) }
            }
            return true
        }
        let least = floor * Self.slack
        var bound = 0.0
        for number in words.indices {
            bound += try self.bound(number, document, &streams)
            if bound + words[number].rest < least { return false }
        }
        return true
    }

    /// The score of a document to which all streams were led, by ``reaches(_:_:_:)`` for one.
    func score(_ document: UInt32, _ streams: inout [TermStream]) throws(IndexFailure) -> Double {
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
    private mutating func bound(
        _ number: Int,
        _ document: UInt32,
        _ streams: inout [TermStream]
    ) throws(IndexFailure) -> Double {
        let range = words[number].streams
        if range.count == 1 {
            let stream = range.lowerBound
            guard let weight = try streams[stream].weight(in: document) else { return 0 }
            return bound(number, ofWeight: weight)
        }
        var frequency = 0.0
        for stream in range {
            if let weight = try streams[stream].weight(in: document) { frequency += Peak.halves[weight] }
        }
        return bound(number, frequency)
    }

    /// What a word of one term can add to the score of a document, by the code of its posting's weight.
    mutating func bound(_ number: Int, ofWeight code: Int) -> Double {
        if shares.isEmpty { shares = Peak.halves.map { model.bound(factor: 1, frequency: $0, scale: scale) } }
        return max(0, words[number].factor) * shares[code]
    }

    /// What a word can add to the score of any document of a range of ``PostingsCursor/rangeLength``.
    func bound(_ number: Int, inRange range: Int, _ streams: inout [TermStream]) -> Double {
        var frequency = 0.0
        for stream in words[number].streams { frequency += Peak.values[Int(streams[stream].peak(ofRange: range))] }
        return bound(number, frequency)
    }

    /// What a word of this frequency at most can add to a score; the forms' frequencies saturate together.
    private func bound(_ number: Int, _ frequency: Double) -> Double {
        if frequency == 0 { return 0 }
        let most = model.bound(factor: words[number].factor, frequency: frequency, scale: scale)
        return min(words[number].bound, most)
    }
}
