import Declarations
import Domain
import EntryIndex
import Identity
import Testing

@testable import Web

/// Pages of entries that are places, and posters; every place is invented (示例).
struct PlacePagesTests {
    /// 10:00 on Monday 30 November 2026 in China.
    private static let monday: Int64 = 1_796_004_000_000_000

    private static func content(_ state: String, phone: String = "010-0000 0000转 1") -> EntryContent {
        var content = DeclaredOutlets.whole
        content.fields["number"] = nil
        content.fields["phone"] = .text(phone)
        content.state = state
        return content
    }

    private static func site() async throws -> SiteFixture {
        try await SiteFixture(samples: 0, own: [OwnRecords.battery], registers: DeclaredOutlets.files, time: monday)
    }

    @Test func `a place answers the questions of a visitor in their order, and then the rest`() async throws {
        let site = try await Self.site()
        let id = try await site.saved("outlet", Self.content("running"))
        let near = try await site.saved("outlet", Self.content("running"))
        _ = try await site.saved("outlet", Self.content("planned"))
        try await site.registerFollower.catchUp()
        let page = try await site.get("/registers/" + id).text
        let places = ["什么时候开门", "在哪里，怎么去", "能办什么", "电话和网站", "其他信息"].compactMap {
            page.firstRange(of: ">\($0)<")?.lowerBound
        }
        #expect(places.count == 5 && places == places.sorted())
        #expect(page.contains("正在开门") && page.contains("href=\"tel:01000000000\""))
        // Each fact stands once.
        #expect(page.matches(of: /正在开门/).count == 2, "its own hours, and those of the place near to it")
        #expect(page.contains("附近还有") && page.contains("/registers/" + near) && page.contains("正在开门 · 0 米"))
        #expect(page.matches(of: /0 米/).count == 1, "one that is planned is not near")
        #expect(page.contains("/registers/\(id)/poster"))
        // What is no place has neither.
        let note = try await site.saved(
            "note",
            EntryContent(fields: ["name": .text("示例"), "region": .text("610100")])
        )
        let plain = try await site.get("/registers/" + note).text
        #expect(!plain.contains("海报") && !plain.contains("什么时候开门") && plain.contains(">内容<"))
        #expect(try await site.get("/registers/\(note)/poster").status == 404)
    }

    @Test(arguments: ["planned", "closed"])
    func `one that is not at work never says that it is open`(state: String) async throws {
        let site = try await Self.site()
        let id = try await site.saved("outlet", Self.content(state))
        let page = try await site.get("/registers/" + id).text
        #expect(!page.contains("正在开门") && page.contains("现在不对外服务") && page.contains("09:00–12:00"))
        #expect(page.contains(state == "planned" ? ">拟设<" : ">已撤销<"))
    }

    @Test func `a poster says what everybody may read and nothing else, whoever looks`() async throws {
        // Signing in with a second step needs a clock that goes.
        let site = try await SiteFixture(
            samples: 0,
            own: [OwnRecords.battery],
            registers: DeclaredOutlets.files
        )
        let id = try await site.saved("outlet", Self.content("running"), sample: true)
        var staff = try await Administrator(site, .staff, "poster@example.cn").browser
        for reply in [try await site.get("/registers/\(id)/poster"), try await staff.get("/registers/\(id)/poster")] {
            #expect(reply.status == 200)
            for text in [
                "示例 &lt;网点&gt;", "周一至周五", "示例路 1 号", "检索", "010-0000 0000转 1", "<svg class=\"qr\"", "/registers/\(id)<",
                "class=\"sample\"",
            ] {
                #expect(reply.text.contains(text), "\(text)")
            }
            for text in ["98765", "林示一", "一路", "34.2655"] { #expect(!reply.text.contains(text), "\(text)") }
        }
        #expect(try await site.get("/registers/\(id)/poster?lang=en").text.contains("Monday to Friday"))
        #expect(try await site.get("/registers/outlet/nothing/poster").status == 404)
    }

    @Test(arguments: [
        ("示例不填", ""), ("12345", "tel:12345"), ("+86 29 0000 0000", "tel:+862900000000"),
        ("029-00000000；029-1", "tel:02900000000"), ("1234", ""),
    ])
    func `a text is a telephone number only where one can be dialled`(text: String, dial: String) async throws {
        let site = try await Self.site()
        let id = try await site.saved("outlet", Self.content("running", phone: text))
        let page = try await site.get("/registers/" + id).text
        #expect(page.contains("href=\"tel:") == !dial.isEmpty)
        if !dial.isEmpty { #expect(page.contains("href=\"\(dial)\"")) }
    }
}
