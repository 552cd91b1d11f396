import Bytes
import Index

/// Finds the documents of one segment that the weights of their postings may bring to a score, a window at a time.
///
/// Postings carry what they weigh at most, so that a score's bound is a sum of numbers from a table: no field, frequency
/// or length has to be looked at. Bounds are whole numbers of a unit, rounded up.
struct WindowBounds {
    /// Terms beyond which 16 bits are too few to tell sums apart: all documents may then reach any score.
    private static let maximumTerms = 32_768

    /// A term of a word; the score of a word of several forms is not above the sum of those of its forms.
    private struct Term {
        var stream: TermStream
        /// What the weights of postings add to a score at most.
        let table: PlaceSums.Table
        /// What the terms behind this one can add together at most.
        var rest = 0.0
        /// The postings of these.
        var restPostings = 0
    }

    private var terms: [Term] = []
    /// The documents of a part that are looked into one by one, and the sums of their bounds.
    private var documents: [UInt32] = []
    private var bounds: [UInt32] = []
    private var sums: PlaceSums
    private let documentCount: Int
    /// Documents that are added up together, so that their sums stay close to the processor.
    private let partLength: Int
    /// Looking for a term in one of the documents found takes as long as adding so many postings.
    private let lookupCost: Int
    /// The score that stands for 1 in the sums; 0 where no score can be above 0.
    private let unit: Double

    /// Prepares for the segment at a place of the catalogue.
    init(
        _ model: ScoringModel,
        _ place: Int,
        _ catalogue: TermCatalogue,
        partLength: Int = 32_768,
        lookupCost: Int = 60
    ) throws(IndexFailure) {
        self.partLength = partLength
        self.lookupCost = lookupCost
        sums = PlaceSums(wordCount: (partLength + 63) / 64)
        let segment = catalogue.segments[place]
        documentCount = max(1, segment.documentCount)
        let scale = model.scale(segment)
        var streams: [(stream: TermStream, factor: Double, bound: Double)] = []
        for word in model.words where word.factor > 0 {
            for term in word.terms {
                guard let info = try catalogue.entry(of: term, in: place), !info.fields.isDisjoint(with: word.fields)
                else { continue }
                let stream = TermStream(try segment.postings(info))
                let peak = Peak.values[Int(stream.cursor.peak)]
                streams.append(
                    (stream, word.factor, model.bound(factor: word.factor, frequency: peak, scale: scale))
                )
            }
        }
        // No sum of all terms passes 16 bits, each rounded up.
        let most = streams.reduce(0) { $0 + $1.bound }
        let unit = most / Double(max(1, 65_535 - 2 * streams.count))
        self.unit = unit
        var rest = 0.0
        var restPostings = 0
        for (stream, factor, bound) in streams.reversed() {
            let table = Peak.halves.map { frequency in
                // What no posting of the term reaches stands in no sum.
                let bound = min(bound, model.bound(factor: factor, frequency: frequency, scale: scale))
                return unit == 0 ? 0 : UInt16(min(65_535, (bound / unit).rounded(.up)))
            }
            terms.append(
                Term(stream: stream, table: PlaceSums.Table(table), rest: rest, restPostings: restPostings)
            )
            rest += bound
            restPostings += stream.cursor.documentFrequency
        }
        terms.reverse()
    }

    /// Finds the documents of a window whose words may bring them to a score.
    ///
    /// - Parameters:
    ///   - window: The documents; later calls must ask for later ones.
    ///   - floor: The score; above 0.
    ///   - found: Becomes one bit for each document of the window.
    /// - Throws: `IndexFailure`.
    mutating func find(in window: Range<UInt32>, floor: Double, into found: inout Bitmap) throws(IndexFailure) {
        found.reset(length: window.count)
        if unit == 0 { return }
        if terms.count > Self.maximumTerms { return found.fill(length: window.count) }
        for start in stride(from: 0, to: window.count, by: partLength) {
            try find(start..<min(start + partLength, window.count), of: window, floor, into: &found)
            sums.clear()
        }
    }

    private mutating func find(
        _ part: Range<Int>,
        of window: Range<UInt32>,
        _ floor: Double,
        into found: inout Bitmap
    ) throws(IndexFailure) {
        let inPart = window.lowerBound + UInt32(part.lowerBound)..<window.lowerBound + UInt32(part.upperBound)
        var added = 0
        for number in terms.indices {
            try add(number, in: inPart)
            added += share(terms[number].stream.cursor.documentFrequency, part)
            let rest = terms[number].rest
            // Looking for what is left takes a while: not before as much was added up.
            guard rest < floor, added > part.count / 8 else { continue }
            found.replace(from: part.lowerBound, to: part.upperBound, whereAtLeast: units(floor - rest), sums)
            let lookups = found.count(from: part.lowerBound, to: part.upperBound) * lookupCost
            if lookups * (terms.count - number - 1) <= share(terms[number].restPostings, part) {
                return try lookUp(from: number + 1, in: inPart, of: window, floor, &found)
            }
            added = 0
        }
        found.replace(from: part.lowerBound, to: part.upperBound, whereAtLeast: units(floor), sums)
    }

    /// Looks for the terms that were not added up in the documents found so far, and takes out those that cannot reach the
    /// floor, after every term.
    private mutating func lookUp(
        from number: Int,
        in part: Range<UInt32>,
        of window: Range<UInt32>,
        _ floor: Double,
        _ found: inout Bitmap
    ) throws(IndexFailure) {
        let lower = Int(part.lowerBound - window.lowerBound)
        found.take(from: lower, to: lower + part.count, first: window.lowerBound, into: &documents)
        bounds.removeAll(keepingCapacity: true)
        for document in documents { bounds.append(UInt32(sums[Int(document - part.lowerBound)])) }
        for number in number..<terms.count {
            let least = UInt32(units(floor - terms[number].rest))
            var kept = 0
            for place in 0..<documents.count {
                let document = documents[place]
                var bound = bounds[place]
                if let weight = try terms[number].stream.weight(in: document) {
                    bound += UInt32(terms[number].table[weight])
                }
                guard bound >= least else { continue }
                documents[kept] = document
                bounds[kept] = bound
                kept += 1
            }
            documents.removeLast(documents.count - kept)
            if kept == 0 { return }
        }
        for document in documents { found.insert(Int(document - window.lowerBound)) }
    }

    /// The sums that a score comes to, rounded down, and a little below; never 0, which documents without a word have.
    private func units(_ score: Double) -> UInt16 {
        let units = score / unit * (1 - 1e-9)
        return units > 1 ? UInt16(min(65_535, units)) : 1
    }

    /// How many of a segment's postings stand in some documents on average.
    private func share(_ postings: Int, _ part: Range<Int>) -> Int { postings * part.count / documentCount }

    private mutating func add(_ number: Int, in documents: Range<UInt32>) throws(IndexFailure) {
        guard try terms[number].stream.skip(to: documents.lowerBound) else { return }
        while let run = try terms[number].stream.nextRun(before: documents.upperBound) {
            try terms[number].stream.addWeights(terms[number].table, in: run, from: documents.lowerBound, to: &sums)
        }
    }
}
