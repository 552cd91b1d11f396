package import Domain

/// Which entries count for an indicator and where, and what their number is divided by.
package struct IndicatorMeasure: Sendable {
    /// The figure of a place.
    package struct Figure: Sendable, Hashable {
        /// How many count: entries, or divisions.
        package let count: Int
        /// The shares by each denominator; nil where there is nothing of that kind in the place, so that the figure does not apply: a
        /// municipality has no prefectures.
        package let shares: [Share?]

        /// How many are missing to reach a target, by each denominator; of a count one number.
        ///
        /// - Parameter least: what is to be reached: a count, or percent.
        /// - Returns: the numbers, 0 where it is reached, nil where the figure does not apply.
        package func missing(to least: Int) -> [Int?] {
            shares.isEmpty
                ? [max(0, least - count)]
                : shares.map { share in share.map { max(0, (least * $0.all + 99) / 100 - $0.count) } }
        }
    }

    /// A part of a whole.
    package struct Share: Sendable, Hashable {
        /// How many count of those that the denominator counts.
        package let count: Int
        /// How many there are, never 0.
        package let all: Int

        /// Tenths of a percent, rounded to the nearest.
        package var tenths: Int { (count * 2_000 + all) / (2 * all) }
    }

    /// The indicator.
    package let indicator: IndicatorDeclaration
    /// The register whose entries count.
    package let register: RegisterDeclaration
    private let namesStates: Bool
    /// The condition without what it says of the state; nil where nothing is left of it.
    private let apartFromState: Condition?
    /// What each denominator counts.
    private let divisions: [Set<String>]

    /// Takes an indicator.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - register: the register whose entries count.
    ///   - codes: the code lists by their names.
    package init(_ indicator: IndicatorDeclaration, of register: RegisterDeclaration, codes: [String: CodeList]) {
        self.indicator = indicator
        self.register = register
        let parts = indicator.condition?.parts ?? []
        let others = parts.filter { $0.field != Condition.state }
        namesStates = others.count < parts.count
        apartFromState = others.isEmpty ? nil : Condition(parts: others)
        divisions = indicator.denominators.map { denominator in
            let excluded = denominator.without.flatMap { codes[$0] }?.codes.map(\.code) ?? []
            return Set(Self.divisions(of: denominator.level)).subtracting(excluded)
        }
    }

    /// The division that an entry counts in: of the counted level, else as the entry says, empty where it says none; nil where it
    /// does not count.
    package func place(of content: EntryContent) -> String? {
        guard content.sample != true else { return nil }
        if !namesStates, isOver(content) { return nil }
        guard indicator.condition?.holds(for: content) ?? true else { return nil }
        return division(of: content)
    }

    /// The division in which an entry would count but for its state, so that something is planned or stands still there; nil
    /// for all others.
    package func awaitedPlace(of content: EntryContent) -> String? {
        guard content.sample != true, place(of: content) == nil, !isOver(content),
            apartFromState?.holds(for: content) ?? true
        else { return nil }
        return division(of: content)
    }

    /// The figure of a place.
    ///
    /// - Parameters:
    ///   - counts: how many entries count in each division.
    ///   - region: the division that the figure is of, with everything below it; nil for the nation.
    /// - Returns: the figure.
    package func figure(of counts: [String: Int], in region: RegionCode?) -> Figure {
        let prefix = region.map(Self.significant) ?? ""
        let within = counts.filter { $0.value > 0 && $0.key.hasPrefix(prefix) }
        return Figure(
            count: indicator.distinct == nil ? within.values.reduce(0, +) : within.count,
            shares: divisions.map { divisions in
                let all = prefix.isEmpty ? divisions.count : divisions.count { $0.hasPrefix(prefix) }
                return all == 0 ? nil : Share(count: within.keys.count(where: divisions.contains), all: all)
            }
        )
    }

    private func isOver(_ content: EntryContent) -> Bool {
        content.state.flatMap(register.state)?.isOver ?? false
    }

    /// Where an entry lies.
    func region(of content: EntryContent) -> RegionCode? {
        register.place.region.flatMap { content.fields[$0]?.text }.flatMap { RegionCode($0) }
    }

    private func division(of content: EntryContent) -> String? {
        let region = region(of: content)
        switch indicator.distinct {
        case nil: return region?.digits ?? ""
        case .province: return region?.province?.code
        case .prefecture: return region?.prefecture?.code
        case .county: return region?.level == .county ? region?.digits : nil
        }
    }

    /// The digits of a code that name a division.
    static func significant(_ region: RegionCode) -> String {
        switch region.level {
        case .province: String(region.digits.prefix(2))
        case .prefecture: String(region.digits.prefix(4))
        case .county: region.digits
        }
    }

    /// All divisions of a level in the order of their codes; of counties no table is kept.
    static func divisions(of level: RegionCode.Level) -> [String] {
        switch level {
        case .province: Province.all.map(\.code)
        // Counties that stand directly under their province are in the same table.
        case .prefecture: Prefecture.all.map(\.code).filter { $0.hasSuffix("00") }
        case .county: []
        }
    }
}
