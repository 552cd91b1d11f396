import Domain
import Testing

@testable import Mail

struct MailAddressTests {
    @Test(arguments: [
        ("name@example.cn", "name@example.cn"), ("First.Last+tag@Example.CN", "First.Last+tag@example.cn"),
        ("o'neil_{x}@a-b.example", "o'neil_{x}@a-b.example"), ("a@例子.中国", "a@xn--fsqu00a.xn--fiqs8s"),
        ("a@１２３.example", "a@123.example"),
    ])
    func `one address is taken, its host in small ASCII letters`(text: String, expected: String) throws {
        #expect(try MailAddress(text, field: "to").text == expected)
    }

    @Test(arguments: [
        "", "name", "@example.cn", "name@", "a@b@example.cn", "a@example.cn,b@example.cn", "a@example.cn b@example.cn",
        "<a@example.cn>", "惠知 <a@example.cn>", "a b@example.cn", ".a@example.cn", "a.@example.cn", "a..b@example.cn",
        "\"a b\"@example.cn", "a(note)@example.cn", "用户@example.cn", "a@example", "a@[192.0.2.1]", "a@192.0.2.1",
        "a@-b.cn", "a@b-.cn", "a@b..cn", "a@.cn", "a@b.cn.", "a@b_c.cn", "a@ex ample.cn", "a@例 子.cn",
        String(repeating: "a", count: 65) + "@example.cn", "a@" + String(repeating: "b", count: 64) + ".cn",
        "a@" + String(repeating: "b.", count: 127) + "cn",
    ])
    func `anything else is refused without being repeated`(text: String) throws {
        let failure = #expect(throws: Failure.self) { try MailAddress(text, field: "to") }
        guard case .invalid(let field, let reason) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(field == "to")
        #expect(text.count < 5 || !reason.contains(text))
    }

    @Test func `a sender may have a name`() throws {
        let sender = try Mailbox(" 惠知  <noreply@ip.example.cn> ", field: "HUIZHI_MAIL_FROM")
        #expect(sender.name == "惠知" && sender.address.text == "noreply@ip.example.cn")
        #expect(try Mailbox("<a@b.cn>", field: "f").name == nil)
        #expect(try Mailbox("a@b.cn", field: "f").name == nil)
        #expect(try Mailbox("\"惠知\" <a@b.cn>", field: "f").name == "惠知")
    }

    @Test(arguments: [
        "bank@b.cn <a@b.cn>", "a \"b\" c <a@b.cn>", "<x> <a@b.cn>", "name <a@b.cn", "name", "name <a@b.cn> more",
        String(repeating: "名", count: 65) + " <a@b.cn>",
    ])
    func `a name that tricks is refused`(text: String) {
        #expect(throws: Failure.self) { try Mailbox(text, field: "HUIZHI_MAIL_FROM") }
    }
}
