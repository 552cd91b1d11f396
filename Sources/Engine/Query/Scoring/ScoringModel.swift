import Index

/// The BM25F numbers of one search that hold for the whole snapshot.
struct ScoringModel {
    /// What rounding may add to a score.
    private static let slack = 1 + 1e-9

    /// A word with its rarity.
    struct Word {
        var terms: [[UInt8]]
        var fields: FieldMask
        var boost: Double
        /// Documents with one of the terms: their sum over segments and terms, at most all documents.
        var documentFrequency: Int
        var idf: Double

        /// What every document's part is multiplied with.
        var factor: Double { boost * idf }
    }

    /// A text field's weight and mean length.
    struct Field {
        let weight: Double
        let average: Double
        /// The norm that frequencies are divided by, 1 - b + b x length / average, is base + slope x length.
        let base: Double
        let slope: Double

        /// - Parameters:
        ///   - weight: How much the field counts.
        ///   - average: Its mean length over the documents that have it; 0 where none has.
        ///   - lengthNormalisation: b.
        init(weight: Double, average: Double, lengthNormalisation: Double) {
            self.weight = weight
            self.average = average
            base = average > 0 ? 1 - lengthNormalisation : 1
            slope = average > 0 ? lengthNormalisation / average : 0
        }

        /// What occurrences in the field come to: weight x frequency / length norm.
        func part(_ occurrences: UInt32, length: UInt32) -> Double {
            weight * Double(occurrences) / (base + slope * Double(length))
        }
    }

    /// By their factors, the greatest first; scores are added up in this order.
    private(set) var words: [Word] = []
    private(set) var fields: [Field] = []
    let saturation: Double
    let lengthNormalisation: Double
    let documentCount: Int
    private(set) var notes: [BoundNote] = []

    init(
        _ words: [ScoredWord],
        _ scoring: Scoring,
        _ snapshot: Snapshot,
        _ catalogue: TermCatalogue,
        _ options: SearchOptions
    ) throws(IndexFailure) {
        saturation = scoring.saturation
        lengthNormalisation = scoring.lengthNormalisation
        documentCount = snapshot.documentCount
        if words.isEmpty { return }
        for (place, field) in snapshot.schema.textFields.enumerated() {
            var total = 0.0
            var holders = 0
            for segment in snapshot.segments {
                let lengths = try segment.fieldLengths(FieldID(rawValue: UInt8(place)))
                total += Double(lengths.total)
                holders += lengths.documentCount
            }
            let weight = scoring.weights.flatMap { place < $0.count ? $0[place] : nil } ?? field.weight
            fields.append(
                Field(
                    weight: weight,
                    average: holders == 0 ? 0 : total / Double(holders),
                    lengthNormalisation: lengthNormalisation
                )
            )
        }
        for word in words { try add(word, catalogue, options) }
        // The most telling first: the rest then soon matters no more to a hit that leads or trails.
        self.words = self.words.enumerated()
            .sorted { ($1.element.factor, $0.offset) < ($0.element.factor, $1.offset) }
            .map(\.element)
    }

    private mutating func add(
        _ word: ScoredWord,
        _ catalogue: TermCatalogue,
        _ options: SearchOptions
    ) throws(IndexFailure) {
        var counted: [(term: [UInt8], frequency: Int)] = []
        for term in word.terms {
            let frequency = try catalogue.documentFrequency(of: term)
            if frequency > 0 { counted.append((term, frequency)) }
        }
        if counted.isEmpty { return }
        if counted.count > options.maximumScoredForms {
            counted.sort { $0.frequency > $1.frequency }
            counted.removeLast(counted.count - max(0, options.maximumScoredForms))
            counted.sort { $0.term.lexicographicallyPrecedes($1.term) }
            notes.append(.scoredForms(kept: counted.count))
        }
        let frequency = min(documentCount, counted.reduce(0) { $0 + $1.frequency })
        words.append(
            Word(
                terms: counted.map(\.term),
                fields: word.fields,
                boost: word.boost,
                documentFrequency: frequency,
                idf: Self.idf(frequency, of: documentCount)
            )
        )
    }

    /// Whether scores have the bounds that ``bound(factor:frequency:scale:)`` says; what a request brings may be anything.
    ///
    /// Numbers are refused that leave those of a computer when they are added up or divided.
    var hasBounds: Bool {
        let usual = 1e-100...1e100
        return usual.contains(saturation) && (0...1).contains(lengthNormalisation)
            && fields.allSatisfy { $0.weight == 0 || usual.contains($0.weight) }
            && words.allSatisfy { $0.factor == 0 || usual.contains(abs($0.factor)) }
    }

    /// The rarity of a word: ln(1 + (N - n + 0.5) / (n + 0.5)).
    static func idf(_ frequency: Int, of documentCount: Int) -> Double {
        let rest = Double(documentCount - frequency) + 0.5
        return logarithm(1 + rest / (Double(frequency) + 0.5))
    }

    /// By how much frequencies in a segment can exceed what its peaks say.
    func scale(_ segment: SegmentReader) -> Double {
        segment.peakScale.factor(
            weights: fields.map(\.weight),
            averages: fields.map(\.average),
            lengthNormalisation: lengthNormalisation
        )
    }

    /// What a word adds to a score at most.
    ///
    /// - Parameters:
    ///   - factor: The word's factor.
    ///   - frequency: The sum of its terms' peaks.
    ///   - scale: The segment's ``scale(_:)``.
    /// - Returns: The bound; at least 0.
    func bound(factor: Double, frequency: Double, scale: Double) -> Double {
        guard factor > 0 else { return 0 }
        let most = frequency == 0 ? 0 : frequency * scale
        return factor * Self.slack * (most.isFinite ? saturated(most) : 1)
    }

    /// The share of a word's factor that its normalised frequency earns.
    func saturated(_ frequency: Double) -> Double {
        frequency / (saturation + frequency)
    }
}
