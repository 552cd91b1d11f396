import Links
import Testing

@testable import Pages

/// Pages of accounts: what they say before, and what they say of what was not done.
struct AccountTests {
    private let pages: PageRenderer

    init() throws { pages = try PageRenderer() }

    private func signUp(_ refusal: AccountForm.Refusal?, _ language: PageLanguage = .zh) -> String {
        let form = AccountSamples.form(.signUp, language, refusal)
        return pages.signUp(form, lengths: 10...256, Samples.frame(.account(form.link)))
    }

    @Test(arguments: PageLanguage.allCases)
    func `no page shows a password, is known to search engines, or sends a form in an address`(language: PageLanguage) {
        for (name, link, render) in AccountSamples.pages(pages, language) {
            let html = render(Samples.frame(.account(link)))
            let page = HTMLReader(html)
            let open = page.tags.filter { !$0.isClosing }
            for input in open where input.name == "input" && input.attributes["type"] == "password" {
                #expect(input.attributes["value"] == "", "\(name)")
                #expect(["current-password", "new-password"].contains(input.attributes["autocomplete"]), "\(name)")
                #expect(input.attributes["maxlength"] == nil, "\(name): a pasted password must not be cut")
            }
            let robots = open.first { $0.attributes["name"] == "robots" }
            #expect(robots?.attributes["content"] == "noindex", "\(name)")
            let forms = open.filter { $0.name == "form" && $0.attributes["role"] != "search" }
            #expect(forms.allSatisfy { $0.attributes["method"] == "post" }, "\(name)")
            #expect(forms.count == open.count { $0.attributes["value"] == "示例-token" }, "\(name): a token each")
            #expect(!html.contains("rel=\"canonical\""), "\(name)")
        }
    }

    @Test(arguments: [
        (AccountForm.Refusal(.short, count: 10), "密码太短：至少 10 个字符", "10 characters at least", "password"),
        (.init(.long, count: 256), "密码太长：最多 256 个字符", "256 characters at most", "password"),
        (.init(.contains, text: "<x>"), "密码里有「&lt;x&gt;」", "holds &quot;&lt;x&gt;&quot;", "password"),
        (.init(.common), "很多人用过", "used by many", "password"),
        (.init(.email), "name@example.cn", "name@example.cn", "email"),
        (.init(.taken), "已有账号", "has an account", "email"),
        (.init(.name, count: 64), "1 到 64 个字", "1 to 64 characters", "name"),
        (.init(.consent), "请勾选", "Tick the box", "consent"),
    ])
    func `a refusal says which rule and the cure, and marks the field`(
        refusal: AccountForm.Refusal,
        chinese: String,
        english: String,
        field: String
    ) {
        for (language, text) in [(PageLanguage.zh, chinese), (.en, english)] {
            let html = signUp(refusal, language)
            #expect(html.contains(text), "\(text)")
            let wrong = HTMLReader(html).tags.filter { $0.attributes["aria-invalid"] == "true" }
            #expect(wrong.map { $0.attributes["id"] } == [field])
            #expect(wrong.first?.attributes["aria-describedby"]?.hasSuffix("refused") == true)
        }
    }

    @Test func `what was typed stays, as text, but for the password`() {
        let html = signUp(.init(.common))
        #expect(!html.contains("<b>一</b>") && html.contains("示例 &lt;b&gt;一&lt;/b&gt;"))
        let values = HTMLReader(html).values(of: "value", in: "input")
        #expect(values.contains("示例 <b>一</b>") && values.contains("a&b@example.cn"))
    }

    @Test func `the rules of a password and that no account is needed are said before anything is typed`() {
        #expect(signUp(nil).contains("10 到 256 个字符") && signUp(nil).contains("公开内容都不用账号"))
        #expect(signUp(nil, .en).contains("10 to 256 characters"))
        let form = AccountSamples.form(.signIn, .zh)
        let signIn = pages.signIn(form, isOpen: true, isMailing: true, Samples.frame(.account(form.link)))
        #expect(signIn.contains("都不用登录") && signIn.contains("href=\"/privacy#accounts\""))
        #expect(signIn.contains("没有账号？注册"))
        let closed = pages.signIn(form, isOpen: false, isMailing: false, Samples.frame(.account(form.link)))
        #expect(!closed.contains("没有账号？注册"))
        #expect(signIn.contains("href=\"/account/reset\"") && !closed.contains("/account/reset"))
        #expect(closed.contains("请找运营方重设"))
    }

    @Test func `who has to wait is told until when`() {
        #expect(signUp(.init(.wait, count: 125, text: "21:30")).contains("请在 21:30（3 分钟后）再试"))
        #expect(signUp(.init(.wait, count: 60, text: "21:30"), .en).contains("at 21:30 (in 1 minute)"))
        #expect(signUp(.init(.wait, count: 7), .en).contains("in 7 seconds"))
        #expect(signUp(.init(.wait, count: 1), .en).contains("in 1 second;"))
    }

    @Test func `where nobody can sign in there is no form to fill in`() {
        for kind in [AccountForm.Refusal.Kind.noKey, .closed] {
            #expect(!signUp(.init(kind)).contains("type=\"password\""))
        }
    }

    @Test func `the second step asks for a code and keeps whose it is and where it goes on`() {
        let form = AccountSamples.form(.signIn, .en, next: "/account/data?lang=en")
        let html = pages.code(form, pending: "p\"x", Samples.frame(.account(form.link)))
        #expect(html.contains("name=\"pending\" value=\"p&quot;x\"") && html.contains("autocomplete=\"one-time-code\""))
        #expect(html.contains("name=\"next\" value=\"/account/data?lang=en\""))
        #expect(html.contains("action=\"/account/sign-in\""))
    }

    @Test func `the key of the second step is shown in groups and as an address for an app`() {
        let form = AccountSamples.form(.twoStep, .zh)
        let key = TwoStepPage.Key(text: "ABCD EFGH", address: "otpauth://totp/x?secret=ABCDEFGH&issuer=y")
        var frame = Samples.frame(.account(form.link))
        for isConfidential in [false, true] {
            frame.isConfidential = isConfidential
            let html = pages.twoStep(.entering(key), form, frame)
            #expect(html.contains("ABCD EFGH"))
            #expect(html.contains("<a href=\"otpauth://totp/x?secret=ABCDEFGH&amp;issuer=y\">"))
        }
    }

    @Test func `a session of another browser has a button that says whose it is`() {
        let form = AccountSamples.form(.overview, .en)
        let html = pages.account(AccountSamples.account(.zh), form, Samples.frame(.account(form.link)))
        #expect(html.contains("name=\"end\" value=\"11ee\" aria-label=\"End: Unknown browser, 29 Nov 2026 09:05\""))
        #expect(!html.contains("value=\"00ff\"") && html.contains("value=\"others\""))
        #expect(html.contains("Not verified"))
    }

    @Test func `signing out is in sight on every page of who is signed in, and on no other`() {
        for (name, link, render) in AccountSamples.pages(pages, .zh) {
            let isBefore = [AccountLink.Place.signUp, .signIn, .reset].contains(link.place)
            let html = render(Samples.frame(.account(link)))
            #expect(html.contains("value=\"sign-out\">退出登录</button>") == !isBefore, "\(name)")
        }
    }

    @Test func `every page leads to the account, and only its own pages say so`() {
        let help = pages.help(Samples.frame(.page(.help, .zh)))
        #expect(help.contains("<a href=\"/account\">我的</a>"))
        let form = AccountSamples.form(.password, .en)
        let own = pages.password(form, lengths: 10...256, Samples.frame(.account(form.link)))
        #expect(own.contains("<a href=\"/account?lang=en\" aria-current=\"true\">Account</a>"))
    }

    @Test func `the page of an account shows the number by which its operator knows it`() {
        let form = AccountSamples.form(.overview, .zh, nil)
        let html = pages.account(AccountSamples.account(.zh), form, Samples.frame(.account(form.link)))
        #expect(html.contains("account/abcdefghijklmnopqrstuvwxyz") && html.contains("账号编号"))
    }
}
