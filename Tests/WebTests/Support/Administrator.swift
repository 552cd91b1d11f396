import Identity
import Testing

@testable import Web

/// Somebody who has a role and is signed in with a second step.
struct Administrator {
    var browser: Browser
    let account: String

    /// Makes an account with a role that holds in the nation.
    init(_ site: SiteFixture, _ role: Role, _ email: String, in scope: Scope = .nation) async throws {
        browser = try await AccountTests.signedUp(site, email)
        account = try await Self.account(&browser)
        try await AdministerAccounts(site.accounts).grant(role, to: account, in: scope, reason: "示例：令 1")
        _ = try await browser.fill("/account/two-step", ["do": "begin"])
        let begun = try await browser.fill("/account/two-step", ["do": "begin"])
        let key = try AccountPagesTests.shownKey(begun)
        let finished = try await browser.send(begun, ["do": "finish", "code": AccountPagesTests.code(key)])
        let recovery = try #require(finished.text.firstMatch(of: /<li>([a-z0-9\-]{11})<\/li>/)?.output.1)
        _ = try await browser.fill("/account", ["do": "sign-out"])
        let form = ["email": email, "password": AccountTests.password]
        let asked = try await browser.fill("/account/sign-in", form)
        let entered = try await browser.send(asked, ["code": String(recovery)])
        #expect(entered.status == 303 && browser.cookies["session"] != nil)
    }

    /// The id of who is signed in.
    static func account(_ browser: inout Browser) async throws -> String {
        let reply = try await browser.get("/account.json")
        return try #require(try reply.json()["account"] as? String)
    }
}
