package import Declarations
package import Domain
import EntryIndex
import Index
import Query
package import Registers

/// The nearest places that can help: entries at work of a register that has coordinates and hours.
///
/// Places that are planned, stand still or are over are not among them.
/// **Cost** That of a list for each division that has none and for the one that has some, and where a point is known a count for
/// each doubling of a box around it.
package struct NearestPlaces: Sendable {
    /// What somebody asks.
    package struct Question: Sendable, Hashable {
        /// The register; nil for the first that is one of places.
        package var register: String?
        /// Words that must all occur.
        package var text = ""
        /// Codes by the name of a facet: what is to be offered.
        package var filters: [String: [String]] = [:]
        /// A division, by code or name; where it has no such place the one above it is taken.
        package var region: String?
        /// From where distances count; nil for the middle of the division, where the node knows it.
        package var point: GeoPoint?
        /// Whether it must be open now.
        package var isOpen = false
        /// Whether examples (示例) are left out.
        package var withoutSamples = false
        /// Which page, from 1.
        package var page = 1

        package init(register: String? = nil) {
            self.register = register
        }
    }

    /// A place that was found.
    package struct Place: Sendable {
        package let view: EntryView
        /// How far away it is in metres along a great circle; nil where that is not known.
        package let metres: Int?
    }

    /// The middle of a division, and who said so.
    package struct Middle: Sendable, Hashable {
        package let region: RegionCode
        package let point: GeoPoint
        /// Where the coordinates come from, and under which licence.
        package let source: String?
        package let licence: String?
    }

    /// What there is.
    package struct Answer: Sendable {
        package let register: RegisterDeclaration
        /// All registers of places.
        package let registers: [RegisterDeclaration]
        /// The division that was asked for; nil for the nation.
        package let asked: RegionCode?
        /// Its name where it is a county that the register of divisions names; nil for others.
        package let county: String?
        /// The division that has such places: the one that was asked for or one above it; nil for the nation.
        package let area: RegionCode?
        /// From where distances count where no point was given; nil where the node knows no middle.
        package let middle: Middle?
        /// Places found that are no samples, and samples.
        package let records: Int
        package let samples: Int
        /// The places of the page: the nearest first where a point is known, else by title or how well the words match.
        package let places: [Place]
        /// How many of the places found offer what: the choices of the register that may have several values.
        package let facets: [ListEntries.Facet]
        /// The line of the log up to which the answer knows everything.
        package let sequence: UInt64
    }

    /// Places on a page.
    package static let size = 20
    /// The register from which middles of divisions are taken: `region`, `location`, `source`, `licence`.
    package static let middles = "region-point"

    private let list: ListEntries

    /// Takes the lists of declared registers.
    package init(_ list: ListEntries) {
        self.list = list
    }

    /// The nearest places.
    ///
    /// - Parameter question: what is asked.
    /// - Returns: a page; nil where no register is one of places.
    /// - Throws: `Failure.notFound` for a register that there is not, `.invalid` for what it cannot be asked, `.unavailable` for one
    ///   that is being indexed, `.tooMany`; what index and store throw.
    package func callAsFunction(_ question: Question) async throws -> Answer? {
        let registers = try await list.entries.registers(.everyone).filter { $0.placeFields != nil }
        guard let register = question.register.map({ name in registers.first { $0.name == name } }) ?? registers.first
        else {
            guard let name = question.register, !registers.isEmpty else { return nil }
            throw Failure.notFound(what: "a register of places \(name)")
        }
        let asked = try await DivisionNames(list).division(question.region ?? "")
        guard question.page >= 1 else { throw Failure.invalid(field: "page", reason: "pages count from 1") }
        let middle = if question.point == nil, let asked { try await self.middle(of: asked) } else { Middle?.none }
        let search = try await search(question, of: register)
        let open = question.isOpen ? try await Open(list.entries) : nil
        let point = question.point ?? middle?.point
        let page = question.page
        let (found, area, near) = try await list.pool.run { [search] in
            let search = try open.map { try $0.narrowed(search) } ?? search
            let (found, area, narrowed) = try Self.widened(search, asked)
            let pages = max(1, (found.total + Self.size - 1) / Self.size)
            guard page <= pages else {
                throw Failure.invalid(field: "page", reason: "there is no page \(page); the last is \(pages)")
            }
            let range = (page - 1) * Self.size..<page * Self.size
            let near =
                if let point {
                    try narrowed.nearest(to: point, range)
                } else {
                    try narrowed.matches().identifiers(range).map { EntrySearch.Near(id: $0, metres: nil) }
                }
            return (found, area, near)
        }
        var facets: [ListEntries.Facet] = []
        for counted in found.facets { facets.append(try await list.facet(counted, of: search)) }
        return Answer(
            register: register,
            registers: registers,
            asked: asked,
            county: try await county(asked),
            area: area,
            middle: middle,
            records: found.total - found.samples,
            samples: found.samples,
            places: try await shown(near),
            facets: facets,
            sequence: search.searcher.snapshot.sequence
        )
    }

    /// The nearest places around a place, itself left out; none where it has no coordinates.
    ///
    /// - Throws: As ``callAsFunction(_:)``.
    package func around(_ view: EntryView, count: Int) async throws -> [Place] {
        guard view.register.read == .everyone, let location = view.register.placeFields?.location,
            let point = view.content.fields[location.name]?.items.first.flatMap({ GeoPoint($0) })
        else { return [] }
        let search = try await search(Question(register: view.register.name), of: view.register)
        let near = try await list.pool.run { try search.nearest(to: point, 0..<count + 1) }
        return try await shown(Array(near.filter { $0.id != view.id && $0.metres != nil }.prefix(count)))
    }

    /// The places at work that the question asks for, wherever they are and whether or not they are open.
    private func search(_ question: Question, of register: RegisterDeclaration) async throws -> EntrySearch {
        let asked = ListEntries.Question(
            register: register.name,
            text: question.text,
            filters: question.filters,
            withoutSamples: question.withoutSamples,
            size: 0
        )
        let states = register.workingStates.map { Array($0.utf8) }
        let isAtWork: [QueryTree] =
            register.states.isEmpty ? [] : [.ordinals(column: RegisterSchema.state, .exact(states))]
        return try await list.prepare(asked, register).narrowed(isAtWork) { facet in
            if case .choice? = facet.field?.type { facet.field?.most != nil } else { false }
        }
    }

    /// The hits in a division, or in the first above it that has any.
    private static func widened(_ search: EntrySearch, _ asked: RegionCode?) throws -> (
        found: EntrySearch.Found, area: RegionCode?, search: EntrySearch
    ) {
        for code in asked?.levels ?? [] {
            let narrowed = search.narrowed([
                .ordinals(column: RegisterSchema.region, .exact([Array(code.utf8)]))
            ])
            let found = try narrowed.found()
            if found.total > 0 { return (found, RegionCode(code), narrowed) }
        }
        return (try search.found(), nil, search)
    }

    private func shown(_ near: [EntrySearch.Near]) async throws -> [Place] {
        let metres = Dictionary(near.map { ($0.id, $0.metres) }) { first, _ in first }
        return try await list.entries.show(near.map(\.id), .everyone).map {
            Place(view: $0, metres: metres[$0.id] ?? nil)
        }
    }

    // MARK: Where

    /// The name of a county by its code.
    private func county(_ region: RegionCode?) async throws -> String? {
        guard let region, region.level == .county else { return nil }
        return try await DivisionNames(list).name(of: region)
    }

    /// The middle of a division, or of the prefecture in which it lies; nil where the node knows neither.
    private func middle(of region: RegionCode) async throws -> Middle? {
        for code in [region.digits, region.prefecture?.code].compactMap(\.self) {
            let question = ListEntries.Question(
                register: Self.middles,
                region: code,
                withoutSamples: true,
                sort: "region",
                size: 1
            )
            let answer: ListEntries.Answer
            do {
                answer = try await list(question, .everyone)
            } catch Failure.notFound, Failure.unavailable, Failure.invalid {
                // A node without such coordinates, or one that is still indexing them, has places all the same.
                return nil
            }
            // A division has the least code of all in it.
            guard let fields = answer.entries.first?.content.fields, fields["region"]?.text == code,
                let point = fields["location"].flatMap({ GeoPoint($0) }), let region = RegionCode(code)
            else { continue }
            return Middle(
                region: region,
                point: point,
                source: fields["source"]?.text,
                licence: fields["licence"]?.text
            )
        }
        return nil
    }

    /// What is open at a moment.
    private struct Open: Sendable {
        let day: PartialDate?
        let minute: Int
        let calendar: HolidayCalendar?

        init(_ entries: RegisterEntries) async throws {
            day = PartialDate(inChinaAt: entries.now)
            minute = OpeningHours.clock(inChinaAt: entries.now).minute
            calendar = try await entries.calendar()
        }

        /// The same search for what is open: of the hours that occur, each is looked at once.
        func narrowed(_ search: EntrySearch) throws -> EntrySearch {
            let open = try search.labels(of: RegisterSchema.hours).filter { label in
                guard let day, let hours = OpeningHours(String(decoding: label, as: UTF8.self)),
                    case .open = hours.state(on: day, at: minute, calendar: calendar).state
                else { return false }
                return true
            }
            return search.narrowed([open.isEmpty ? .none : .ordinals(column: RegisterSchema.hours, .exact(open))])
        }
    }
}
