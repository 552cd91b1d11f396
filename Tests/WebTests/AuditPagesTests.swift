import Foundation
import Identity
import Store
import Testing
import Wire

@testable import Web

/// Pages of the audit: who may read them, what they show, and that reading them is told.
struct AuditPagesTests {
    @Test func `the audit administrator reads what happened, masked, and one account whole, which its owner is told`()
        async throws
    {
        let site = try await AccountTests.site()
        var anna = try await AccountTests.signedUp(site, "anna@example.cn")
        let id = try await Administrator.account(&anna)
        var cato = try await Administrator(site, .auditAdministrator, "cato@example.cn")
        var ada = try await Administrator(site, .systemAdministrator, "ada@example.cn")
        let page = try await ada.browser.get("/admin/\(id)")
        _ = try await ada.browser.send(page, ["do": "unmask", "reason": "示例：核对"])

        let list = try await cato.browser.get("/admin/audit")
        #expect(list.status == 200 && list.text.contains("注册") && list.text.contains(id))
        #expect(!list.text.contains("127.0.0.x") && !list.text.contains("anna@example.cn"))
        let looks = try await cato.browser.get("/admin/audit.json?kind=disclosures")
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        #expect(check.faults(try looks.json(), schema: "Audit") == [])
        let rows = try looks.decoded(AuditDocument.self).rows
        // That the operator granted roles is in the log; nobody saw anything but Ada.
        #expect(rows.map(\.author) == [ada.account] && rows[0].account == id && rows[0].what == "readAccount")
        #expect(rows[0].detail == "" && rows[0].name.hasPrefix("示*"))

        let whole = try await cato.browser.get("/admin/audit?kind=disclosures&account=\(id)")
        #expect(whole.text.contains("示例：核对") && whole.text.contains("127.0.0.x"))
        let told = try await anna.get("/account/data.json").decoded(HeldDocument.self).disclosures
        #expect(told.map(\.viewer) == ["audit-administrator", "system-administrator"])
        #expect(told[0].action == "readAuditLog" && told[0].fields == ["disclosures"])

        let log = try await cato.browser.get("/admin/audit.json?kind=log&account=\(id)").decoded(AuditDocument.self)
        #expect(log.rows.map(\.what) == ["account"] && log.rows[0].author == id)
        let table = try await cato.browser.get("/admin/audit.csv?kind=events&account=\(id)")
        #expect(table.header("Content-Type") == "text/csv; charset=utf-8" && table.text.contains("signedUp"))
        let own = try await cato.browser.get("/account/data.json").decoded(HeldDocument.self).events
        #expect(own.filter { $0.kind == "auditExported" }.map(\.detail) == ["events", "log", "disclosures"])
        for path in ["/admin/audit", "/admin/audit.json", "/admin/audit.csv"] {
            #expect(try await ada.browser.get(path).status == 403, "\(path)")
            #expect(try await anna.get(path).status == 403, "\(path)")
        }
        #expect(try await cato.browser.get("/admin/accounts").status == 403)
        #expect(try await cato.browser.get("/admin").values(of: "href").contains("/admin/audit"))
        #expect(try await cato.browser.get("/admin/audit?since=2099-01-01").text.contains("没有符合条件的记录"))
        #expect(try await cato.browser.get("/admin/audit?since=soon").status == 400)
    }

    @Test func `the audit administrator has the audit verified, and the page says what was found and where`()
        async throws
    {
        let site = try await AccountTests.site()
        var cato = try await Administrator(site, .auditAdministrator, "cato@example.cn")
        var ada = try await Administrator(site, .systemAdministrator, "ada@example.cn")
        _ = try await site.store.sealAudit()
        let page = "/admin/audit/verification"
        #expect(try await cato.browser.get(page).text.contains("还没有结果"))
        let list = try await cato.browser.get("/admin/audit")
        #expect(list.text.contains("action=\"\(page)\""))
        let asked = try await cato.browser.post(page, Browser.hidden(list).merging(["do": "verify"]) { $1 })
        #expect(asked.status == 303 && asked.header("Location") == page + "?done=asked")
        #expect(try await cato.browser.get(page + "?done=asked").text.contains("正在验证"))
        let check = SchemaCheck(description: try await site.get("/openapi.json").json())
        let waiting = try await cato.browser.get(page + ".json")
        #expect(check.faults(try waiting.json(), schema: "AuditVerification") == [])
        #expect(try waiting.decoded(AuditVerificationDocument.self).waiting?.by == cato.account)

        let job = try #require(try await site.store.claimJob(lease: .seconds(30), kind: VerifyAudit.job))
        try await site.verifyAudit.run(job)
        let twin = try await cato.browser.get(page + ".json")
        #expect(check.faults(try twin.json(), schema: "AuditVerification") == [])
        let result = try #require(try twin.decoded(AuditVerificationDocument.self).result)
        #expect(result.sound && result.whole && result.faults.isEmpty && result.asked.by == cato.account)
        #expect(result.lines == Int(try await site.store.logHead().size) && result.rows > 5)
        let sound = try await cato.browser.get(page + "?lang=en").text
        #expect(sound.contains("Nothing is wrong") && sound.contains("lines 1 to \(result.lines)"))
        #expect(try await cato.browser.get("/account").text.contains("要求验证审计"))

        for path in [page, page + ".json"] { #expect(try await ada.browser.get(path).status == 403, "\(path)") }
        let forged = try await site.post(
            page,
            ["do": "verify"],
            cookie: cato.browser.cookies["session"].map { "session=" + $0 }
        )
        #expect(forged.status == 403)
        #expect(try await site.store.claimJob(lease: .seconds(30), kind: VerifyAudit.job) == nil)
    }
}
