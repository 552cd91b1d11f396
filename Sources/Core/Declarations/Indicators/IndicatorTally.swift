package import Domain

/// What an indicator counts, entry by entry, so that every figure leads to the rows behind it.
package struct IndicatorTally: Sendable {
    /// An entry that would count but for its state: something is planned there, or stands still.
    package struct Awaited: Sendable, Hashable {
        /// Its identifier.
        package let entry: String
        /// Its state; nil where it has none.
        package let state: String?

        package init(entry: String, state: String?) {
            self.entry = entry
            self.state = state
        }
    }

    /// What an entry says for the indicator at some time.
    struct Reading: Sendable {
        /// Where it counts; nil where it does not.
        let place: String?
        /// Where it would count but for its state; nil for all others.
        let awaited: String?
        let state: String?
        /// Where it lies, whether it counts or not; nil for a sample.
        let region: RegionCode?
        /// The code by which counts are told apart.
        let part: String?
        let location: FieldValue?
    }

    /// An entry that counts.
    private struct Row {
        let entry: String
        let place: String
        let reading: Reading
    }

    /// What counts, and where.
    package let measure: IndicatorMeasure
    private let locationField: String?
    private var rows: [Row] = []
    private var counts: [String: Int] = [:]
    private var awaited: [String: [Awaited]] = [:]
    /// Every division that an entry lies in or below, whether it counts or not.
    private var known: Set<String> = []

    /// Begins to count.
    package init(_ measure: IndicatorMeasure) {
        self.measure = measure
        let register = measure.register
        locationField = register.fields.first { $0.type == .location && register.readers(of: $0) == .everyone }?.name
    }

    /// Counts an entry, if it counts.
    ///
    /// - Parameters:
    ///   - entry: its identifier; entries come in the order of these.
    ///   - content: what it says at the time of the figure.
    package mutating func add(_ entry: String, _ content: EntryContent) {
        add(entry, reading(content))
    }

    /// What an entry says for the indicator.
    func reading(_ content: EntryContent) -> Reading {
        Reading(
            place: measure.place(of: content),
            awaited: measure.awaitedPlace(of: content),
            state: content.state,
            region: content.sample == true ? nil : measure.region(of: content),
            part: measure.indicator.parts.flatMap { content.fields[$0]?.text },
            location: locationField.flatMap { content.fields[$0] }
        )
    }

    mutating func add(_ entry: String, _ reading: Reading) {
        if let region = reading.region, known.insert(region.digits).inserted { known.formUnion(region.levels) }
        if let place = reading.place {
            rows.append(Row(entry: entry, place: place, reading: reading))
            counts[place, default: 0] += 1
        } else if let place = reading.awaited {
            awaited[place, default: []].append(Awaited(entry: entry, state: reading.state))
        }
    }

    /// Whether the register has any entry in a division, whether it counts or not; samples are none.
    package func knows(_ region: RegionCode) -> Bool { known.contains(region.digits) }

    /// The figure of a division with everything below it; of the nation for nil.
    package func figure(in region: RegionCode?) -> IndicatorMeasure.Figure { measure.figure(of: counts, in: region) }

    /// The entries behind the figure, in the order of their identifiers.
    package func entries(in region: RegionCode?) -> [String] {
        let prefix = region.map(IndicatorMeasure.significant) ?? ""
        return rows.filter { $0.place.hasPrefix(prefix) }.map(\.entry)
    }

    /// How many of the entries behind the figure have each code of the field by which they are told apart.
    package func parts(in region: RegionCode?) -> [String: Int] {
        let prefix = region.map(IndicatorMeasure.significant) ?? ""
        var parts: [String: Int] = [:]
        for row in rows where row.place.hasPrefix(prefix) {
            if let part = row.reading.part { parts[part, default: 0] += 1 }
        }
        return parts
    }

    /// The entries that count and have coordinates, with these.
    package var located: [(entry: String, location: FieldValue)] {
        rows.compactMap { row in row.reading.location.map { (row.entry, $0) } }
    }

    /// The divisions of a level that nothing lies in, in the order of their codes.
    ///
    /// - Parameters:
    ///   - region: where; nil for the nation.
    ///   - level: which divisions; nil for those that the indicator counts, none where it counts entries.
    /// - Returns: six digits of each.
    package func gaps(in region: RegionCode?, level: RegionCode.Level? = nil) -> [String] {
        guard let level = level ?? measure.indicator.distinct else { return [] }
        let prefix = region.map(IndicatorMeasure.significant) ?? ""
        let served = Set(counts.keys.flatMap { RegionCode($0)?.levels ?? [] })
        return IndicatorMeasure.divisions(of: level).filter { $0.hasPrefix(prefix) && !served.contains($0) }
    }

    /// What would count in a division but for its state, in the order of identifiers.
    package func awaited(in region: RegionCode) -> [Awaited] {
        let prefix = IndicatorMeasure.significant(region)
        return awaited.filter { $0.key.hasPrefix(prefix) }.flatMap(\.value).sorted { $0.entry < $1.entry }
    }
}
