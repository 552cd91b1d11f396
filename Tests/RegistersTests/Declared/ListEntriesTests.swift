import Declarations
import Discovery
import Domain
import EntryIndex
import Identity
import Index
import Store
import Testing

@testable import Registers

/// Lists of a declared register from the index.
///
/// The expected counts follow from the numbers of ``TownRegister/content(_:)``.
struct ListEntriesTests {
    /// A facet as a test writes it.
    private func shown(_ answer: ListEntries.Answer) -> [String: [String]] {
        Dictionary(uniqueKeysWithValues: answer.facets.map { ($0.field, $0.values.map { "\($0.code) \($0.count)" }) })
    }

    /// Runs `body` with entries of its own, fewer of them.
    private func withTowns(_ body: (TownRegister) async throws -> Void) async throws {
        try await withWorkplace { place in
            let towns = try await TownRegister(place, count: 300)
            try await towns.follower.catchUp()
            try await body(towns)
            await towns.follower.close()
        }
    }

    private func total(_ towns: TownRegister, _ text: String) async throws -> Int {
        let answer = try await towns.list(.init(register: "town", text: text, size: 0), .everyone)
        return answer.records + answer.samples
    }

    @Test
    func `totals and facets are exact, chosen values keep their neighbours, and divisions open below the chosen one`()
        async throws
    {
        let towns = try await TownRegister.shared.value
        let all = try await towns.list(.init(register: "town", size: 3), .everyone)
        #expect(all.records == 1_800 && all.samples == 200 && all.sequence == 2_000)
        #expect(all.facets.map(\.field) == ["state", "kind", "topics", "region"])
        #expect(
            shown(all) == [
                "state": ["planned 500", "running 1500"], "kind": ["tech 666", "craft 667", "farm 667"],
                "topics": ["patent 1000", "mark 1000", "gi 400"],
                "region": ["440000 400", "510000 400", "610000 1200"],
            ]
        )
        #expect(all.facets[1].values.map(\.label.zh) == ["科技", "手工", "农业"])
        #expect(all.facets[0].values.map(\.label.en) == ["planned", "running"])
        #expect(all.facets[3].values.map(\.label.zh) == ["广东省", "四川省", "陕西省"])

        let narrowed = try await towns.list(
            .init(register: "town", filters: ["kind": ["craft"], "topics": ["gi"]]),
            .everyone
        )
        #expect(narrowed.records == 67 && narrowed.samples == 67 && narrowed.entries.count == 50)
        #expect(
            shown(narrowed) == [
                "state": ["planned 34", "running 100"], "kind": ["tech 133", "craft 134", "farm 133"],
                "topics": ["patent 334", "mark 333", "gi 134"], "region": ["610000 134"],
            ]
        )
        let two = try await towns.list(.init(register: "town", filters: ["kind": ["craft", "tech"]]), .everyone)
        #expect(two.records + two.samples == 1_333)
        let planned = try await towns.list(.init(register: "town", filters: ["state": ["planned"]]), .everyone)
        #expect(planned.records == 400 && planned.samples == 100)
        let real = try await towns.list(.init(register: "town", withoutSamples: true), .everyone)
        #expect(real.records == 1_800 && real.samples == 0)

        let province = try await towns.list(.init(register: "town", region: "陕西省"), .everyone)
        #expect(province.records + province.samples == 1_200)
        #expect(shown(province)["region"] == ["440000 400", "510000 400", "610000 1200", "610100 800"])
        let city = try await towns.list(.init(register: "town", filters: ["region": ["610100"]]), .everyone)
        #expect(city.records + city.samples == 800)
        #expect(
            shown(city)["region"] == ["440000 400", "510000 400", "610000 1200", "610100 800", "610102 400"]
        )
        let none = try await towns.list(.init(register: "town", filters: ["state": ["closed"]]), .everyone)
        #expect(none.records == 0 && none.entries.isEmpty && shown(none)["state"]?.last == "closed 0")
    }

    @Test func `words are found in titles, labels, names of divisions and bodies, and codes as a whole`() async throws {
        let towns = try await TownRegister.shared.value
        for (text, count) in [
            ("", 2_000), ("安宁", 400), ("小镇 手工", 667), ("craftsmanship", 667), ("craft", 667), ("CRAFT 白云", 134),
            ("集团3", 500), ("91110000MA010001", 1), ("91110000ma010001", 1), ("示例〔2024〕7号", 1), ("地理标志", 400),
            ("西安", 800), ("白云 安宁", 0), ("\"trade marks\"", 1_000), ("\"marks trade\"", 0), ("610102", 400),
            ("Zebra", 400), ("镇小", 0),
            // What only the staff reads.
            ("秘密花园", 0), ("甲等", 0), ("first", 0), ("张三", 0),
        ] {
            #expect(try await total(towns, text) == count, "\(text)")
        }
        // The best match stands first: a word of the title weighs more than one of a body.
        let best = try await towns.list(.init(register: "town", text: "小镇77", size: 1), .everyone)
        #expect(best.entries.map(\.id) == [TownRegister.id(77)])
        for text in ["，。", String(repeating: "a", count: 1_001)] {
            await #expect(throws: Failure.self) { try await total(towns, text) }
        }
    }

    @Test func `entries sort by title as it is read, by the order of codes, by numbers and dates`() async throws {
        let towns = try await TownRegister.shared.value
        for (sort, numbers) in [
            // an ning, bai yun, dong hu, zebra, zhong shan.
            (nil, [1, 1_001, 1_006]), ("-name", [997, 992, 987]),
            ("area", [0, 14, 28]), ("-area", [13, 27, 41]), ("kind", [2, 5, 8]), ("-kind", [1, 4, 7]),
            ("founded", [0, 20, 40]), ("-founded", [19, 39, 59]), ("region", [4, 9, 14]),
        ] as [(String?, [Int])] {
            let answer = try await towns.list(.init(register: "town", sort: sort, size: 3), .everyone)
            #expect(answer.entries.map(\.id) == numbers.map(TownRegister.id), "\(sort ?? "title")")
        }
    }

    @Test(arguments: ["name", "-area", "founded", "_changed"])
    func `pages show each entry once, in the order in which all are gone through`(sort: String) async throws {
        let towns = try await TownRegister.shared.value
        var paged: [String] = []
        for page in 1...10 {
            let question = ListEntries.Question(register: "town", sort: sort, page: page, size: 200)
            paged += try await towns.list(question, .everyone).entries.map(\.id)
        }
        var all: [String] = []
        var blocks: [Int] = []
        let found = try await towns.list.all(.init(register: "town", sort: sort), .everyone)
        for start in stride(from: 0, to: found.count, by: 300) {
            let block = try await found.entries(start..<start + 300)
            all += block.map(\.id)
            blocks.append(block.count)
        }
        #expect(paged == all && Set(paged).count == 2_000 && found.count == 2_000)
        #expect(blocks == [300, 300, 300, 300, 300, 300, 200])
        await #expect(throws: Failure.invalid(field: "page", reason: "there is no page 11; the last is 10")) {
            try await towns.list(.init(register: "town", page: 11, size: 200), .everyone)
        }
    }

    @Test func `what cannot be asked is told with what can`() async throws {
        let towns = try await TownRegister.shared.value
        let facets = "its facets are state, kind, topics, region"
        let sorts = "name, kind, region, founded, area, _changed, with - before it for the last first"
        for (question, failure) in [
            (
                .init(register: "town", filters: ["grade": ["a"]]),
                .invalid(field: "grade", reason: "the register town is not counted by it; \(facets)")
            ),
            (
                .init(register: "town", filters: ["kind": ["crafts"]]),
                .invalid(field: "kind", reason: "crafts is no code of the list town-kind")
            ),
            (
                .init(register: "town", filters: ["state": ["gone"]]),
                .invalid(field: "state", reason: "there is no state gone; the states are planned, running, closed")
            ),
            (
                .init(register: "town", sort: "-note"),
                .invalid(field: "sort", reason: "entries are not sorted by note; write one of \(sorts)")
            ),
            (
                .init(register: "town", region: "999999"),
                .invalid(field: "region", reason: "999999 is no division; write a code such as 610100, or a name")
            ),
            (.init(register: "town", page: 0), .invalid(field: "page", reason: "pages count from 1")),
            (.init(register: "town", size: 201), .invalid(field: "size", reason: "a page has 0 to 200 entries")),
            (.init(register: "village"), .notFound(what: "a register village")),
        ] as [(ListEntries.Question, Failure)] {
            await #expect(throws: failure) { try await towns.list(question, .everyone) }
        }
    }

    @Test func `a changed entry is found as it is now, and one that was withdrawn no more`() async throws {
        try await withTowns { towns in
            var content = TownRegister.content(1)
            content.fields["name"] = .text("示例新名小镇")
            try await towns.save(TownRegister.id(1), content)
            _ = try await towns.store.withdraw([TownRegister.id(2)], as: .withdrawn, author: "test")
            #expect(try await total(towns, "新名") == 0)
            // Until the index follows, the page lacks what is gone, and the totals are those of the index.
            let before = try await towns.list(.init(register: "town", sort: "kind", size: 2), .everyone)
            #expect(before.records == 270 && before.entries.map(\.id) == [TownRegister.id(5)])
            try await towns.follower.catchUp()
            #expect(try await total(towns, "新名") == 1)
            let after = try await towns.list(.init(register: "town", sort: "-_changed", size: 1), .everyone)
            #expect(
                after.records == 269 && after.entries.map(\.id) == [TownRegister.id(1)] && after.sequence == 302
            )
        }
    }

    @Test func `an index for other declarations is built beside the old one, which answers meanwhile`() async throws {
        try await withTowns { towns in
            let renamed = try #require(TownRegister.codes["town-kind"]).replacing("手工", with: "匠造")
            try await towns.publish(.codes, "town-kind", renamed)
            let declaration = TownRegister.declaration
                .replacing(
                    "Kind}, required: yes, use: [facet, sort]}",
                    with: "Kind}, required: yes, use: [sort, facet, search]}"
                )
                .replacing("Founded}, use: [sort]}", with: "Founded}}")
            try await towns.publish(.register, "town", declaration)
            #expect(try await total(towns, "手工") == 100)
            #expect(try await total(towns, "匠造") == 0)
            // What is no longer declared is not offered, even while the old index has it.
            await #expect(throws: Failure.self) {
                try await towns.list(.init(register: "town", sort: "founded"), .everyone)
            }
            let reasons = Reasons()
            try await towns.follower.catchUp { step in reasons.add(step.rebuilding) }
            #expect(reasons.all == ["the declarations that it was made by have changed"])
            #expect(try await total(towns, "手工") == 0)
            #expect(try await total(towns, "匠造") == 100)
            // Another program finds the index as it was left.
            await towns.follower.close()
            try await towns.follower.catchUp { step in reasons.add(step.rebuilding) }
            #expect(reasons.all.count == 1)
        }
    }

    @Test func `a program that starts with other declarations answers from the old index while it builds`() async throws
    {
        try await withWorkplace { place in
            let towns = try await TownRegister(place, count: 30)
            try await towns.follower.catchUp()
            await towns.follower.close()
            let renamed = try #require(TownRegister.codes["town-kind"]).replacing("手工", with: "匠造")
            try await towns.publish(.codes, "town-kind", renamed)
            let published = PublishedIndex()
            let definitions = DefinitionCache(store: place.store, patience: .zero)
            let follower = IndexFollower(
                folder: place.path("index-registers"),
                store: place.store,
                published: published,
                options: .registers
            ) { try await definitions.current().source }
            let list = ListEntries(
                entries: towns.entries,
                index: published,
                pool: SearchPool(options: .init(threads: 2))
            )
            await #expect(throws: Failure.self) { try await list(.init(register: "town"), .everyone) }
            try await follower.open()
            #expect(try await list(.init(register: "town", text: "手工"), .everyone).records == 9)
            try await follower.catchUp()
            #expect(try await list(.init(register: "town", text: "匠造"), .everyone).records == 9)
            await follower.close()
        }
    }

    @Test func `a field that only the staff reads from now on is asked of no index that has it`() async throws {
        try await withTowns { towns in
            let declaration = TownRegister.declaration
                .replacing("Body}, use: [search]}", with: "Body}, read: [staff], use: [search]}")
            try await towns.publish(.register, "town", declaration)
            await #expect(throws: Failure.self) { try await total(towns, "集团3") }
            try await towns.follower.catchUp()
            #expect(try await total(towns, "集团3") == 0)
            #expect(try await total(towns, "安宁") == 60)
        }
    }

    @Test
    func
        `of a register that only the staff reads nothing is indexed, and each sees and counts the entries that are theirs`()
        async throws
    {
        try await withTowns { towns in
            let declaration = TownRegister.declaration.replacing(
                "write: [staff]",
                with: "write: [staff]\nread: [staff]"
            )
            try await towns.publish(.register, "camp", declaration)
            for number in 0..<30 {
                try await towns.save("camp/C\(number)", TownRegister.content(number), register: "camp")
            }
            try await towns.follower.catchUp()
            #expect(towns.published.snapshot?.documentCount == 300)
            await #expect(throws: Failure.notFound(what: "a register camp")) {
                try await towns.list(.init(register: "camp"), .everyone)
            }
            // Whoever sees all of it, and whoever keeps one province: 610100, 610102 and 610000 are three of five.
            let all = try await towns.list(.init(register: "camp", size: 7), .operator)
            #expect(all.records == 27 && all.samples == 3 && all.entries.count == 7)
            #expect(all.facets.map(\.field) == ["state"] && all.facets[0].values.map(\.count) == [8, 22])
            let staff = DeclaredFixture.staff("anna", .region("61"))
            let mine = try await towns.list(.init(register: "camp"), staff)
            #expect(mine.records + mine.samples == 18 && mine.facets[0].values.map(\.count).reduce(0, +) == 18)
            #expect(mine.entries.allSatisfy { $0.content.fields["region"]?.text?.hasPrefix("61") == true })
            #expect(mine.entries.map(\.title) == mine.entries.map(\.title).sorted())
            let found = try await towns.list(
                .init(register: "camp", text: "示例 白云", filters: ["state": ["planned"]], withoutSamples: true),
                staff
            )
            #expect(found.entries.map(\.id) == [] && found.facets[0].values.map(\.count) == [0, 3])
            #expect(try await towns.list(.init(register: "camp", region: "西安市"), staff).records == 9)
            let changed = try await towns.list.all(.init(register: "camp", sort: "-_changed"), staff)
            let ids = try await changed.entries(0..<changed.count).map(\.id)
            #expect(ids.count == 18 && ids.first == "camp/C27" && ids.last == "camp/C0")
            await #expect(throws: Failure.invalid(field: "page", reason: "there is no page 2; the last is 1")) {
                try await towns.list(.init(register: "camp", page: 2), staff)
            }
            for wrong in [
                ListEntries.Question(register: "camp", filters: ["kind": ["farm"]]),
                ListEntries.Question(register: "camp", sort: "area"),
                ListEntries.Question(register: "camp", region: "火星"),
                ListEntries.Question(register: "camp", filters: ["state": ["nothing"]]),
            ] {
                await #expect {
                    try await towns.list(wrong, staff)
                } throws: { error in
                    if case Failure.invalid = error { true } else { false }
                }
            }
        }
    }
}
