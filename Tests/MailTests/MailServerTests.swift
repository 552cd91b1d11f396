import Domain
import Testing

@testable import Mail

struct MailServerTests {
    private func read(_ text: String) throws -> MailServer { try MailServer(text, field: "HUIZHI_SMTP") }

    @Test func `an address says host, port, encryption and user`() throws {
        let relay = try read("smtp://mail.example.cn")
        #expect(relay.host == "mail.example.cn" && relay.port == 25 && relay.user == nil)
        let secure = try read("smtps://huizhi@mail.example.cn")
        #expect(secure.port == 465 && secure.encryption == .fromTheStart && secure.user == "huizhi")
        let submission = try read("SMTP://noreply%40example.cn@MAIL.example.cn:587/?starttls=required")
        #expect(submission.host == "mail.example.cn" && submission.port == 587)
        #expect(submission.encryption == .startTLS && submission.user == "noreply@example.cn")
        #expect(submission.url(name: "ip.example.cn") == "smtp://mail.example.cn:587/ip.example.cn")
        #expect(try read("smtps://[2001:db8::1]").url(name: "n") == "smtps://[2001:db8::1]:465/n")
    }

    @Test(arguments: [
        ("smtp://mail.example.cn", MailServer.Encryption.startTLS), ("smtp://127.example.cn", .startTLS),
        ("smtp://localhost", .none), ("smtp://127.0.0.1:2525", .none), ("smtp://[::1]", .none),
        ("smtp://localhost?starttls=required", .startTLS), ("smtp://10.0.0.5?starttls=none", .none),
    ])
    func `STARTTLS is required unless the host is this machine or the address says otherwise`(
        text: String,
        encryption: MailServer.Encryption
    ) throws {
        #expect(try read(text).encryption == encryption)
    }

    @Test(arguments: [
        ("mail.example.cn:25", "this is no address"), ("http://mail.example.cn", "this is no address"),
        ("smtp://", "this is no address"), ("smtp://mail_1.example.cn", "this is no address"),
        ("smtp://mail.example.cn/path", "this is no address"), ("smtp://mail.example.cn:99999", "99999 is no port"),
        ("smtp://mail.example.cn:0", "0 is no port"), ("smtps://u:geheim@mail.example.cn", "HUIZHI_SMTP_PASSWORD_FILE"),
        ("smtp://mail.example.cn?starttls=maybe", "starttls=required or starttls=none"),
        ("smtp://mail.example.cn?verify=no", "starttls=required or starttls=none"),
        ("smtps://mail.example.cn?starttls=none", "encrypted from the start"),
        ("smtp://u@mail.example.cn?starttls=none", "in the clear"),
        ("smtp://a%0Db@mail.example.cn", "control character"),
    ])
    func `an address that cannot be used is refused with the cure and without a password`(
        text: String,
        words: String
    ) throws {
        let failure = #expect(throws: Failure.self) { try read(text) }
        guard case .invalid("HUIZHI_SMTP", let reason) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(reason.contains(words) && !reason.contains("geheim"))
    }

    @Test func `the node names itself by its origin, else by its sender`() throws {
        let server = try read("smtp://localhost")
        let sender = try Mailbox("a@sender.example", field: "f")
        func host(_ origin: String) -> String { Mailer.Options(server: server, sender: sender, origin: origin).host }
        #expect(host("https://ip.example.cn:8443") == "ip.example.cn")
        #expect(host("https://例子.中国") == "xn--fsqu00a.xn--fiqs8s")
        #expect(host("") == "sender.example" && host("http://127.0.0.1:8080") == "sender.example")
    }
}
