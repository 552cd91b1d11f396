import Declarations
import Domain
import Identity
import Store
import Synchronization
import Testing

@testable import Registers

/// What indicators counted at the end of each month, and where what they count could come next.
struct FigureHistoryTests {
    /// A clock that a test sets.
    private final class Clock: Sendable {
        private let time = Mutex<Int64>(0)

        var now: Int64 { time.withLock { $0 } }

        /// Sets it to noon of a day in China.
        func set(_ day: String) throws {
            let date = try #require(PartialDate(iso: day)?.endInChina)
            time.withLock { $0 = date - 43_200_000_000 }
        }
    }

    private struct Fixture {
        let store: Store
        let publish: PublishDefinitions
        let entries: RegisterEntries
        let figures: Figures

        init(_ store: Store) async throws {
            self.store = store
            let cache = DefinitionCache(store: store, patience: .zero)
            publish = PublishDefinitions(store: store, cache: cache)
            entries = RegisterEntries(store: store, definitions: cache)
            figures = Figures(store: store, definitions: cache, rest: 0)
            _ = try await publish(publish.plan(DefinitionFolder(path: Shipped.path).files()), by: .operator)
        }

        /// Enters something and gives its entry.
        func enter(_ register: String, _ fields: [String: FieldValue], state: String? = nil, sample: Bool? = nil)
            async throws -> String
        {
            let content = EntryContent(fields: fields, state: state, sample: sample)
            guard
                case .saved(let id, _) = try await entries.save(.init(register: register, content: content), .operator)
            else { throw Failure.conflict(reason: "not saved") }
            return id
        }

        func institution(_ name: String, _ region: String, kind: String = "comprehensive", state: String = "running")
            async throws -> String
        {
            try await enter(
                "institution",
                [
                    "name": .text(name), "kind": .text(kind), "level": .text("prefecture"), "region": .text(region),
                    "comprehensive": .text("yes"), "body": .parts(["name": .text(name)]),
                ],
                state: state
            )
        }

        /// Changes the state of an entry.
        func move(_ id: String, to state: String) async throws {
            let entry = try #require(try await store.entry(id))
            let before = try DeclaredContent.read(entry)
            let content = EntryContent(fields: before.fields, state: state)
            let wish = RegisterEntries.Wish(register: "institution", entry: id, base: entry.version, content: content)
            _ = try await entries.save(wish, .operator)
        }
    }

    @Test func `months follow the log, and a change of the definition leaves what it was by the old one`() async throws
    {
        let clock = Clock()
        try clock.set("2025-01-10")
        try await withWorkplace({ $0.now = { clock.now } }) { place in
            let fixture = try await Fixture(place.store)
            #expect(try await fixture.figures.trend("key-outlets").months.isEmpty)
            try clock.set("2025-02-10")
            let first = try await fixture.institution("示例甲", "西安市", kind: "tisc")
            try clock.set("2025-03-10")
            _ = try await fixture.institution("示例乙", "610300", kind: "university")
            try clock.set("2025-05-31")
            try await fixture.move(first, to: "suspended")
            var trend = try await fixture.figures.trend("key-outlets")
            #expect(trend.months.map(\.month.description) == ["2025-02", "2025-03", "2025-04", "2025-05"])
            #expect(trend.months.map(\.figure.count) == [1, 2, 2, 1] && !trend.isByOthers)
            #expect(
                try await fixture.figures.trend("key-outlets", in: "610300").months.map(\.figure.count) == [0, 1, 1, 1]
            )
            // What it is now is the last month.
            #expect(try await fixture.figures("key-outlets").figure == trend.months.last?.figure)
            // From June on universities count no longer, by the definition.
            try clock.set("2025-06-05")
            let text = """
                label: {zh: 数, en: Number}
                register: institution
                where: {kind: [tisc], state: [running, suspended]}
                """
            let file = DeclarationFile(kind: .indicator, name: "key-outlets", path: "key-outlets.yaml", text: text)
            _ = try await fixture.publish(fixture.publish.plan([file]), by: .operator)
            trend = try await fixture.figures.trend("key-outlets")
            #expect(trend.months.map(\.figure.count) == [1, 1, 1, 1, 1] && trend.isByOthers)
            #expect(trend.months.map { $0.then?.figure.count } == [1, 2, 2, 1, 1])
            #expect(trend.months.map { $0.then?.version } == [1, 1, 1, 1, 2])
            #expect(trend.changes.map(\.countsOtherwise) == [false, true])
        }
    }

    @Test func `a month opens to its rows, and one that is not told is refused with those that are`() async throws {
        let clock = Clock()
        try clock.set("2025-02-10")
        try await withWorkplace({ $0.now = { clock.now } }) { place in
            let fixture = try await Fixture(place.store)
            func refused(_ month: String) async throws -> String {
                do {
                    _ = try await fixture.figures("key-outlets", at: month)
                    return ""
                } catch Failure.invalid("month", let reason) {
                    return reason
                }
            }
            #expect(try await refused("2025-02").contains("the register institution has no entries yet"))
            #expect(try await refused("soon") == "‘soon’ is no month; write year and month, such as 2025-06")
            let first = try await fixture.institution("示例甲", "西安市", kind: "tisc")
            try clock.set("2025-03-10")
            let second = try await fixture.institution("示例乙", "610300", kind: "university", state: "planned")
            try clock.set("2025-04-10")
            try await fixture.move(second, to: "running")
            try await fixture.move(first, to: "suspended")
            let march = try await fixture.figures("key-outlets", in: "陕西", at: "2025-03")
            #expect(march.month?.description == "2025-03" && march.figure.count == 1 && march.entries == [first])
            #expect(march.parts.map(\.count) == [1, 0, 0])
            #expect(march.below.filter { $0.figure.count > 0 }.map(\.region.digits) == ["610100"])
            #expect(try await fixture.figures("key-outlets", at: "2025-02").entries == [first])
            #expect(try await fixture.figures("key-outlets", at: "2025-04").entries == [second])
            let now = try await fixture.figures("key-outlets")
            #expect(now.month == nil && now.entries == [second])
            for month in ["2021-12", "2025-05", "1999-01"] {
                #expect(try await refused(month).contains("months are told from 2025-02 to 2025-04"), "\(month)")
            }
            // It was designated in 2021, as somebody enters later, so that it counts from then on.
            let stored = try #require(try await fixture.store.entry(second))
            var content = try DeclaredContent.read(stored)
            content.fields["designated"] = .text("2021-12-20")
            let wish = RegisterEntries.Wish(
                register: "institution",
                entry: second,
                base: stored.version,
                content: content
            )
            _ = try await fixture.entries.save(wish, .operator)
            #expect(try await fixture.figures("key-outlets", at: "2021-12").entries == [second])
            #expect(try await Set(fixture.figures("key-outlets", at: "2025-03").entries) == [first, second])
            #expect(
                try await fixture.figures.trend("key-outlets").months.map(\.figure.count).suffix(4) == [1, 2, 2, 1]
            )
            #expect(try await refused("2021-11").contains("months are told from 2021-12 to 2025-04"))
        }
    }

    @Test func `officers of the nation see provinces in order, alike ones in one place, and nobody else`() async throws
    {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            // 1 of 10 prefectures in Shaanxi, 2 of 11 in Hebei, 1 of 10 in Guangxi's 14: not alike; one planned in Gansu.
            for (name, region) in [("一", "610100"), ("二", "130100"), ("三", "130600"), ("四", "450100"), ("五", "110105")]
            {
                _ = try await fixture.institution("示例" + name, region)
            }
            _ = try await fixture.institution("示例六", "620100", state: "planned")
            func caller(_ scope: Scope, isStrong: Bool = true) -> Caller {
                Caller(
                    account: "account/a",
                    name: "示例",
                    session: [1],
                    roles: [HeldRole(.staff, scope, from: 0)],
                    isStrong: isStrong,
                    confirmedAt: 0
                )
            }
            let ranking = try await fixture.figures.ranking("prefecture-coverage", caller(.nation))
            #expect(ranking.places.map(\.region.digits) == ["130000", "610000", "450000", "620000"])
            #expect(ranking.places.map(\.place) == [1, 2, 3, 4])
            // It does not apply to Beijing; of the others nothing is known.
            #expect(ranking.others.count == 30 && ranking.others.filter(\.isKnown).map(\.region.digits) == ["110000"])
            let counts = try await fixture.figures.ranking("key-outlets", caller(.nation))
            #expect(
                counts.places.map(\.place) == [1, 1, 1, 1, 1] && counts.places.map(\.region.digits).first == "110000"
            )
            for other in [caller(.region("610000")), caller(.nation, isStrong: false)] {
                await #expect(throws: Failure.self) { _ = try await fixture.figures.ranking("key-outlets", other) }
            }
        }
    }

    @Test func `the planner puts first where most are reached, and says so where it cannot know`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            _ = try await fixture.institution("示例甲", "西安市")
            var proposals = try await fixture.figures.proposals("prefecture-coverage", in: "陕西")
            #expect(proposals.order == .code && proposals.register?.name == "region-facts")
            #expect(
                proposals.places.map(\.region.digits).prefix(2) == ["610200", "610300"] && proposals.places.count == 9
            )
            func facts(_ region: String, _ people: String, _ location: [String]? = nil, sample: Bool? = nil)
                async throws
            {
                let fields: [String: FieldValue] = [
                    "name": .text("示例"), "region": .text(region), "population": .text(people), "date": .text("2020"),
                    "source": .text("示例"),
                ]
                _ = try await fixture.enter("region-facts", fields, sample: sample)
                guard let location else { return }
                let point: [String: FieldValue] = [
                    "name": .text("示例"), "region": .text(region), "source": .text("示例"),
                    "location": .parts(["latitude": .text(location[0]), "longitude": .text(location[1])]),
                ]
                _ = try await fixture.enter("region-point", point, sample: sample)
            }
            try await facts("610400", "4000000", ["34.333000", "108.709000"])
            try await facts("610300", "3000000")
            try await facts("610500", "9000000", sample: true)
            try await facts("610100", "13000000")
            let planned = try await fixture.institution("示例乙", "610302", state: "planned")
            let near = try await fixture.enter(
                "institution",
                [
                    "name": .text("示例丙"), "kind": .text("comprehensive"), "level": .text("prefecture"),
                    "region": .text("610600"), "comprehensive": .text("yes"),
                    "location": .parts(["latitude": .text("34.341000"), "longitude": .text("108.940000")]),
                ],
                state: "running"
            )
            proposals = try await fixture.figures.proposals("prefecture-coverage", in: "陕西")
            #expect(proposals.order == .people)
            // Xi'an and Yan'an have one; a sample says nothing.
            #expect(proposals.places.map(\.region.digits).prefix(3) == ["610400", "610300", "610200"])
            #expect(proposals.places.map(\.people).prefix(3) == [4_000_000, 3_000_000, nil])
            #expect(proposals.places.count == 8)
            // 0.231 degrees of longitude at 34.3 degrees north are 0.231 * 111.19 * cos(34.337) = 21.2 km.
            let nearest = try #require(proposals.places[0].nearest)
            #expect(nearest.entry == near && nearest.kilometres == 21 && proposals.places[1].nearest == nil)
            #expect(proposals.places.map(\.within).prefix(2) == [1, nil])
            #expect(proposals.places[1].awaited == [.init(entry: planned, state: "planned")])
            #expect(try await fixture.figures.proposals("prefecture-coverage", by: .enterprises).order == .code)
        }
    }
}
