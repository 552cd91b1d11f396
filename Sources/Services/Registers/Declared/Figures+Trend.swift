package import Declarations
import Domain
import Store

extension Figures {
    /// What an indicator counted at the end of each month.
    package struct Trend: Sendable {
        /// A month; the last is that of the count, and its figure is of that moment.
        package struct Month: Sendable {
            /// The month.
            package let month: CivilMonth
            /// By the definition in force today.
            package let figure: IndicatorMeasure.Figure
            /// Which version of the definition was in force at its end, and what it counted; nil before the first was published.
            package let then: (version: Int64, figure: IndicatorMeasure.Figure)?
        }

        /// A version of the definition.
        package struct Change: Sendable, Hashable {
            /// Which, from 1.
            package let version: Int64
            /// When it was published, in microseconds UTC.
            package let time: Int64
            /// Whether it counts otherwise than the one before; the first does not.
            package let countsOtherwise: Bool
        }

        /// The months, the first one first; none while the register has no entries.
        package let months: [Month]
        /// The versions of the definition, the first one first.
        package let changes: [Change]

        /// Whether the definition in force counts otherwise than one before it.
        package var isByOthers: Bool { changes.contains(where: \.countsOtherwise) }
    }

    /// What versions of a definition that count the same counted.
    struct Counting: Sendable {
        let indicator: IndicatorDeclaration
        var history: IndicatorHistory
    }

    /// The most months that are told, the last ones.
    package static let mostMonths = 120
    /// The most earlier definitions by which is counted, the last ones.
    static let mostDefinitions = 5

    /// What an indicator counted at the end of each month, as the log says.
    ///
    /// An entry counts from the month in which it was entered here, whatever its own dates say, unless the indicator names a date. What
    /// was erased is not known any more. Denominators are those of today.
    /// - Parameters:
    ///   - name: the indicator.
    ///   - region: a division by code or name; nil for the nation.
    /// - Returns: the months.
    /// - Throws: `Failure.notFound` for an indicator that is none, `Failure.invalid` for a region that is none; what the store throws.
    package func trend(_ name: String, in region: String? = nil) async throws -> Trend {
        let (inForce, measure) = try await measure(name)
        let place = try Self.place(region)
        let read = try await versions(of: name)
        let changes = read.enumerated().map { index, one in
            Trend.Change(
                version: one.version.version,
                time: one.version.publishedAt,
                countsOtherwise: index > 0 && !Self.countAlike(read[index - 1].indicator, one.indicator)
            )
        }
        let counted = try await countings(measure, read.compactMap(\.indicator), inForce)
        guard let told = monthsTold(counted.value) else { return Trend(months: [], changes: changes) }
        let figures = counted.value.map { $0.history.figures(in: place, told) }
        let months = (0...(told.upperBound.index - told.lowerBound.index)).map { offset -> Trend.Month in
            let month = CivilMonth(index: told.lowerBound.index + offset)
            // Published in the month, it was in force at its end.
            let then = read.last { CivilMonth(inChinaAt: $0.version.publishedAt).map { $0 <= month } ?? false }
            let counting = then?.indicator.flatMap { indicator in
                counted.value.firstIndex { $0.indicator.counts(as: indicator) }
            }
            return Trend.Month(
                month: month,
                figure: figures[0][offset],
                then: then.flatMap { then in counting.map { (then.version.version, figures[$0][offset]) } }
            )
        }
        return Trend(months: months, changes: changes)
    }

    /// The months that are told, until now; nil while the register has no entries.
    private func monthsTold(_ countings: [Counting]) -> ClosedRange<CivilMonth>? {
        guard let now = CivilMonth(inChinaAt: store.now),
            let first = countings.compactMap(\.history.first).min(), first <= now
        else { return nil }
        return max(first, CivilMonth(index: now.index - Self.mostMonths + 1))...now
    }

    /// What counted at the end of a month by the definition in force.
    ///
    /// - Throws: `Failure.invalid` for a month that is not told, with those that are; what the store throws.
    func tally(_ measure: IndicatorMeasure, _ inForce: DefinitionsInForce, at month: String) async throws
        -> (month: CivilMonth, counted: CountedOnce<[Counting]>.Counted, tally: IndicatorTally)
    {
        guard let asked = CivilMonth(month) else {
            throw Failure.invalid(
                field: "month",
                reason: "‘\(month)’ is no month; write year and month, such as 2025-06"
            )
        }
        let versions = try await versions(of: measure.indicator.name)
        let counted = try await countings(measure, versions.compactMap(\.indicator), inForce)
        let own = counted.value.first
        guard let told = monthsTold(counted.value), told.contains(asked), let own else {
            let months = monthsTold(counted.value).map { "months are told from \($0.lowerBound) to \($0.upperBound)" }
            throw Failure.invalid(
                field: "month",
                reason:
                    "nothing is told of \(month): \(months ?? "the register \(measure.register.name) has no entries yet"); "
                    + "an entry counts from the month in which it was entered here, or from the 'date' that the indicator names"
            )
        }
        return (asked, counted, own.history.tally(at: asked))
    }

    /// All versions of a definition, each as far as it can be read.
    private func versions(of name: String) async throws -> [(version: Definition, indicator: IndicatorDeclaration?)] {
        try await store.definitionHistory(kind: DeclarationFile.Kind.indicator.rawValue, name: name).map { version in
            (version: version, indicator: IndicatorDeclaration.read(version.text, name: name, file: name).0)
        }
    }

    private static func countAlike(_ one: IndicatorDeclaration?, _ other: IndicatorDeclaration?) -> Bool {
        guard let one, let other else { return false }
        return one.counts(as: other)
    }

    /// Counts by the definition in force, which comes first, and by the last of those before that count otherwise.
    private func countings(
        _ measure: IndicatorMeasure,
        _ versions: [IndicatorDeclaration],
        _ inForce: DefinitionsInForce
    ) async throws -> CountedOnce<[Counting]>.Counted {
        var indicators = [measure.indicator]
        for version in versions.reversed() where indicators.count <= Self.mostDefinitions {
            if !indicators.contains(where: { $0.counts(as: version) }) { indicators.append(version) }
        }
        let (store, distinct) = (store, indicators)
        return try await histories(
            measure.indicator.name,
            size: try await store.logHead().size,
            time: store.now,
            versions: inForce.versions
        ) {
            var countings = distinct.compactMap { indicator -> (register: String, counting: Counting)? in
                guard let register = inForce.set.registers[indicator.register] else { return nil }
                let measure = IndicatorMeasure(indicator, of: register, codes: inForce.set.codes)
                return (register.name, Counting(indicator: indicator, history: IndicatorHistory(measure)))
            }
            for register in Set(countings.map(\.register)) {
                try await Self.read(register, store) { entry, versions in
                    for place in countings.indices where countings[place].register == register {
                        countings[place].counting.history.add(entry, versions)
                    }
                }
            }
            return countings.map(\.counting)
        }
    }

    /// Reads the versions of all entries of a register.
    private static func read(
        _ register: String,
        _ store: Store,
        _ each: (String, [(month: CivilMonth, content: EntryContent?)]) -> Void
    ) async throws {
        var last = register + "/"
        while true {
            let block = try await store.histories(following: last, limit: Self.block)
            let own = block.prefix { $0.last?.register == register }
            for versions in own {
                guard let entry = versions.last?.entry else { continue }
                each(
                    entry,
                    try versions.compactMap { version in
                        guard let month = CivilMonth(inChinaAt: version.time) else { return nil }
                        return (month, version.state == .live ? try DeclaredContent.read(version) : nil)
                    }
                )
            }
            guard own.count == Self.block, let end = own.last?.last?.entry else { return }
            last = end
        }
    }
}
