package import Domain

/// What an indicator counts, entry by entry, so that every figure leads to the rows behind it.
package struct IndicatorTally: Sendable {
    /// The figure of a place.
    package struct Figure: Sendable, Hashable {
        /// How many count: entries, or divisions.
        package let count: Int
        /// What the count is divided by, for each of the denominators; nil where there is nothing of that kind in the place, so that
        /// the figure does not apply: a municipality has no prefectures.
        package let of: [Int?]
        /// The entries behind it, in the order of their identifiers.
        package let entries: [String]

        /// Tenths of a percent for each denominator, rounded to the nearest; nil where it does not apply.
        package var shares: [Int?] {
            of.map { all in all.map { (count * 2_000 + $0) / (2 * $0) } }
        }
    }

    private let indicator: IndicatorDeclaration
    private let register: RegisterDeclaration
    private let excluded: [Set<String>]
    /// Entries by the division they lie in: of the counted level, else as they say.
    private var places: [String: [String]] = [:]

    /// Begins to count.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - register: the register whose entries count.
    ///   - codes: the code lists by their names.
    package init(_ indicator: IndicatorDeclaration, of register: RegisterDeclaration, codes: [String: CodeList]) {
        self.indicator = indicator
        self.register = register
        excluded = indicator.denominators.map { denominator in
            Set(denominator.without.flatMap { codes[$0] }?.codes.map(\.code) ?? [])
        }
    }

    /// Counts an entry, if it counts.
    ///
    /// - Parameters:
    ///   - id: its identifier.
    ///   - content: what it says at the time of the figure.
    package mutating func add(_ id: String, _ content: EntryContent) {
        guard content.sample != true, counts(content) else { return }
        let region = register.place.region.flatMap { content.fields[$0]?.text }.flatMap { RegionCode($0) }
        let place: String
        switch indicator.distinct {
        case nil: place = region?.digits ?? ""
        case .province: place = region?.province?.code ?? ""
        case .prefecture: place = region?.prefecture?.code ?? ""
        case .county: place = region?.level == .county ? region?.digits ?? "" : ""
        }
        if indicator.distinct != nil, place.isEmpty { return }
        places[place, default: []].append(id)
    }

    /// The figure of a division with everything below it; of the nation for nil.
    package func figure(in region: RegionCode?) -> Figure {
        let prefix = region.map(Self.significant) ?? ""
        let within = places.filter { $0.key.hasPrefix(prefix) }
        return Figure(
            count: indicator.distinct == nil ? within.values.reduce(0) { $0 + $1.count } : within.count,
            of: zip(indicator.denominators, excluded).map { denominator, excluded in
                let all = Self.divisions(of: denominator.level).count { $0.hasPrefix(prefix) && !excluded.contains($0) }
                return all == 0 ? nil : all
            },
            entries: within.values.flatMap(\.self).sorted()
        )
    }

    /// The divisions of the counted level that nothing lies in, in the order of their codes.
    package func gaps(in region: RegionCode?) -> [String] {
        guard let level = indicator.distinct else { return [] }
        let prefix = region.map(Self.significant) ?? ""
        return Self.divisions(of: level).filter { $0.hasPrefix(prefix) && places[$0] == nil }
    }

    private func counts(_ content: EntryContent) -> Bool {
        let namesStates = indicator.condition?.parts.contains { $0.field == Condition.state } ?? false
        if !namesStates, let state = content.state.flatMap(register.state), state.isOver { return false }
        return indicator.condition?.holds(for: content) ?? true
    }

    /// The digits of a code that name a division.
    private static func significant(_ region: RegionCode) -> String {
        switch region.level {
        case .province: String(region.digits.prefix(2))
        case .prefecture: String(region.digits.prefix(4))
        case .county: region.digits
        }
    }

    private static func divisions(of level: RegionCode.Level) -> [String] {
        switch level {
        case .province: Province.all.map(\.code)
        // Counties that stand directly under their province are in the same table.
        case .prefecture: Prefecture.all.map(\.code).filter { $0.hasSuffix("00") }
        case .county: []
        }
    }
}
