import Declarations
import Domain
import EntryIndex
import Foundation
import Testing
import Wire

@testable import Web

/// The nearest places that can help, over HTTP; every place is invented (示例).
struct NetworkTests {
    /// 10:00 on Monday 30 November 2026 in China.
    private static let monday: Int64 = 1_796_004_000_000_000

    private static let points = DeclarationFile(
        kind: .register,
        name: "region-point",
        path: "region-point.yaml",
        text: """
            label: {zh: 坐标, en: Coordinates}
            write: [staff]
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, required: yes}
              region: {type: region, label: {zh: 区划, en: Division}, unique: yes, use: [facet, sort]}
              location: {type: location, label: {zh: 坐标, en: Coordinates}}
              source: {type: text, label: {zh: 来源, en: Source}}
              licence: {type: text, label: {zh: 许可, en: Licence}}
            """
    )

    private static let regions = DeclarationFile(
        kind: .register,
        name: "region",
        path: "region.yaml",
        text: """
            label: {zh: 区划, en: Divisions}
            write: [staff]
            place: {region: region}
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, required: yes, use: [list, search]}
              region: {type: region, label: {zh: 代码, en: Code}, use: [facet, sort]}
              in-force: {type: period, label: {zh: 起止, en: In force}}
              successor: {type: region, label: {zh: 继任, en: Successor}}
            """
    )

    private static func site(_ files: [DeclarationFile] = DeclaredOutlets.files + [points, regions]) async throws
        -> SiteFixture
    {
        try await SiteFixture(samples: 0, own: [OwnRecords.battery], registers: files, time: monday)
    }

    /// What a place says.
    private static func place(
        _ name: String,
        region: String,
        at: (String, String)? = nil,
        hours: String? = "Mo-Fr 09:00-17:30",
        services: [String] = [],
        state: String = "running"
    ) -> EntryContent {
        var fields: [String: FieldValue] = ["name": .text(name), "region": .text(region)]
        if let at { fields["location"] = .parts(["latitude": .text(at.0), "longitude": .text(at.1)]) }
        if let hours { fields["hours"] = .text(hours) }
        if !services.isEmpty { fields["services"] = .list(services.map { .text($0) }) }
        return EntryContent(fields: fields, state: state)
    }

    /// Six places at work, a sample, and two that are not at work.
    private static let some = Task {
        let site = try await NetworkTests.site()
        let places = [
            place("示例钟楼", region: "610102", at: ("34.260000", "108.950000"), services: ["search", "advice"]),
            place("示例夜间", region: "610100", at: ("34.300000", "108.940000"), hours: "Mo-Su 20:00-23:00"),
            place("示例宝鸡", region: "610300", at: ("34.360000", "107.240000"), services: ["advice"]),
            place("示例北京", region: "110000", at: ("39.904200", "116.407400"), services: ["search"]),
            place("示例无坐标", region: "610100", hours: nil),
            place("示例无时间", region: "610300", at: ("34.37", "107.23"), hours: nil),
            place("示例拟设", region: "610100", at: ("34.260000", "108.940000"), state: "planned"),
            place("示例撤销", region: "610100", at: ("34.260000", "108.940000"), state: "closed"),
        ]
        for content in places { _ = try await site.saved("outlet", content) }
        _ = try await site.saved(
            "outlet",
            place("示例样本", region: "610100", at: ("34.310000", "108.940000"), hours: nil),
            sample: true
        )
        let point: [String: FieldValue] = [
            "name": .text("西安"), "region": .text("610100"), "source": .text("示例来源"), "licence": .text("示例许可"),
            "location": .parts(["latitude": .text("34.260000"), "longitude": .text("108.940000")]),
        ]
        _ = try await site.saved("region-point", EntryContent(fields: point))
        let divisions: [(name: String, code: String, until: String?, successor: String?)] = [
            ("示例甲区", "610102", nil, nil), ("示例乙县", "610199", "2020-12-31", "610102"), ("示例丙区", "610304", nil, nil),
            ("示例丙区", "110101", nil, nil),
        ]
        for division in divisions {
            var fields: [String: FieldValue] = ["name": .text(division.name), "region": .text(division.code)]
            if let until = division.until { fields["in-force"] = .parts(["until": .text(until)]) }
            if let successor = division.successor { fields["successor"] = .text(successor) }
            _ = try await site.saved("region", EntryContent(fields: fields))
        }
        try await site.registerFollower.catchUp()
        return site
    }

    private func ask(_ query: String) async throws -> NetworkDocument {
        let reply = try await Self.some.value.get("/network.json" + query)
        #expect(reply.status == 200, "\(query): \(reply.text)")
        return try reply.decoded(NetworkDocument.self)
    }

    private func names(_ document: NetworkDocument) -> [String] {
        document.places.compactMap { $0.entry.fields["name"]?.text }
    }

    @Test func `the nearest comes first, what has no coordinates last, and what is not at work is not there`()
        async throws
    {
        let all = try await ask("?at=34.26,108.94")
        #expect(names(all) == ["示例钟楼", "示例夜间", "示例样本", "示例宝鸡", "示例无时间", "示例北京", "示例无坐标"])
        #expect((all.records, all.samples, all.total, all.widened) == (6, 1, 7, false))
        #expect(all.places.map(\.distance)[0...1] == [919, 4_448] && all.places.last?.distance == nil)
        #expect(all.origin?.latitude == 34.26 && all.origin?.division == nil && all.asked == nil && all.area == nil)
        #expect(try await names(ask("?at=39.9,116.4&samples=no")).first == "示例北京")
        let check = SchemaCheck(description: try await Self.some.value.get("/openapi.json").json())
        let reply = try await Self.some.value.get("/network.json?at=34.26,108.94")
        #expect(check.faults(try reply.json(), schema: "Network") == [])
    }

    @Test func `hours say whether a place is open by the clock of China`() async throws {
        let all = try await ask("?at=34.26,108.94")
        let opening = all.places.map(\.opening)
        #expect(opening[0] == .init(open: true, closes: "17:30", sure: false))
        #expect(opening[1] == .init(open: false, opensOn: "2026-11-30", opensAt: "20:00", sure: false))
        #expect(opening[2] == nil)
        #expect(try await names(ask("?at=34.26,108.94&open=yes")) == ["示例钟楼", "示例宝鸡", "示例北京"])
    }

    @Test func `a place name finds what lies there, from its middle where the node knows it`() async throws {
        let city = try await ask("?in=%E8%A5%BF%E5%AE%89")
        #expect(names(city) == ["示例钟楼", "示例夜间", "示例样本", "示例无坐标"])
        #expect(city.asked?.code == "610100" && city.area?.code == "610100" && !city.widened)
        #expect(city.origin?.division?.name.zh == "陕西省西安市" && city.origin?.licence == "示例许可")
        #expect(city.places.first?.distance == 919)
        // A county has no middle of its own: distances count from that of its prefecture.
        let county = try await ask("?in=610102")
        #expect(names(county) == ["示例钟楼"] && county.origin?.division?.code == "610100")
        // Without a middle the order is that of names.
        let baoji = try await ask("?in=610300")
        #expect(names(baoji) == ["示例宝鸡", "示例无时间"] && baoji.origin == nil && baoji.places[0].distance == nil)
    }

    @Test(arguments: [
        ("示例甲区", "610102"), ("示例甲", "610102"), ("西安市示例甲区", "610102"), ("陕西省示例甲区", "610102"),
        // One that is over goes to its successor.
        ("示例乙县", "610102"), ("宝鸡市示例丙区", "610304"),
    ])
    func `counties are known by the names that are on record`(name: String, code: String) async throws {
        let query = try #require(name.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        let found = try await ask("?in=" + query)
        #expect(found.asked?.code == code && found.asked?.name.zh.hasSuffix("区") == true)
        let page = try await Self.some.value.get("/network?in=" + query)
        #expect(page.status == 200)
    }

    @Test func `a name that several counties have is asked for again`() async throws {
        let name = try #require("示例丙区".addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        let twin = try await Self.some.value.get("/network.json?in=" + name)
        #expect(twin.status == 400 && twin.text.contains("several divisions are called 示例丙区"))
        #expect(try await Self.some.value.get("/network?in=" + name).status == 400)
        #expect(try await ask("?in=610102").asked?.name == Bilingual("陕西省西安市示例甲区", "示例甲区, 西安市, Shaanxi"))
    }

    @Test func `where a division has none the one above it is taken, up to the nation, and the answer says so`()
        async throws
    {
        let prefecture = try await ask("?in=610113")
        #expect(prefecture.asked?.code == "610113" && prefecture.area?.code == "610100" && prefecture.widened)
        let province = try await ask("?in=610400")
        #expect(province.area?.code == "610000" && province.total == 6)
        let nation = try await ask("?in=440300&f=services:search")
        #expect(nation.area == nil && nation.widened && nation.total == 2)
        let page = try await Self.some.value.get("/network?in=440300&f=services:search&lang=en")
        #expect(page.text.contains("There is none in 深圳市, Guangdong, so this is: The whole country."))
        let none = try await Self.some.value.get("/network?in=440300&q=zzz")
        #expect(none.status == 200 && none.text.contains("没有符合的网点"))
    }

    @Test func `what is needed narrows, and its counts are those of the places found`() async throws {
        let all = try await ask("")
        let services = try #require(all.facets.first { $0.field == "services" })
        #expect(services.values.map(\.code) == ["search", "advice"] && services.values.map(\.count) == [2, 2])
        #expect(all.facets.map(\.field) == ["services"])
        #expect(try await names(ask("?f=services:advice&in=610000")) == ["示例宝鸡", "示例钟楼"])
        #expect(try await names(ask("?q=%E5%AE%9D%E9%B8%A1")) == ["示例宝鸡", "示例无时间"])
        // What narrows the register narrows here too, though nothing is counted by it.
        #expect(try await ask("?f=state:planned").total == 0)
    }

    @Test func `the page shows the same, with ways to ask and to go there`() async throws {
        let site = try await Self.some.value
        let page = try await site.get("/network?in=%E8%A5%BF%E5%AE%89")
        for text in [
            "3 处", "另有示例 1 件", "示例钟楼", "正在开门", "到 17:30", "920 米", "geo:34.260000,108.950000", "今天 20:00 开门", "示例来源",
            "按 示例许可 许可使用", "检索（1）", "没有登记开放时间",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        #expect(!page.text.contains("示例拟设") && !page.text.contains("示例宝鸡"))
        #expect(page.header("Permissions-Policy")?.contains("geolocation=(self)") == true)
    }

    @Test func `what cannot be asked is told, and where somebody is stays in no cache`() async throws {
        let site = try await Self.some.value
        for (query, text) in [("?in=%E7%81%AB%E6%98%9F", "没有这个地名"), ("?at=here", "纬度,经度")] {
            let page = try await site.get("/network" + query)
            #expect(page.status == 400 && page.text.contains(text), "\(query)")
            #expect(try await site.get("/network.json" + query).status == 400)
        }
        for query in ["?of=nothing", "?of=note"] {
            #expect(try await site.get("/network" + query).status == 404)
            #expect(try await site.get("/network.json" + query).status == 404)
        }
        #expect(try await site.get("/network?page=9").status == 400)
        #expect(try await site.get("/network?f=kind:nothing").status == 400)
        for address in ["/network?at=34.26,108.94", "/network.json?at=34.26,108.94"] {
            let reply = try await site.get(address)
            #expect(reply.header("Cache-Control") == "no-store" && reply.header("ETag") == nil)
        }
    }

    @Test func `a node without places says what its operator does`() async throws {
        let site = try await Self.site([])
        try await site.registerFollower.catchUp()
        #expect(try await site.get("/network").text.contains("还没有网点"))
        #expect(try await site.get("/network.json").status == 404)
    }

    @Test func `pages go on where the one before ended, in the order of distances worked out one by one`() async throws
    {
        let site = try await Self.site()
        var number: UInt64 = 20_261_201
        func next(_ bound: Int) -> Int {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(number >> 33) % bound
        }
        var wanted: [(metres: Int, id: String)] = []
        let middle = try #require(GeoPoint("34.26,108.94"))
        for place in 0..<130 {
            // Two heaps and some far away, so that boxes of every size are looked into.
            let spread = [2_000, 60_000, 9_000_000][place % 3]
            let latitude = 34_260_000 + next(2 * spread) - spread
            let longitude = 108_940_000 + next(2 * spread) - spread
            func degrees(_ millionths: Int) -> String {
                "\(millionths / 1_000_000)." + String(String(1_000_000 + millionths % 1_000_000).dropFirst())
            }
            let text = (degrees(latitude), degrees(longitude))
            let id = try await site.saved("outlet", Self.place("示例\(place)", region: "610100", at: text))
            let point = try #require(GeoPoint(latitude: text.0, longitude: text.1))
            wanted.append((middle.distance(to: point), id))
        }
        try await site.registerFollower.catchUp()
        wanted.sort { ($0.metres, $0.id) < ($1.metres, $1.id) }
        var found: [(metres: Int?, id: String)] = []
        for page in 1...7 {
            let reply = try await site.get("/network.json?at=34.26,108.94&page=\(page)")
            let document = try reply.decoded(NetworkDocument.self)
            #expect(document.places.count == (page == 7 ? 10 : 20))
            found += document.places.map { ($0.distance, $0.entry.id) }
        }
        #expect(found.map(\.id) == wanted.map(\.id))
        #expect(found.map(\.metres) == wanted.map(\.metres))
        #expect(try await site.get("/network.json?at=34.26,108.94&page=8").status == 400)
    }
}
