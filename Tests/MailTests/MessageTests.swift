import Domain
import Foundation
import Testing

@testable import Mail

struct MessageTests {
    // Monday, 30 November 2026, 05:04:03 UTC.
    private let date = Date(timeIntervalSince1970: 1_796_015_043)

    private func bytes(_ message: Message, from sender: String = "惠知 <noreply@ip.example.cn>") throws -> String {
        let sender = try Mailbox(sender, field: "HUIZHI_MAIL_FROM")
        let bytes = message.bytes(from: sender, id: "0657-a1", host: "ip.example.cn", date: date)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `a Chinese message is written in ASCII lines of base64`() throws {
        let message = try Message(
            to: "reader@example.org",
            subject: "请确认您的电子邮箱",
            text: "您好：\n\n请点开下面的地址确认电子邮箱。一小时内有效。\nhttps://ip.example.cn/confirm?token=abc\n",
            language: "zh"
        )
        let expected = """
            Date: Mon, 30 Nov 2026 05:04:03 +0000
            From: =?UTF-8?B?5oOg55+l?= <noreply@ip.example.cn>
            To: reader@example.org
            Subject: =?UTF-8?B?6K+356Gu6K6k5oKo55qE55S15a2Q6YKu566x?=
            Message-ID: <0657-a1@ip.example.cn>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Language: zh
            Content-Transfer-Encoding: base64

            5oKo5aW977yaDQoNCuivt+eCueW8gOS4i+mdoueahOWcsOWdgOehruiupOeUteWtkOmCrueuseOA
            guS4gOWwj+aXtuWGheacieaViOOAgg0KaHR0cHM6Ly9pcC5leGFtcGxlLmNuL2NvbmZpcm0/dG9r
            ZW49YWJjDQo=

            """
        #expect(
            try bytes(message)
                == expected.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\r\n")
        )
    }

    @Test func `an English message stays readable, and no line is longer than 76`() throws {
        let message = try Message(
            to: "reader@example.org",
            subject: "Confirm your e-mail address",
            text: "Open this address within an hour: 1 + 1 = 2\r\n"
                + ".a line that begins with a dot\rends with a blank \n"
                + "https://ip.example.cn/confirm?token=0123456789012345678901234567890123456789012345678901234",
            language: "en"
        )
        let expected = """
            Date: Mon, 30 Nov 2026 05:04:03 +0000
            From: noreply@ip.example.cn
            To: reader@example.org
            Subject: Confirm your e-mail address
            Message-ID: <0657-a1@ip.example.cn>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Language: en
            Content-Transfer-Encoding: quoted-printable

            Open this address within an hour: 1 + 1 =3D 2
            .a line that begins with a dot
            ends with a blank=20
            https://ip.example.cn/confirm?token=3D0123456789012345678901234567890123456=
            789012345678901234

            """
        #expect(
            try bytes(message, from: "noreply@ip.example.cn")
                == expected.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        )
    }

    @Test func `a line of 76 stays whole and one of 77 is broken`() {
        let whole = String(repeating: "a", count: 76)
        #expect(MessageText(whole).lines == whole + "\r\n")
        #expect(MessageText(whole + "b").lines == String(repeating: "a", count: 75) + "=\r\nab\r\n")
    }

    @Test func `a long subject becomes several words that break no character`() throws {
        #expect(
            HeaderText.written("惠知：您关注的专利申请法律状态有变化，请登录查看详情并确认接收方式", after: 9) == """
                =?UTF-8?B?5oOg55+l77ya5oKo5YWz5rOo55qE5LiT5Yip55Sz6K+35rOV5b6L?=\r
                 =?UTF-8?B?54q25oCB5pyJ5Y+Y5YyW77yM6K+355m75b2V5p+l55yL6K+m5oOF5bm256Gu?=\r
                 =?UTF-8?B?6K6k5o6l5pS25pa55byP?=
                """
        )
        // What only looks like an encoded word is no such word.
        #expect(HeaderText.written("=?x?=", after: 9) == "=?UTF-8?B?PT94Pz0=?=")
    }

    @Test func `the name of a sender is written so that nothing in it means anything else`() throws {
        let message = try Message(to: "a@example.org", subject: "s", text: "t", language: "en")
        #expect(try bytes(message, from: "Huizhi IP <a@b.cn>").contains("\r\nFrom: Huizhi IP <a@b.cn>\r\n"))
        // "Huizhi, Ltd." in base64.
        let written = "\r\nFrom: =?UTF-8?B?SHVpemhpLCBMdGQu?= <a@b.cn>\r\n"
        #expect(try bytes(message, from: "\"Huizhi, Ltd.\" <a@b.cn>").contains(written))
        let host = String(repeating: "a", count: 60) + ".cn"
        #expect(try bytes(message, from: "惠知 <a@\(host)>").contains("?=\r\n <a@\(host)>\r\n"))
    }

    @Test(arguments: ["a\r\nBcc: x@y.cn", "a\nb", "a\rb", "a\0b", "a\u{2028}b", "a\u{202E}b", "a\u{85}b", "a\tb"])
    func `no field can begin another one`(text: String) throws {
        #expect(throws: Failure.self) {
            try Message(to: "a@example.org", subject: text, text: "t", language: "zh")
        }
        #expect(throws: Failure.self) { try Mailbox("\(text) <a@example.org>", field: "from") }
        #expect(throws: Failure.self) { try MailAddress(text + "@example.org", field: "to") }
        #expect(throws: Failure.self) { try MailAddress("a@example.org" + text, field: "to") }
        #expect(throws: Failure.self) {
            try Message(to: "a@example.org", subject: "s", text: "t", language: text)
        }
    }

    @Test func `a text may have lines but no NUL, and neither it nor the subject may be empty or too long`() throws {
        for (subject, text) in [("s", "a\0b"), ("s", ""), ("", "t")] {
            #expect(throws: Failure.self) { try Message(to: "a@b.cn", subject: subject, text: text, language: "zh") }
        }
        let subject = String(repeating: "题", count: 200)
        let text = String(repeating: "a", count: 100_000)
        _ = try Message(to: "a@b.cn", subject: subject, text: text, language: "zh")
        #expect(throws: Failure.invalid(field: "subject", reason: "write 1 to 200 characters")) {
            try Message(to: "a@b.cn", subject: subject + "题", text: text, language: "zh")
        }
        // Marks upon one letter are characters too.
        let tower = "a" + String(repeating: "\u{301}", count: 200)
        #expect(throws: Failure.invalid(field: "subject", reason: "write 1 to 200 characters")) {
            try Message(to: "a@b.cn", subject: tower, text: text, language: "zh")
        }
        #expect(throws: Failure.invalid(field: "text", reason: "write 1 to 100000 bytes, none of them NUL")) {
            try Message(to: "a@b.cn", subject: subject, text: text + "a", language: "zh")
        }
    }

    @Test func `a message comes out of the queue as it went in, and only a good one`() throws {
        let message = try Message(to: "r@例子.中国", subject: "主题", text: "一\n二", language: "zh")
        #expect(try Message(payload: message.payload) == message)
        #expect(throws: Failure.invalid(field: "payload", reason: "it is no message")) { try Message(payload: [1]) }
        let forged = #"{"to":"a@b.cn","subject":"a\r\nBcc: c@d.cn","text":"t","language":"zh"}"#
        #expect(throws: Failure.invalid(field: "subject", reason: "take out line ends and other control characters")) {
            try Message(payload: Array(forged.utf8))
        }
    }
}
