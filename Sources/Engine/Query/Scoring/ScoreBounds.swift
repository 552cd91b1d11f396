import Index

/// For each range of 256 documents of a segment a score that none of its documents exceeds.
///
/// A range that was looked at, or in which some word that every hit needs does not occur, is closed: its bound is below
/// every score.
struct ScoreBounds {
    private static let closed = -Double.infinity

    /// By range.
    private(set) var values: [Double]
    private let segment: SegmentReader

    /// Adds up what each word can come to at most, and closes ranges without a term of each of the needed groups.
    init(
        _ model: ScoringModel,
        _ place: Int,
        _ catalogue: TermCatalogue,
        needed: [[[UInt8]]]
    ) throws(IndexFailure) {
        segment = catalogue.segments[place]
        let count = (segment.documentCount + PostingsCursor.rangeLength - 1) / PostingsCursor.rangeLength
        values = [Double](repeating: 0, count: count)
        let scale = model.scale(segment)
        for word in model.words where word.factor > 0 {
            var infos: [TermInfo] = []
            for term in word.terms {
                guard let info = try catalogue.entry(of: term, in: place), !info.fields.isDisjoint(with: word.fields)
                else { continue }
                infos.append(info)
            }
            try add(infos) { model.bound(factor: word.factor, frequency: $0, scale: scale) }
        }
        for group in needed { try close(without: group, place, catalogue) }
    }

    /// The documents of a range.
    func documents(_ range: Int) -> Range<UInt32> {
        let first = range * PostingsCursor.rangeLength
        return UInt32(first)..<UInt32(min(first + PostingsCursor.rangeLength, segment.documentCount))
    }

    /// The first range from one on that can still hold a hit of at least a score; any that is not closed without one.
    func nextOpen(from range: Int, floor: Double?) -> Int? {
        var range = range
        while range < values.count {
            if Self.isOpen(values[range], floor) { return range }
            range += 1
        }
        return nil
    }

    /// How many ranges ``nextOpen(from:floor:)`` finds.
    func openCount(floor: Double?) -> Int {
        values.reduce(0) { $0 + (Self.isOpen($1, floor) ? 1 : 0) }
    }

    /// Whether the range of a document can still hold a hit of at least a score.
    func isOpen(_ document: UInt32, floor: Double?) -> Bool {
        Self.isOpen(values[Int(document) / PostingsCursor.rangeLength], floor)
    }

    /// Says that a range was looked at.
    mutating func close(_ range: Int) { values[range] = Self.closed }

    /// Keeps of a window's hits those in ranges that can still hold one of at least a score.
    func narrow(_ hits: inout Bitmap, in window: Range<UInt32>, floor: Double?) {
        var lower = window.lowerBound
        while lower < window.upperBound {
            let range = Int(lower) / PostingsCursor.rangeLength
            let upper = min(UInt32(range + 1) * UInt32(PostingsCursor.rangeLength), window.upperBound)
            if !Self.isOpen(values[range], floor) {
                let end = Int(upper - window.lowerBound + 63) >> 6
                for word in Int(lower - window.lowerBound) >> 6..<end { hits.set(word: word, to: 0) }
            }
            lower = upper
        }
    }

    private static func isOpen(_ value: Double, _ floor: Double?) -> Bool {
        if let floor { value >= floor && value > closed } else { value > closed }
    }

    // MARK: Making

    private mutating func add(_ infos: [TermInfo], _ score: (Double) -> Double) throws(IndexFailure) {
        guard infos.count != 1 else {
            let scores = Peak.values.map(score)
            return try Self.forEachPeak(infos[0], in: segment) { (range, peak) in values[range] += scores[Int(peak)] }
        }
        if infos.isEmpty { return }
        var sums = [Double](repeating: 0, count: values.count)
        for info in infos {
            try Self.forEachPeak(info, in: segment) { (range, peak) in sums[range] += Peak.values[Int(peak)] }
        }
        for range in values.indices where sums[range] > 0 { values[range] += score(sums[range]) }
    }

    /// Closes the ranges in which none of the terms occurs.
    private mutating func close(
        without terms: [[UInt8]],
        _ place: Int,
        _ catalogue: TermCatalogue
    ) throws(IndexFailure) {
        var isMet = [Bool](repeating: false, count: values.count)
        for term in terms {
            guard let info = try catalogue.entry(of: term, in: place) else { continue }
            try Self.forEachPeak(info, in: segment) { (range, _) in isMet[range] = true }
        }
        for range in values.indices where !isMet[range] { values[range] = Self.closed }
    }

    /// Calls with every range in which a term occurs and a bound of its weights there.
    @inline(__always)
    private static func forEachPeak(
        _ info: TermInfo,
        in segment: SegmentReader,
        _ body: (Int, UInt8) -> Void
    ) throws(IndexFailure) {
        var cursor = try segment.postings(info)
        if let peaks = cursor.peaks {
            for range in peaks.indices where peaks[range] > 0 { body(range, peaks[range]) }
            return
        }
        let peak = cursor.peak
        var last = -1
        while try cursor.nextBlock() {
            for index in 0..<cursor.count {
                let range = Int(cursor.documents[index]) / PostingsCursor.rangeLength
                if range != last { body(range, peak) }
                last = range
            }
        }
    }
}
