import Domain
import Foundation
import HTTPTypes
import Registers
import Testing
import Wire

@testable import Web

/// Navigation by classes on the web.
struct ClassesTests {
    @Test func `the top of IPC counts the records of every section, samples apart`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get("/classes/ipc.json")
        let document = try reply.decoded(ClassLevelDocument.self)
        #expect(document.classes.map(\.symbol) == ["A", "B", "C", "D", "E", "F", "G", "H"])
        // The battery alone is no sample.
        #expect(document.count.records == 1 && document.count.samples > 50)
        #expect(document.classes[7].count?.records == 1 && document.classes[7].en == "Electricity")
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "ClassLevel") == [])
    }

    @Test(arguments: [
        ("/classes/ipc/H01M", String?("IPC=H01M")), ("/classes/ipc/H01M10", "IPC=H01M10"),
        ("/classes/ipc/H01M10/05", "IPCX=H01M10/05"), ("/classes/nice/9", "NICE=9"),
        ("/classes/field/I", nil), ("/classes/region/440000", "RE=440000"), ("/classes/industry/C38", "NC=C38"),
        ("/classes/locarno/14", "LOC=14"), ("/classes/cpc/H01M", "CPC=H01M"),
    ])
    func `a class counts what its search finds`(address: String, query: String?) async throws {
        let fixture = try await SiteFixture.shared.value
        let document = try await fixture.get(address + ".json").decoded(ClassLevelDocument.self)
        if let query { #expect(document.query == query) }
        let asked = try #require(document.query).addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let found = try await fixture.get("/search.json?q=" + asked).decoded(SearchDocument.self)
        #expect(document.count == CountDocument(records: found.records, samples: found.samples))
        // Each class below is a class of its own with the same count.
        for below in document.classes.prefix(3) {
            guard let count = below.count, !below.symbol.contains("/") else { continue }
            let own = try await fixture.get(below.url + ".json").decoded(ClassLevelDocument.self)
            #expect(own.count == count, "\(below.symbol)")
        }
    }

    @Test func `groups are counted by themselves, and found so`() async throws {
        let fixture = try await SiteFixture.shared.value
        let document = try await fixture.get("/classes/ipc/H01M10.json").decoded(ClassLevelDocument.self)
        let group = try #require(document.classes.first { $0.symbol == "H01M10/05" })
        #expect(group.count?.records == 1)
        let page = try await fixture.get("/classes/ipc/H01M10?lang=en").text
        #expect(page.contains("IPCX=H01M10/00") || page.contains("IPCX%3DH01M10/00"))
        #expect(document.above.map(\.symbol) == ["H", "H01", "H01M"])
    }

    @Test func `every one of the 34 units stands in the list of regions`() async throws {
        let fixture = try await SiteFixture.shared.value
        let document = try await fixture.get("/classes/region.json").decoded(ClassLevelDocument.self)
        #expect(document.classes.count == 34)
        let guangdong = try await fixture.get("/classes/region/440000.json").decoded(ClassLevelDocument.self)
        #expect(guangdong.classes.count == 21)
        #expect(guangdong.classes.first { $0.symbol == "440300" }?.count?.records == 1)
    }

    @Test func `the page of the fields says which classes the table lacks`() async throws {
        let fixture = try await SiteFixture.shared.value
        let page = try await fixture.get("/classes/field").text
        #expect(page.contains("截至 2019 年 7 月 10 日") && page.contains("G06V、G16Y、H10B、H10K、H10N"))
        let english = try await fixture.get("/classes/field?lang=en").text
        #expect(english.contains("10 July 2019") && english.contains("G06V, G16Y, H10B, H10K and H10N"))
        #expect(try await !fixture.get("/classes/region").text.contains("G06V"))
    }

    @Test func `a symbol has one address, and what is no class has none`() async throws {
        let fixture = try await SiteFixture.shared.value
        let moved = try await fixture.get("/classes/ipc/h01m%2010?lang=en")
        #expect(moved.status == 301 && moved.header("Location") == "/classes/ipc/H01M10?lang=en")
        #expect(try await fixture.get("/classes/ipc/H01M10/00.json").header("Location") == "/classes/ipc/H01M10.json")
        for address in ["/classes/ipc/zzz", "/classes/ipc/H99Z", "/classes/none", "/classes/ipc/", "/classes/"] {
            #expect(try await fixture.get(address).status == 404, "\(address)")
        }
    }

    @Test func `words find the classes that their records mostly have`() async throws {
        let fixture = try await SiteFixture.shared.value
        let reply = try await fixture.get("/classes.json?q=%E5%9B%BA%E6%80%81%E7%94%B5%E6%B1%A0")
        let document = try reply.decoded(ClassesDocument.self)
        let ipc = try #require(document.finds?.first { $0.scheme == "ipc" })
        #expect(ipc.leading.first?.symbol == "H01M10" && ipc.leading.first?.count?.records == 1)
        let field = try #require(document.finds?.first { $0.scheme == "field" })
        #expect(field.leading.first?.symbol == "1")
        let check = SchemaCheck(description: try await fixture.get("/openapi.json").json())
        #expect(check.faults(try reply.json(), schema: "Classes") == [])
        let page = try await fixture.get("/classes?q=%E5%9B%BA%E6%80%81%E7%94%B5%E6%B1%A0").text
        #expect(page.contains("H01M10") && page.contains("有这些词的记录多属于"))
        #expect(try await fixture.get("/classes?q=zzzzqqq").text.contains("没有找到"))
        // No record has 电池固态墨 as one word.
        let loose = "/classes.json?q=%E7%94%B5%E6%B1%A0%E5%9B%BA%E6%80%81%E5%A2%A8"
        let parts = try await fixture.get(loose).decoded(ClassesDocument.self)
        #expect(parts.finds?.first { $0.scheme == "ipc" }?.leading.first?.symbol == "H01M10")
        #expect(parts.finds?.first?.loose == true && document.finds?.first?.loose == false)
        #expect(try await fixture.get("/classes?q=(").status == 400)
    }

    @Test func `titles of a new edition are shown, in lists, on records and beside hits`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [OwnRecords.battery])
        let untitled = try await fixture.get("/classes/ipc/H01M")
        #expect(untitled.text.contains("还没有装入这一分类的名称"))
        let path = fixture.folder + "/ipc.csv"
        try Data("symbol,title\nH01M,示例电池类\nH01M10,示例二次电池组\n".utf8).write(to: URL(filePath: path))
        let other = try await SiteFixture(samples: 0, own: [OwnRecords.battery])
        _ = try await ImportClasses(store: other.store)([path], scheme: .ipc, edition: "2026.01")
        let page = try await other.get("/classes/ipc/H01M").text
        #expect(page.contains("示例电池类") && page.contains("示例二次电池组") && page.contains("2026.01"))
        #expect(try await other.get("/classes.json?q=zzz%20OR%20%E7%A4%BA%E4%BE%8B").status == 200)
        let titled = try await other.get("/classes/ipc.json?q=%E4%BA%8C%E6%AC%A1").decoded(ClassLevelDocument.self)
        #expect(titled.finds?.titled.map(\.symbol) == ["H01M10"])
        #expect(try await other.get("/patent/CN2021990000018").text.contains("示例二次电池组"))
        #expect(try await other.get("/search?q=H01M").text.contains("示例二次电池组"))
    }
}
