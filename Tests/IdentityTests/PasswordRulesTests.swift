import Identity
import Testing

struct PasswordRulesTests {
    private let rules = PasswordRules(breached: BreachedList())
    private let context = ["张三丰", "Zhang Sanfeng", "sanfeng.zhang@huashan.example", "Huizhi", "惠知"]

    private func problem(_ password: String) -> PasswordRules.Problem? {
        rules.problem(of: password, context: context)
    }

    @Test func `the length is counted in characters`() {
        #expect(problem("kx7-92tmw") == .short(least: 10))
        #expect(problem("kx7-92tmwq") == nil)
        #expect(problem("") == .short(least: 10))
        // Ten Han characters are thirty bytes.
        #expect(problem("石墨烯散热薄膜很薄") == .short(least: 10))
        #expect(problem("石墨烯散热薄膜真很薄") == nil)
        // An accent typed apart is no character of its own.
        #expect(problem("kx7-92tme\u{301}") == .short(least: 10))
        let long = (0..<64).map { "kx\(10 + $0)" }.joined()
        #expect(long.count == 256)
        #expect(problem(long) == nil)
        #expect(problem(long + "7") == .long(most: 256))
    }

    @Test func `no kind of character is asked for`() {
        #expect(problem("kxmtwqvbhd") == nil)
        #expect(problem("correct horse battery staple") == nil)
        #expect(problem("今天下午三点在湖边散步") == nil)
        #expect(problem("7294 0581 3367") == nil)
    }

    @Test func `limits can be set`() {
        let rules = PasswordRules(least: 15, most: 64, breached: BreachedList())
        #expect(rules.problem(of: "kx7-92tmwq", context: []) == .short(least: 15))
        #expect(rules.problem(of: "correct horse battery staple", context: []) == nil)
    }

    @Test(arguments: [
        ("zhangkx72m", "Zhang"), ("SANFENG-1990!", "Sanfeng"), ("Hu1zh1-2026-kx", "Huizhi"),
        ("zh@ng-s@nf3ng-77", "sanfeng"),
        ("张三丰1990年生的", "张三丰"), ("惠知惠知7惠知惠知惠知", "惠知"), ("huashan7!2k", "huashan"), ("sanfeng1357924680", "Sanfeng"),
    ])
    func `a password that is little more than a known word is refused`(password: String, word: String) throws {
        guard case .contains(let found) = problem(password) else {
            Issue.record("\(password): \(String(describing: problem(password)))")
            return
        }
        #expect(found.lowercased() == word.lowercased())
    }

    @Test func `a known word may be part of a password that is good without it`() {
        #expect(problem("zhang kx7-92tmwq") == nil)
        #expect(problem("I went to Huashan by train") == nil)
    }

    @Test func `words of two letters do not count`() {
        #expect(rules.problem(of: "linoleum42", context: ["Li No"]) == nil)
    }

    @Test func `common passwords come before known words`() {
        #expect(problem("password1234") == .common)
    }
}
