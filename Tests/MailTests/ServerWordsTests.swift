import Testing

@testable import Mail

struct ServerWordsTests {
    private func safe(_ text: String) throws -> String {
        let message = try Message(
            to: "Wang.Fang@example.cn",
            subject: "Confirm your registration",
            text: "https://ip.example.cn/confirm?token=abcdef0123456789",
            language: "en"
        )
        return ServerWords(hiding: message).safe(text)
    }

    @Test(arguments: [
        ("550 5.1.1 <wang.fang@example.cn>: unknown user", "550 5.1.1 [...] unknown user"),
        ("550 no mailbox 'Wang.Fang' here", "550 no mailbox [...] here"),
        ("554 refused: \"token=abcdef0123456789\"", "554 refused: [...]"),
        ("554 subject Confirm your registration is spam", "554 subject Confirm your [...] is spam"),
        ("451 4.7.1 Greylisted, try again later", "451 4.7.1 Greylisted, try again later"),
        ("550 收件人 no\u{1B}[31m", "550 no [31m"),
        ("554 -------------------- ", "554 --------------------"),
    ])
    func `what a server repeats of a message is hidden`(text: String, expected: String) throws {
        #expect(try safe(text) == expected)
    }

    @Test func `long words end`() throws {
        #expect(try safe(String(repeating: "no ", count: 500)).count == 300)
    }
}
