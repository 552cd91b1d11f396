import Declarations
import Domain
import Identity
import Registers
import Testing

@testable import Web

/// Tables of entries over HTTP: tried first, then taken in.
struct EntryTableTests {
    private static let notes = "/registers/note/import"

    private func staff(_ site: SiteFixture, _ name: String, in region: String = "61") async throws -> Browser {
        try await Administrator(site, .staff, name + "@example.cn", in: .region(region)).browser
    }

    /// Sends a table to be tried.
    private func attempt(
        _ site: SiteFixture,
        _ browser: inout Browser,
        _ page: String,
        _ table: String,
        _ name: String = "表.csv"
    ) async throws -> Reply {
        let hidden = Browser.hidden(try await browser.get(page))
        return try await site.send(
            page,
            hidden.merging(["do": "try"]) { $1 },
            file: Array(table.utf8),
            called: name,
            cookie: browser.cookies.map { $0.key + "=" + $0.value }.joined(separator: "; ")
        )
    }

    @Test func `a table is tried, shows what would change, and is taken in when that is confirmed`() async throws {
        let site = try await RegisterPagesTests.site()
        var anna = try await staff(site, "anna")
        let fields: [String: FieldValue] = ["name": .text("甲"), "region": .text("610100"), "people": .text("3")]
        let id = try await site.saved("note", EntryContent(fields: fields))
        #expect(try await anna.get("/registers/note").values(of: "href").contains(Self.notes))
        #expect(try await !site.get("/registers/note").values(of: "href").contains(Self.notes))
        let page = try await anna.get(Self.notes)
        #expect(page.status == 200 && page.header("Cache-Control") == "no-store")
        #expect(page.text.contains("导入表格：会议记录") && page.text.contains("人数") && !page.text.contains("id=\"trial\""))
        let table = "id,name,region,people\n\(id),甲,西安市,4\n,乙,西安市,5\n"
        let trial = try await attempt(site, &anna, Self.notes, table)
        #expect(trial.status == 200, "\(trial.text.suffix(2_000))")
        for text in ["试的结果：表.csv", "没有发现错误", ">甲</a>", "原来\">3", "改为\">4", ">乙", "写入 2 条", "文件已替您留着"] {
            #expect(trial.text.contains(text), "\(text)")
        }
        #expect(try await site.get("/registers/\(id).json").json()["version"] as? Int == 1)
        // Somebody else cannot take in what was sent in another session.
        var bert = try await staff(site, "bert")
        let own = Browser.hidden(try await bert.get(Self.notes))["form"] ?? ""
        let stolen = try await bert.send(trial, ["do": "import", "form": own])
        #expect(stolen.status == 400 && stolen.text.contains("第一步的文件已经不在了"))
        let done = try await anna.send(trial, ["do": "import"])
        #expect(done.status == 303 && done.header("Location") == "/registers/note?done=imported")
        #expect(try await anna.get("/registers/note?done=imported").text.contains("表格已导入"))
        let entry = try await site.get("/registers/\(id).json").json()
        #expect(entry["version"] as? Int == 2)
        #expect((entry["fields"] as? [String: Any])?["people"] as? String == "4")
        // The same once more changes nothing.
        let again = try await anna.send(trial, ["do": "import"])
        #expect(again.status == 409 && again.text.contains("重新试的结果") && again.text.contains("也没有要改的"))
    }

    @Test func `wrong cells are named, and there is nothing to confirm`() async throws {
        let site = try await RegisterPagesTests.site()
        var anna = try await staff(site, "anna")
        let table = "name,region,people\n甲,西安市,x\n乙,成都市,1\n"
        let trial = try await attempt(site, &anna, Self.notes, table)
        #expect(trial.status == 400 && !trial.text.contains("name=\"basis\""))
        for text in ["有 2 处需要改", ">C2", ">人数", "“x”不是整数", ">B3", ">地区", "不在您的范围内"] {
            #expect(trial.text.contains(text), "\(text)")
        }
        let english = try await attempt(site, &anna, Self.notes + "?lang=en", table)
        #expect(english.text.contains("2 things to correct") && english.text.contains("People “x” is no whole number"))
        let none = try await attempt(site, &anna, Self.notes, "")
        #expect(none.status == 400 && none.text.contains("没有选文件"))
        let empty = try await attempt(site, &anna, Self.notes, "\n\n")
        #expect(empty.status == 400 && empty.text.contains("the table is empty"))
        let odd = try await attempt(site, &anna, Self.notes, "\u{0}\u{1}\u{2}")
        #expect(odd.status == 400 && odd.text.contains("这个文件读不成表格"))
    }

    @Test func `rows of a register of two people wait for approval`() async throws {
        let site = try await RegisterPagesTests.site()
        var anna = try await staff(site, "anna")
        let page = "/registers/outlet/import"
        let lines = "{\"fields\": {\"name\": \"示例网点\", \"region\": \"610100\", \"services\": [\"search\"]}}\n"
        let trial = try await attempt(site, &anna, page, lines, "lines.jsonl")
        #expect(trial.status == 200 && trial.text.contains("提交 1 条，等待批准"), "\(trial.text.suffix(2_000))")
        let done = try await anna.send(trial, ["do": "import"])
        #expect(done.header("Location") == "/registers/outlet/proposals?done=proposed")
        #expect(try await anna.get("/registers/outlet/proposals").text.contains("示例网点"))
        let again = try await attempt(site, &anna, page, lines, "lines.jsonl")
        #expect(again.status == 200 && again.text.contains("已在等待批准") && !again.text.contains("name=\"basis\""))
    }

    @Test func `who may not write is told so, and a form from elsewhere does nothing`() async throws {
        let site = try await RegisterPagesTests.site()
        var person = try await AccountTests.signedUp(site, "person@example.cn")
        let page = try await person.get(Self.notes)
        #expect(page.status == 403 && page.text.contains("联系安全管理员") && !page.text.contains("name=\"file\""))
        #expect(try await person.get("/registers/internal-file/import").status == 404)
        #expect(try await site.get(Self.notes).header("Location")?.contains("/account/sign-in") == true)
        var anna = try await staff(site, "anna")
        let foreign = try await anna.post(Self.notes, ["form": "x", "do": "try"])
        #expect(foreign.status == 403 && foreign.text.contains("不是从本站当前登录的页面提交的"))
    }
}
