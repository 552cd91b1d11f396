package import Declarations
package import Domain
package import Store
import Synchronization

/// Counts what indicators say, from the entries as they stand; every figure leads to the rows behind it.
///
/// What is counted is read once for each state of the log, so that asking for many divisions costs no more than for one.
package final class Figures: Sendable {
    private struct Kept {
        var size: Int64
        var version: Int64
        var tally: IndicatorTally
    }

    private let store: Store
    private let definitions: DefinitionCache
    private let kept = Mutex<[String: Kept]>([:])

    /// Takes the store and the declarations in force.
    package init(store: Store, definitions: DefinitionCache) {
        self.store = store
        self.definitions = definitions
    }

    /// The figure of a division with those below it.
    package struct Answer: Sendable {
        /// The indicator.
        package let indicator: IndicatorDeclaration
        /// Which version of it is in force, from 1.
        package let version: Int64
        /// The division; nil for the nation.
        package let region: RegionCode?
        /// Its figure.
        package let figure: IndicatorTally.Figure
        /// The figures right below it, of provinces or of the prefectures of one, in the order of their codes.
        package let below: [(region: RegionCode, figure: IndicatorTally.Figure)]
        /// Divisions of the counted level that lack what is counted.
        package let gaps: [RegionCode]
        /// How long the log was that this was counted from.
        package let size: Int64
    }

    /// The indicators in force, in the order of the clauses that they tell of.
    ///
    /// - Throws: What the store throws.
    package func indicators() async throws -> [IndicatorDeclaration] {
        try await definitions.current().set.indicators.values
            .sorted { ($0.clause ?? "~", $0.name) < ($1.clause ?? "~", $1.name) }
    }

    /// Counts.
    ///
    /// - Parameters:
    ///   - name: the indicator.
    ///   - region: a division by code or name; nil for the nation.
    /// - Returns: the figure.
    /// - Throws: `Failure.notFound` for an indicator that is none, `Failure.invalid` for a region that is none; what the store throws.
    package func callAsFunction(_ name: String, in region: String? = nil) async throws -> Answer {
        let inForce = try await definitions.current()
        guard let indicator = inForce.set.indicators[name], let register = inForce.set.registers[indicator.register]
        else {
            throw Failure.notFound(what: "an indicator \(name)")
        }
        let place = try region.map { text in
            guard let code = RegionCode(text) else {
                throw Failure.invalid(
                    field: "region",
                    reason: "‘\(text)’ is no division; write six digits or a name, such as 610000"
                )
            }
            return code
        }
        let version = inForce.versions[.indicator]?[name] ?? 0
        let (tally, size) = try await tally(indicator, version, register, inForce)
        return Answer(
            indicator: indicator,
            version: version,
            region: place,
            figure: tally.figure(in: place),
            below: Self.below(place).map { ($0, tally.figure(in: $0)) },
            gaps: tally.gaps(in: place).compactMap { RegionCode($0) },
            size: size
        )
    }

    private func tally(
        _ indicator: IndicatorDeclaration,
        _ version: Int64,
        _ register: RegisterDeclaration,
        _ inForce: DefinitionsInForce
    ) async throws -> (tally: IndicatorTally, size: Int64) {
        let size = try await store.logHead().size
        let key = "\(indicator.name) \(inForce.versions[.register]?[register.name] ?? 0)"
        if let known = kept.withLock({ $0[key] }), known.size == size, known.version == version {
            return (known.tally, size)
        }
        var tally = IndicatorTally(indicator, of: register, codes: inForce.set.codes)
        let prefix = register.name + "/"
        var last = prefix
        while true {
            let block = try await store.entries(following: last, limit: Self.block)
            for entry in block where entry.register == register.name && entry.state == .live {
                tally.add(entry.entry, try DeclaredContent.read(entry))
            }
            guard block.count == Self.block, let end = block.last?.entry, end.hasPrefix(prefix) else { break }
            last = end
        }
        let result = Kept(size: size, version: version, tally: tally)
        kept.withLock { $0[key] = result }
        return (tally, size)
    }

    private static let block = 500

    private static func below(_ region: RegionCode?) -> [RegionCode] {
        guard let region else { return Province.all.compactMap { RegionCode($0.code) } }
        guard region.level == .province, let province = region.province else { return [] }
        return Prefecture.all(in: province).compactMap { RegionCode($0.code) }
    }
}
