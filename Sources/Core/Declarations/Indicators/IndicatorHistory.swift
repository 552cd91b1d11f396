package import Domain

/// What an indicator counted at the end of each month, from the versions of entries.
package struct IndicatorHistory: Sendable {
    /// A time in which an entry said the same.
    private struct Span {
        let entry: String
        let reading: IndicatorTally.Reading
        var from: Int
        /// The month at whose end it said so no longer.
        var until: Int
    }

    private let measure: IndicatorMeasure
    /// Nothing is counted in it; it reads entries, and is where a month begins.
    private let blank: IndicatorTally
    private var spans: [Span] = []
    /// The first month that is told: that of the first entry, or of the first day since when one counts; nil while there is none.
    package private(set) var first: CivilMonth?

    /// Begins to count.
    package init(_ measure: IndicatorMeasure) {
        self.measure = measure
        blank = IndicatorTally(measure)
    }

    /// Counts an entry.
    ///
    /// - Parameters:
    ///   - entry: its identifier; entries come in the order of these.
    ///   - versions: all its versions, the oldest first, each with the month in which it was made; no content where it was withdrawn,
    ///     or erased.
    package mutating func add(_ entry: String, _ versions: [(month: CivilMonth, content: EntryContent?)]) {
        // Samples never count, not even as the beginning of a register.
        if let begin = versions.first(where: { $0.content.map { $0.sample != true } ?? false })?.month { reach(begin) }
        let day = versions.last { $0.content.map { $0.sample != true } ?? false }?.content.flatMap(ownMonth)
        var own: [Span] = []
        var since: Int?
        for (index, version) in versions.enumerated() {
            let until = index + 1 < versions.count ? versions[index + 1].month.index : Int.max
            guard let content = version.content, content.sample != true else { continue }
            let reading = blank.reading(content)
            var from = version.month.index
            if since == nil, reading.place != nil {
                // It counted since its own day, as it says last, so that what it said of the time before does not hold.
                from = min(from, day?.index ?? from)
                since = from
                reach(CivilMonth(index: from))
                for index in own.indices { own[index].until = min(own[index].until, from) }
            }
            // What is changed again in the same month never was the state at its end.
            if from < until { own.append(Span(entry: entry, reading: reading, from: from, until: until)) }
        }
        spans += own.filter { $0.from < $0.until }
    }

    private mutating func reach(_ month: CivilMonth) {
        first = first.map { min($0, month) } ?? month
    }

    /// The month since when an entry counts by its own date; of a year alone its last, because then it surely did.
    private func ownMonth(_ content: EntryContent) -> CivilMonth? {
        guard let text = measure.indicator.date.flatMap({ content.fields[$0]?.text }),
            let date = PartialDate(iso: text)
        else { return nil }
        return CivilMonth(date) ?? CivilMonth(index: date.year * 12 + 11)
    }

    /// Everything that counted at the end of a month, with the rows behind it.
    package func tally(at month: CivilMonth) -> IndicatorTally {
        var tally = blank
        for span in spans where span.from <= month.index && month.index < span.until {
            tally.add(span.entry, span.reading)
        }
        return tally
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
        for span in spans where span.from <= end && span.until > begin {
            guard let within = span.reading.place, within.hasPrefix(prefix) else { continue }
            let place = measure.indicator.distinct == nil ? prefix : within
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
