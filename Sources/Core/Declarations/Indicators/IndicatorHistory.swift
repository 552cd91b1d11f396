package import Domain

/// What an indicator counted at the end of each month, from the versions of entries.
package struct IndicatorHistory: Sendable {
    /// A time in which an entry counted.
    private struct Span {
        let place: String
        let from: Int
        /// The month at whose end it counted no longer.
        let until: Int
    }

    private let measure: IndicatorMeasure
    private var spans: [Span] = []
    /// The month of the first entry; nil while there is none.
    package private(set) var first: CivilMonth?

    /// Begins to count.
    package init(_ measure: IndicatorMeasure) {
        self.measure = measure
    }

    /// Counts an entry.
    ///
    /// - Parameter versions: all its versions, the oldest first, each with the month in which it was made; no content where it was
    ///   withdrawn, or erased.
    package mutating func add(_ versions: [(month: CivilMonth, content: EntryContent?)]) {
        // Samples never count, not even as the beginning of a register.
        if let begin = versions.first(where: { $0.content.map { $0.sample != true } ?? false })?.month {
            first = first.map { min($0, begin) } ?? begin
        }
        for (index, version) in versions.enumerated() {
            let until = index + 1 < versions.count ? versions[index + 1].month.index : Int.max
            // What is changed again in the same month never was the state at its end.
            guard version.month.index < until, let place = version.content.flatMap(measure.place) else { continue }
            spans.append(Span(place: place, from: version.month.index, until: until))
        }
    }

    /// The figures at the end of each month.
    ///
    /// - Parameters:
    ///   - region: the division that they are of, with everything below it; nil for the nation.
    ///   - months: from which month to which.
    /// - Returns: a figure for each month.
    package func figures(in region: RegionCode?, _ months: ClosedRange<CivilMonth>) -> [IndicatorMeasure.Figure] {
        let prefix = region.map(IndicatorMeasure.significant) ?? ""
        let (begin, end) = (months.lowerBound.index, months.upperBound.index)
        // By how many each division has more or fewer than in the month before.
        var steps: [String: [Int]] = [:]
        for span in spans where span.place.hasPrefix(prefix) && span.from <= end && span.until > begin {
            let place = measure.indicator.distinct == nil ? prefix : span.place
            var own = steps.removeValue(forKey: place) ?? Array(repeating: 0, count: end - begin + 1)
            own[max(span.from, begin) - begin] += 1
            if span.until <= end { own[span.until - begin] -= 1 }
            steps[place] = own
        }
        var counts: [String: Int] = [:]
        return (0...(end - begin)).map { month in
            for (place, own) in steps where own[month] != 0 { counts[place, default: 0] += own[month] }
            return measure.figure(of: counts, in: region)
        }
    }
}
