package import Declarations
package import Domain
import Store

extension Figures {
    /// Where what is counted could come next.
    package struct Proposals: Sendable {
        /// A prefecture that has none.
        package struct Place: Sendable {
            /// The prefecture.
            package let region: RegionCode
            /// How many people live there, and how many enterprises there are; nil where the operator entered no number.
            package let people: Int?
            package let enterprises: Int?
            /// The entry with these facts; nil where there is none.
            package let facts: String?
            /// The nearest entry that counts, and how far it is in a straight line, in kilometres; nil where coordinates are missing.
            package let nearest: (entry: String, kilometres: Int)?
            /// How many entries that count lie within ``Figures/neighbourhood``; nil where its coordinates are missing.
            package let within: Int?
            /// What is planned there or stands still.
            package let awaited: [IndicatorTally.Awaited]
        }

        /// By what they are ordered.
        package enum Order: String, Sendable, Hashable {
            /// By how many people one would reach.
            case people
            /// By how many enterprises.
            case enterprises
            /// By code alone, because no numbers are entered.
            case code
        }

        /// What is asked of the nation or a division.
        package let answer: Answer
        /// By what the places are ordered; those without a number stand behind, in the order of codes.
        package let order: Order
        /// The prefectures that have none.
        package let places: [Place]
        /// The register in which the facts are entered; nil where it is not published.
        package let register: RegisterDeclaration?
    }

    /// The register of facts on divisions that operators fill, and its fields; coordinates are in a register of their own, by which
    /// also the nearest places are found.
    private enum Facts {
        static let register = "region-facts"
        static let region = "region"
        static let people = "population"
        static let enterprises = "enterprises"
        static let points = "region-point"
        static let location = "location"
    }

    /// Within how many metres in a straight line others that count are neighbours.
    package static let neighbourhood = 100_000

    /// The most entries of such a register that are read: there are fewer than 3,300 divisions.
    private static let mostFacts = 4_000

    /// Proposes where what an indicator counts could come next: the prefectures that have none, those first in which it would reach the
    /// most people, or enterprises where these are asked for.
    ///
    /// - Parameters:
    ///   - name: the indicator.
    ///   - region: a division by code or name; nil for the nation.
    ///   - order: by what; where no such numbers are entered it is by code.
    /// - Returns: the prefectures.
    /// - Throws: `Failure.notFound` for an indicator that is none, `Failure.invalid` for a region that is none; what the store throws.
    package func proposals(_ name: String, in region: String? = nil, by order: Proposals.Order = .people) async throws
        -> Proposals
    {
        let answer = try await self(name, in: region)
        let (inForce, measure) = try await measure(name)
        guard measure.register.place.region != nil else { throw Failure.notFound(what: "a planner of \(name)") }
        let tally = try await tally(measure, inForce).value
        let register = Self.open(Facts.register, inForce)
        let facts = try await reaches(measure, tally, inForce)
        var places = tally.gaps(in: answer.region, level: .prefecture).compactMap { RegionCode($0) }.map { region in
            let fact = facts[region.digits]
            return Proposals.Place(
                region: region,
                people: fact?.people,
                enterprises: fact?.enterprises,
                facts: fact?.entry,
                nearest: fact?.nearest.map { ($0.entry, ($0.metres + 500) / 1_000) },
                within: fact?.within,
                awaited: answer.isOpen ? tally.awaited(in: region) : []
            )
        }
        func number(_ place: Proposals.Place) -> Int? { order == .enterprises ? place.enterprises : place.people }
        let isNumbered = order != .code && places.contains { number($0) != nil }
        if isNumbered {
            places.sort { (number($1) ?? -1, $0.region.digits) < (number($0) ?? -1, $1.region.digits) }
        }
        return Proposals(answer: answer, order: isNumbered ? order : .code, places: places, register: register)
    }

    /// What is entered of a division, as far as everybody may read it.
    struct Reach: Sendable {
        /// The entry with the numbers; nil where there are only coordinates.
        var entry: String?
        var people: Int?
        var enterprises: Int?
        /// The nearest entry that counts, and how far it is, where it is known where both are.
        var nearest: (entry: String, metres: Int)?
        /// How many lie within ``Figures/neighbourhood``; nil where coordinates are missing.
        var within: Int?
    }

    /// A register whose divisions everybody may read; nil where there is none.
    private static func open(_ name: String, _ inForce: DefinitionsInForce) -> RegisterDeclaration? {
        inForce.set.registers[name].flatMap { register in
            register.read == .everyone && isOpen(Facts.region, of: register) ? register : nil
        }
    }

    /// What is entered of divisions, by their codes; samples do not count here either.
    ///
    /// **Cost** A distance for each division and each entry that counts, once for each state of the log.
    private func reaches(
        _ measure: IndicatorMeasure,
        _ tally: IndicatorTally,
        _ inForce: DefinitionsInForce
    ) async throws -> [String: Reach] {
        let (facts, points) = (Self.open(Facts.register, inForce), Self.open(Facts.points, inForce))
        let counted = measure.register
        let isLocated =
            Self.isOpen(measure)
            && counted.fields.filter { $0.type.sort == .location }.allSatisfy { Self.isOpen($0.name, of: counted) }
        let located = isLocated ? tally.located.compactMap { entry, place in GeoPoint(place).map { (entry, $0) } } : []
        return try await reaches(
            measure.indicator.name,
            size: try await store.logHead().size,
            time: store.now,
            versions: inForce.versions
        ) { [self] in
            var reaches: [String: Reach] = [:]
            if let facts {
                try await each(of: facts) { entry, region, content in
                    func number(_ name: String) -> Int? {
                        Self.isOpen(name, of: facts) ? content.fields[name]?.text.flatMap { Int($0) } : nil
                    }
                    reaches[region, default: Reach()].entry = entry
                    reaches[region, default: Reach()].people = number(Facts.people)
                    reaches[region, default: Reach()].enterprises = number(Facts.enterprises)
                }
            }
            if let points, Self.isOpen(Facts.location, of: points) {
                try await each(of: points) { _, region, content in
                    guard let point = content.fields[Facts.location].flatMap({ GeoPoint($0) }) else { return }
                    let near = located.map { (entry: $0.0, metres: point.distance(to: $0.1)) }
                    reaches[region, default: Reach()].nearest = near.min {
                        ($0.metres, $0.entry) < ($1.metres, $1.entry)
                    }
                    reaches[region, default: Reach()].within = near.count { $0.metres <= Self.neighbourhood }
                }
            }
            return reaches
        }.value
    }

    /// Goes through the divisions of a register that operators fill; samples are left out.
    private func each(
        of register: RegisterDeclaration,
        _ body: (_ entry: String, _ region: String, _ content: EntryContent) -> Void
    ) async throws {
        var last = register.name + "/"
        for _ in 0..<Self.mostFacts / Self.block {
            let block = try await store.entries(following: last, limit: Self.block)
            let own = block.prefix { $0.register == register.name }
            for entry in own where entry.state == .live {
                let content = try DeclaredContent.read(entry)
                guard content.sample != true, let region = content.fields[Facts.region]?.text else { continue }
                body(entry.entry, region, content)
            }
            guard own.count == Self.block, let end = own.last?.entry else { return }
            last = end
        }
    }
}
