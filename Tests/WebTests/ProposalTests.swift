import Discovery
import Domain
import Foundation
import HTTPTypes
import Registers
import Store
import Testing
import Wire

@testable import Web

/// The published table beside the spellings of a holder, and what readers propose; all names are invented.
struct ProposalTests {
    private static let names = [
        "示例电池有限公司", "示例电池（深圳）股份有限公司", "示例电池有限责任公司", "示例旧名有限公司", "示例电池材料有限公司", "另一家公司",
    ]

    private func site(_ options: Aliases.Options = Aliases.Options()) async throws -> SiteFixture {
        let rights = Self.names.enumerated().map { place, name -> Right in
            var record = Bibliography(right: .patent)
            record.application = DocumentID(country: "CN", number: "20219900030\(place).X")
            record.titles = [LocalizedText(lang: "zh", text: "示例\(place)")]
            record.applicants = [Party(name: name, country: "CN")]
            return .patent(Patent(bibliography: record))
        }
        return try await SiteFixture(samples: 0, own: rights, proposals: options)
    }

    private func names(_ site: SiteFixture, _ name: String) async throws -> NamesDocument {
        try await site.get("/names.json?q=" + coded(name)).decoded(NamesDocument.self)
    }

    private func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func publish(_ text: String, in site: SiteFixture) async throws {
        let publish = PublishAliases(store: site.store)
        _ = try await publish(try await publish.plan(text, edition: "示例 <一>"))
    }

    private let pair = ["spelling": "示例电池材料有限公司", "holder": "示例电池有限公司", "q": "示例电池有限公司"]

    private func propose(_ site: SiteFixture, _ more: [String: String] = ["verdict": "same"]) async throws -> Reply {
        try await site.post("/names/propose", pair.merging(more) { $1 })
    }

    // MARK: The table

    @Test func `the table comes before every likeness, with its source and edition`() async throws {
        let site = try await site()
        try await publish("示例旧名有限公司\t示例电池有限公司\tsame\t示例公告 <1>\t2019-08-02", in: site)
        let document = try await names(site, "示例电池有限公司")
        #expect(
            document.proposed.map(\.name) == ["示例电池有限公司", "示例旧名有限公司", "示例电池有限责任公司", "示例电池（深圳）股份有限公司"]
        )
        #expect(document.proposed.map(\.likeness) == ["published", "published", "form", "place"])
        let old = try #require(document.proposed.first { $0.name == "示例旧名有限公司" })
        #expect(
            old.table
                == NamesDocument.LineDocument(
                    spelling: "示例旧名有限公司",
                    holder: "示例电池有限公司",
                    verdict: "same",
                    source: "示例公告 <1>",
                    from: "2019-08-02"
                )
        )
        #expect(document.edition?.version == 1 && document.edition?.name == "示例 <一>")
        #expect(document.query?.contains("示例旧名有限公司") == true && document.query?.contains("深圳") == false)
        // From the other name the same holder is found.
        let other = try await names(site, "示例旧名 有限公司")
        #expect(Set(other.proposed.map(\.name)) == ["示例电池有限公司", "示例旧名有限公司"])
        #expect(other.reference == "示例电池有限公司")

        let page = try await site.get("/names?q=" + coded("示例电池有限公司")).text
        #expect(page.contains("在公布的别名表里，列在「示例电池有限公司」名下；来源：示例公告 &lt;1&gt;。 自 2019-08-02 起。"))
        #expect(page.contains("公布的别名表：示例 &lt;一&gt;，第 1 版"))
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let reply = try await site.get("/names.json?q=" + coded("示例电池有限公司"))
        #expect(check.faults(try reply.json(), schema: "HolderNames") == [])
    }

    @Test func `what the table tells apart is never grouped, however alike it looks`() async throws {
        let site = try await site()
        try await publish("示例电池有限责任公司\t示例电池有限公司\tdifferent\t示例登记信息", in: site)
        let document = try await names(site, "示例电池有限公司")
        #expect(document.proposed.map(\.name) == ["示例电池有限公司", "示例电池（深圳）股份有限公司"])
        let other = try #require(document.others.first)
        #expect(other.name == "示例电池有限责任公司" && other.table?.verdict == "different")
        #expect(document.query == "PA=\"示例电池有限公司\"")
        // Of a name that the table lacks, only the surer of the two is proposed.
        let short = try await names(site, "示例电池")
        #expect(Set(short.proposed.map(\.name)).intersection(["示例电池有限公司", "示例电池有限责任公司"]).count == 1)
        let page = try await site.get("/names?q=" + coded("示例电池有限公司")).text
        #expect(page.contains("写明「示例电池有限责任公司」与「示例电池有限公司」不是同一权利人；来源：示例登记信息"))
    }

    @Test func `without a table the page says so, and has a form beside each other spelling`() async throws {
        let site = try await site()
        let page = try await site.get("/names?q=" + coded("示例电池有限公司"))
        #expect(page.text.contains("还没有公布别名表"))
        #expect(page.text.components(separatedBy: "method=\"post\" action=\"/names/propose\"").count == 4)
        let document = try await names(site, "示例电池有限公司")
        #expect(document.edition == nil && document.proposed.allSatisfy { $0.table == nil && $0.proposals == nil })
        #expect(page.text.contains("更名前后的名称要另查") && !page.text.contains("表里没有的更名前后的名称"))
        let other = try await self.site()
        try await publish("示例旧名有限公司\t示例电池有限公司\tsame\t示例公告", in: other)
        let published = try await other.get("/names?q=" + coded("示例电池有限公司")).text
        #expect(published.contains("以表为准") && published.contains("表里没有的更名前后的名称要另查"))
    }

    @Test func `beside what differs from the reference in blanks or punctuation there is no form`() async throws {
        let site = try await site()
        // The table prints the holder's name with a blank, the records without.
        try await publish("示例旧名有限公司\t示例电池 有限公司\tsame\t示例公告", in: site)
        let page = try await site.get("/names?q=" + coded("示例电池有限公司")).text
        #expect(page.contains("name=\"pick\" value=\"示例电池有限公司\""))
        #expect(page.contains("name=\"holder\" value=\"示例电池 有限公司\""))
        #expect(page.contains("name=\"spelling\" value=\"示例电池材料有限公司\""))
        #expect(!page.contains("name=\"spelling\" value=\"示例电池有限公司\""))
    }

    @Test func `all who ask first wait for one loading of the table`() async throws {
        let site = try await site()
        try await publish("示例电池有限责任公司\t示例电池有限公司\tdifferent\t示例登记信息", in: site)
        try await withThrowingTaskGroup(of: NamesDocument.self) { group in
            for _ in 0..<12 { group.addTask { try await names(site, "示例电池有限公司") } }
            for try await document in group {
                #expect(document.edition?.version == 1)
                #expect(document.proposed.map(\.name) == ["示例电池有限公司", "示例电池（深圳）股份有限公司"])
            }
        }
    }

    @Test func `a table that cannot be read at first is an error and not no table`() async throws {
        let site = try await site()
        _ = try await site.store.publish(kind: "aliases", name: "holders", text: "damaged")
        #expect(try await site.get("/names.json?q=" + coded("示例电池有限公司")).status == 503)
        let page = try await site.get("/names?q=" + coded("示例电池有限公司"))
        #expect(page.status == 503 && !page.text.contains("还没有公布别名表"))
        #expect(try await propose(site).status == 503)
        #expect(try await site.store.aliasProposals() == [])
        // The next who asks has it loaded anew.
        let table = try AliasTable([AliasEntry("示例旧名有限公司", of: "示例电池有限公司", source: "示例公告")])
        _ = try await site.store.publish(kind: "aliases", name: "holders", text: table.text)
        #expect(try await names(site, "示例电池有限公司").edition?.version == 2)
    }

    // MARK: Proposing

    @Test func `a proposal is kept without anything about who sent it, told, and counted up`() async throws {
        let site = try await site()
        let reply = try await propose(site, ["verdict": "same", "reason": "示例 \u{1B}[31m<b>\n 改称\u{202E}"])
        #expect(reply.status == 303)
        let address = try #require(reply.header("Location"))
        #expect(address == "/names?q=\(coded("示例电池有限公司"))&sent=yes#result")
        #expect(try await propose(site, ["verdict": "same", "reason": "别的"]).status == 303)
        #expect(try await propose(site, ["verdict": "different"]).status == 303)
        let kept = try await site.store.aliasProposals()
        #expect(kept.map(\.times) == [2, 1] && kept.map(\.reason) == ["示例 [31m<b> 改称", nil])
        #expect(kept.allSatisfy { $0.day.count == 10 && $0.holder == "示例电池有限公司" })
        let page = try await site.get(String(address.prefix { $0 != "#" })).text
        #expect(page.contains("建议已收到") && page.contains("有人建议是同一权利人，也有人建议不是；尚未处理。"))
        #expect(!page.contains("改称"), "reasons are not published")
        let told = try await names(site, "示例电池有限公司").others.first { $0.name == "示例电池材料有限公司" }?.proposals
        #expect(told == NamesDocument.ProposalsDocument(openSame: 1, openDifferent: 1, decided: []))
    }

    @Test func `names are kept as the table prints them, however they are typed, and counted up`() async throws {
        let site = try await site()
        try await publish("示例旧名有限公司\t示例电池有限公司\tsame\t示例公告", in: site)
        for holder in ["示例电池有限公司", "示例 电池有限公司", "示例「电池」有限公司！！↓", "示例旧名，有限公司"] {
            #expect(try await propose(site, ["verdict": "different", "holder": holder]).status == 303, "\(holder)")
        }
        let kept = try await site.store.aliasProposals()
        #expect(kept.map(\.spelling) == ["示例电池材料有限公司", "示例电池材料有限公司"])
        #expect(kept.map(\.holder) == ["示例电池有限公司", "示例旧名有限公司"] && kept.map(\.times) == [3, 1])
        // What the table lacks has to be as the records print it.
        #expect(try await propose(site, ["verdict": "same", "spelling": "示例电池 材料有限公司"]).status == 400)
        let told = try await names(site, "示例电池有限公司").others.first { $0.name == "示例电池材料有限公司" }?.proposals
        #expect(told == NamesDocument.ProposalsDocument(openSame: 0, openDifferent: 1, decided: []))
        let page = try await site.get("/names?q=" + coded("示例电池有限公司")).text
        #expect(page.contains("有人建议：不是同一权利人；尚未处理。"))
    }

    @Test func `what became of proposals is told on the page and in JSON`() async throws {
        let site = try await site()
        _ = try await propose(site)
        let decide = DecideProposals(store: site.store)
        try await decide.reject([1], reason: "示例：两家 <公司>")
        let day = try #require(try await decide.proposals(all: true).first?.decidedOn)
        let address = "/names?q=" + coded("示例电池有限公司")
        #expect(try await site.get(address).text.contains("\(day) 未采纳「是同一权利人」：示例：两家 &lt;公司&gt;"))
        _ = try await propose(site)
        #expect(try await decide.accept([2]).version == 1)
        // The table was looked at less than five seconds ago; another node has not.
        let told = try await names(site, "示例电池有限公司")
        let decided = (told.proposed + told.others).first { $0.name == "示例电池材料有限公司" }?.proposals?.decided
        #expect(decided?.map(\.state) == ["accepted", "rejected"] && decided?.map(\.answer) == [nil, "示例：两家 <公司>"])
    }

    @Test(
        arguments: [
            (["verdict": "maybe"], "请选择是不是同一权利人"), (["reason": "x"], "请选择是不是同一权利人"),
            (["verdict": "same", "reason": "写信给 a@example.com"], "理由里有电子邮箱"),
            (["verdict": "same", "reason": "电话 010-99999999"], "理由里有电话号码"),
            (["verdict": "same", "reason": "11010519491231002X"], "理由里有身份证号码"),
            (["verdict": "same", "reason": String(repeating: "长", count: 301)], "理由超过 300 字"),
            (["verdict": "same", "spelling": "没有的公司<b>"], "两个名称要都在记录或别名表里"),
            (["verdict": "same", "spelling": "示例电池有限公司"], "两个名称要都在记录或别名表里"),
            (["verdict": "same", "holder": ""], "两个名称要都在记录或别名表里"),
            (["verdict": "same", "spelling": String(repeating: "示", count: 167)], "名称超过 500 字节"),
            (["verdict": "same", "holder": "示例电池有限公司" + String(repeating: "！", count: 160)], "名称超过 500 字节"),
        ] as [([String: String], String)]
    )
    func `what cannot be kept is refused with the reason, and what was written is still there`(
        fields: [String: String],
        says: String
    ) async throws {
        let site = try await site()
        let reply = try await propose(site, fields)
        #expect(reply.status == 400 && reply.text.contains(says) && !reply.text.contains("公司<b>"))
        #expect(reply.header("Cache-Control") == "no-store")
        if let reason = fields["reason"] { #expect(reply.values(of: "value").contains(reason)) }
        #expect(try await site.store.aliasProposals() == [])
    }

    @Test func `a node takes so many in a minute, and says when to send again`() async throws {
        var options = Aliases.Options()
        options.perMinute = 2
        let site = try await site(options)
        for _ in 1...2 { #expect(try await propose(site).status == 303) }
        let reply = try await propose(site, ["verdict": "same", "reason": "示例理由"])
        #expect(reply.status == 429 && reply.text.contains("这一分钟收的建议已满"))
        let seconds = try #require(reply.header("Retry-After").flatMap { Int($0) })
        #expect((1...60).contains(seconds) && reply.text.contains("请在 \(seconds) 秒后"))
        #expect(reply.values(of: "value").contains("示例理由"))
        #expect(try await site.store.aliasProposals().map(\.times) == [2])
    }

    @Test func `what is refused takes no place of the minute`() async throws {
        var options = Aliases.Options()
        options.perMinute = 2
        let site = try await site(options)
        for _ in 1...5 { #expect(try await propose(site, ["verdict": "same", "spelling": "没有的公司"]).status == 400) }
        for _ in 1...2 { #expect(try await propose(site).status == 303) }
        #expect(try await propose(site).status == 429)
    }

    @Test func `no more are open than may be, and with none allowed there is no form`() async throws {
        var options = Aliases.Options()
        options.open = 1
        let full = try await site(options)
        _ = try await propose(full)
        let reply = try await propose(full, ["verdict": "different"])
        #expect(reply.status == 429 && reply.header("Retry-After") == "86400" && reply.text.contains("请在 24 小时后再来"))
        options.open = 0
        let closed = try await site(options)
        #expect(try await propose(closed).text.contains("本站现在不收建议"))
        #expect(try await !closed.get("/names?q=" + coded("示例电池有限公司")).text.contains("/names/propose"))
        #expect(try await closed.store.aliasProposals() == [])
    }

    @Test func `a form that a page elsewhere sends is refused`() async throws {
        let site = try await site()
        func send(_ headers: [String: String]) async throws -> Int {
            var fields = HTTPFields()
            fields[.contentType] = "application/x-www-form-urlencoded"
            for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
            let form = pair.merging(["verdict": "same"]) { $1 }.map { "\($0)=\(coded($1))" }.joined(separator: "&")
            let reply = try await site.get("/names/propose", method: .post, headers: fields, body: Array(form.utf8))
            if reply.status == 403 { #expect(reply.text.contains("不是从本站的页面发出的")) }
            return reply.status
        }
        for elsewhere in [
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"],
            ["Origin": "null"], ["Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"],
        ] { #expect(try await send(elsewhere) == 403, "\(elsewhere)") }
        #expect(try await site.store.aliasProposals() == [])
        for here in [["Sec-Fetch-Site": "same-origin"], ["Origin": "http://localhost"], [:]] {
            #expect(try await send(here) == 303, "\(here)")
        }
    }

    @Test func `confidential search offers no form and keeps nothing, and neither does an address`() async throws {
        let site = try await site()
        let cookie = "private=yes"
        let page = try await site.post("/names", ["q": "示例电池有限公司"], cookie: cookie)
        #expect(page.status == 200 && !page.text.contains("action=\"/names/propose\""))
        let sent = try await site.post("/names/propose", pair.merging(["verdict": "same"]) { $1 }, cookie: cookie)
        #expect(sent.status == 200 && sent.text.contains("保密检索时不收建议") && !sent.text.contains("name=\"verdict\""))
        let query = pair.merging(["verdict": "same"]) { $1 }.map { "\($0)=\(coded($1))" }.joined(separator: "&")
        #expect(try await site.get("/names/propose?" + query).status == 200)
        #expect(try await site.store.aliasProposals() == [])
    }
}
