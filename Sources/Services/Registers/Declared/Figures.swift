package import Declarations
package import Domain
import Identity
package import Store

/// Counts what indicators say, from the entries as they stand; every figure leads to the rows behind it.
///
/// What is counted is read once for each state of the log, so that asking for many divisions costs no more than for one.
package final class Figures: Sendable {
    let store: Store
    let definitions: DefinitionCache
    private let tallies: CountedOnce<IndicatorTally>
    let histories: CountedOnce<[Counting]>
    let reaches: CountedOnce<[String: Reach]>

    /// How many times as long as counting took a figure is kept, though the log has grown.
    package static let rest = 10

    /// Takes the store and the declarations in force.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - definitions: the declarations in force.
    ///   - rest: how many times as long as counting took a figure is kept, though the log has grown.
    package init(store: Store, definitions: DefinitionCache, rest: Int = Figures.rest) {
        self.store = store
        self.definitions = definitions
        tallies = CountedOnce(rest: rest)
        histories = CountedOnce(rest: rest)
        reaches = CountedOnce(rest: rest)
    }

    /// The figure of a division below another.
    package struct Below: Sendable, Hashable {
        /// The division.
        package let region: RegionCode
        /// Its figure.
        package let figure: IndicatorMeasure.Figure
        /// Whether the register has any entry there; where it has none, nothing is known, which is not nought.
        package let isKnown: Bool
    }

    /// The figure of a division with those below it.
    package struct Answer: Sendable {
        /// The indicator.
        package let indicator: IndicatorDeclaration
        /// Which version of it is in force, from 1.
        package let version: Int64
        /// The register whose entries count.
        package let register: RegisterDeclaration
        /// The clause that it tells of, and the plan; nil where it names none that is published.
        package let clause: (plan: String, clause: PlanClause)?
        /// The division; nil for the nation.
        package let region: RegionCode?
        /// Its figure.
        package let figure: IndicatorMeasure.Figure
        /// Whether the register has any entry there; always so for the nation.
        package let isKnown: Bool
        /// How many have each code of the field by which the count is told apart, in the order of codes.
        package let parts: [(code: Code, count: Int)]
        /// The figures right below it, of provinces or of the prefectures of one, in the order of their codes.
        package let below: [Below]
        /// Divisions of the counted level that lack what is counted, with what is planned there or stands still.
        package let gaps: [(region: RegionCode, awaited: [IndicatorTally.Awaited])]
        /// The entries behind the figure, in the order of their identifiers; others than operators see them where ``isOpen``.
        package let entries: [String]
        /// Whether everybody may know the entries behind the figure.
        package let isOpen: Bool
        /// The month at whose end it counted; nil for now.
        package let month: CivilMonth?
        /// How long the log was that this was counted from.
        package let size: Int64
        /// When it was counted, in microseconds UTC.
        package let time: Int64
    }

    /// The indicators in force, in the order of the clauses that they tell of.
    ///
    /// - Throws: What the store throws.
    package func indicators() async throws -> [IndicatorDeclaration] {
        try await definitions.current().set.indicators.values
            .sorted { ($0.clause ?? "~", $0.name) < ($1.clause ?? "~", $1.name) }
    }

    /// The figures of all indicators in force for the nation, in the order of the clauses that they tell of.
    ///
    /// - Throws: What the store throws.
    package func all() async throws -> [Answer] {
        var answers: [Answer] = []
        for indicator in try await indicators() { answers.append(try await self(indicator.name)) }
        return answers
    }

    /// Counts.
    ///
    /// - Parameters:
    ///   - name: the indicator.
    ///   - region: a division by code or name; nil for the nation.
    ///   - month: the month, as `2025-06`, at whose end is counted by the definition in force today; nil for now.
    /// - Returns: the figure.
    /// - Throws: `Failure.notFound` for an indicator that is none, `Failure.invalid` for a region that is none and a month that is not
    ///   told; what the store throws.
    package func callAsFunction(_ name: String, in region: String? = nil, at month: String? = nil) async throws
        -> Answer
    {
        let (inForce, measure) = try await measure(name)
        let (indicator, register) = (measure.indicator, measure.register)
        let place = try Self.place(region)
        let (tally, asked, size, time) = try await counted(measure, inForce, at: month)
        let isOpen = Self.isOpen(measure)
        let parts = indicator.parts == nil ? [:] : tally.parts(in: place)
        return Answer(
            indicator: indicator,
            version: inForce.versions[.indicator]?[name] ?? 0,
            register: register,
            clause: Self.clause(of: indicator, in: inForce.set),
            region: place,
            figure: tally.figure(in: place),
            isKnown: place.map(tally.knows) ?? true,
            parts: Self.codes(of: measure, in: inForce.set).map { ($0, parts[$0.code] ?? 0) },
            below: register.place.region == nil
                ? []
                : Self.below(place).map { region in
                    Below(region: region, figure: tally.figure(in: region), isKnown: tally.knows(region))
                },
            gaps: tally.gaps(in: place).compactMap { RegionCode($0) }.map { region in
                (region, isOpen ? tally.awaited(in: region) : [])
            },
            entries: tally.entries(in: place),
            isOpen: isOpen,
            month: asked,
            size: size,
            time: time
        )
    }

    private func counted(_ measure: IndicatorMeasure, _ inForce: DefinitionsInForce, at month: String?) async throws
        -> (tally: IndicatorTally, month: CivilMonth?, size: Int64, time: Int64)
    {
        guard let month else {
            let counted = try await tally(measure, inForce)
            return (counted.value, nil, counted.size, counted.time)
        }
        let (asked, counted, tally) = try await tally(measure, inForce, at: month)
        return (tally, asked, counted.size, counted.time)
    }

    /// An indicator in force, with all declarations.
    ///
    /// - Throws: `Failure.notFound`; what the store throws.
    func measure(_ name: String) async throws -> (DefinitionsInForce, IndicatorMeasure) {
        let inForce = try await definitions.current()
        guard let indicator = inForce.set.indicators[name], let register = inForce.set.registers[indicator.register]
        else {
            throw Failure.notFound(what: "an indicator \(name)")
        }
        return (inForce, IndicatorMeasure(indicator, of: register, codes: inForce.set.codes))
    }

    func tally(_ measure: IndicatorMeasure, _ inForce: DefinitionsInForce) async throws
        -> CountedOnce<IndicatorTally>.Counted
    {
        let store = store
        return try await tallies(
            measure.indicator.name,
            size: try await store.logHead().size,
            time: store.now,
            versions: inForce.versions
        ) {
            var tally = IndicatorTally(measure)
            let register = measure.register.name
            var last = register + "/"
            while true {
                let block = try await store.entries(following: last, limit: Self.block)
                let own = block.prefix { $0.register == register }
                for entry in own where entry.state == .live { tally.add(entry.entry, try DeclaredContent.read(entry)) }
                guard own.count == Self.block, let end = own.last?.entry else { return tally }
                last = end
            }
        }
    }

    /// How many entries are read at once.
    static let block = 500

    /// A division by its code or name.
    static func place(_ region: String?) throws -> RegionCode? {
        try region.map { text in
            guard let code = RegionCode(text) else {
                throw Failure.invalid(
                    field: "region",
                    reason: "‘\(text)’ is no division; write six digits or a name, such as 610000"
                )
            }
            return code
        }
    }

    /// Whether everybody may know which entries count: they read the register, and the fields by which it is decided and that say
    /// where an entry lies.
    static func isOpen(_ measure: IndicatorMeasure) -> Bool {
        let register = measure.register
        let names = (measure.indicator.condition?.parts.map(\.field) ?? []) + [register.place.region].compactMap(\.self)
        return register.read == .everyone && names.allSatisfy { isOpen($0, of: register) }
    }

    /// Whether everybody reads a field; states are as public as their register.
    static func isOpen(_ name: String, of register: RegisterDeclaration) -> Bool {
        guard let field = register.field(name) else { return true }
        return register.readers(of: field) == .everyone && field.personal == nil
    }

    /// The clause that an indicator tells of: that of its plan, else of the plan that begins last.
    private static func clause(of indicator: IndicatorDeclaration, in set: DeclarationSet) -> (
        plan: String, clause: PlanClause
    )? {
        guard let key = indicator.clause else { return nil }
        let plans = set.plans.values.filter { indicator.plan == nil || indicator.plan == $0.name }
            .sorted { ($1.from, $1.until, $0.name) < ($0.from, $0.until, $1.name) }
        for plan in plans {
            if let clause = plan.clauses.first(where: { $0.key == key }) { return (plan.name, clause) }
        }
        return nil
    }

    /// The codes by which a count is told apart: those that the condition names, else all of the list.
    private static func codes(of measure: IndicatorMeasure, in set: DeclarationSet) -> [Code] {
        guard let name = measure.indicator.parts, case .choice(let list)? = measure.register.field(name)?.type else {
            return []
        }
        let codes = set.codes[list]?.codes ?? []
        let part = measure.indicator.condition?.parts.first { $0.field == name }
        guard case .anyOf(let named)? = part?.match else { return codes }
        return codes.filter { named.contains($0.code) }
    }

    private static func below(_ region: RegionCode?) -> [RegionCode] {
        guard let region else { return Province.all.compactMap { RegionCode($0.code) } }
        guard region.level == .province, let province = region.province else { return [] }
        return Prefecture.all(in: province).compactMap { RegionCode($0.code) }
    }
}
