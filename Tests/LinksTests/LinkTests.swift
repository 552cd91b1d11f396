import Links
import Testing

struct LinkTests {
    private static let network = {
        var link = NetworkLink(language: .en).from("34.2656,-108.9541")
        link.list.text = "a b"
        link.list.choices = [.init(field: "services", code: "search")]
        link.list.region = "610100"
        link.list.page = 2
        link.isOpen = true
        return link
    }()

    @Test(arguments: [
        (Link.home(.zh), "/"),
        (.home(.en), "/?lang=en"),
        (.search(SearchState()), "/search"),
        (.search(SearchState(query: "石墨烯 散热膜")), "/search?q=%E7%9F%B3%E5%A2%A8%E7%83%AF+%E6%95%A3%E7%83%AD%E8%86%9C"),
        (.record(RecordLink(.patent, "CN2021190000121")), "/patent/CN2021190000121"),
        (.record(RecordLink(.gi, "PDO/IT 2", language: .en)), "/gi/PDO%2FIT%202?lang=en"),
        (.recordFile(RecordLink(.patent, "CN2021190000121"), .ris), "/patent/CN2021190000121.ris"),
        (.drawing(DrawingLink(RecordLink(.patent, "CN1"), place: 12)), "/patent/CN1/drawings/12.png"),
        (
            .drawing(DrawingLink(RecordLink(.patent, "CN1"), place: 1, digest: "0123456789abcdef0123")),
            "/patent/CN1/drawings/1-0123456789abcdef.png"
        ),
        (
            .recordFile(RecordLink(.patent, "CN2021190000121", language: .en), .txt),
            "/patent/CN2021190000121.txt?lang=en"
        ),
        (.page(.accessibility, .zh), "/accessibility"),
        (.page(.help, .en), "/help?lang=en"),
        (.translation(TranslationLink()), "/translate"),
        (
            .translation(TranslationLink(#"ti any "a b""#, from: .espacenet, language: .en)),
            "/translate?q=ti+any+%22a+b%22&from=espacenet&lang=en"
        ),
        (.history(PastedText()), "/history"),
        (.history(PastedText("a\r\n#1", language: .en)), "/history?h=a%0A%231&lang=en"),
        (.numbers(PastedText("CN1\r\nCN2", language: .en)), "/numbers?n=CN1%0ACN2&lang=en"),
        (
            .fields(FieldsLink([.init("TI", "a b"), .init("AD.from", "2015")], language: .en)),
            "/fields?TI=a+b&AD.from=2015&lang=en"
        ),
        (
            .fees(FeesLink(right: "design", filed: "2021-06-01", granted: "2022", payer: "one", language: .en)),
            "/fees?right=design&filed=2021-06-01&granted=2022&payer=one&lang=en"
        ),
        (.compare(CompareLink()), "/compare"),
        (
            .compare(CompareLink(["patent/CN1", " CN 2 ", "patent/CN1", " "], language: .en)),
            "/compare?record=patent/CN1&record=CN+2&lang=en"
        ),
        (.classes(ClassLink(words: " a  b ")), "/classes?q=a+b"),
        (.classes(ClassLink(.ipc, language: .en)), "/classes/ipc?lang=en"),
        (.classes(ClassLink(.ipc, "H01M10/05", language: .en)), "/classes/ipc/H01M10/05?lang=en"),
        (.classes(ClassLink(.vienna, "7.1")), "/classes/vienna/7.1"),
        (.classes(ClassLink(.nice, "a b")), "/classes/nice/a%20b"),
        (.concordance(ConcordanceLink("H01M\r\nG06F", from: .cpc)), "/concordance?s=H01M%0AG06F&from=cpc"),
        (.codes(CodesLink("US B2", language: .en)), "/codes?q=US+B2&lang=en"),
        (.indicators(IndicatorLink()), "/figures"),
        (
            .indicators(IndicatorLink(.indicator("key-outlets"), in: "610000", page: 2, language: .en)),
            "/figures/key-outlets?in=610000&page=2&lang=en"
        ),
        (
            .indicators(IndicatorLink(.indicator("a"), in: "西安", at: "2025-06")),
            "/figures/a?in=%E8%A5%BF%E5%AE%89&month=2025-06"
        ),
        (.indicators(IndicatorLink(.ranking("a"), at: "2025-06")), "/figures/a/ranking"),
        (.indicators(IndicatorLink(.ranking("a"))), "/figures/a/ranking"),
        (
            .indicators(IndicatorLink(.planner("a"), byEnterprises: true)),
            "/figures/a/planner?by=enterprises"
        ),
        (.plan(PlanLink()), "/plan"), (.plan(PlanLink("2023-2025", language: .en)), "/plan?name=2023-2025&lang=en"),
        (.network(NetworkLink()), "/network"),
        (.network(network), "/network?q=a+b&f=services:search&in=610100&page=2&at=34.266,-108.954&open=yes&lang=en"),
        (.registers(RegisterLink(.poster("town", "a"), language: .en)), "/registers/town/a/poster?lang=en"),
        (.like(LikeLink()), "/like"), (.like(LikeLink("a b", language: .en)), "/like?q=a+b&lang=en"),
        (.like(LikeLink(record: "patent/CN1")), "/like?record=patent/CN1"),
        (
            .signOn(
                SignOnLink(.authorize, ["state": "a b&c", "client_id": "x", "evil": "1", "nonce": ""], language: .en)
            ), "/oauth/authorize?client_id=x&state=a+b%26c&lang=en"
        ),
        (.signOn(SignOnLink(.endSession, ["ui_locales": "fr en-GB zh"])), "/oauth/end-session?ui_locales=fr+en-GB+zh"),
        (.clients(ClientLink(page: 2, done: .removed)), "/admin/clients?page=2&done=removed"),
        (
            .clients(ClientLink("abcdefghijklmnopqrstuvwx23", language: .en)),
            "/admin/clients/abcdefghijklmnopqrstuvwx23?lang=en"
        ),
        (.registers(RegisterLink()), "/registers"),
        (.registers(RegisterLink(.register("town-2"), language: .en)), "/registers/town-2?lang=en"),
        (.registers(RegisterLink(.entry("town", "abc-1_2"), done: .saved)), "/registers/town/abc-1_2?done=saved"),
        (.registers(RegisterLink(.history("town", "a"))), "/registers/town/a/history"),
        (.registers(RegisterLink(.new("town"), language: .en)), "/registers/town/new?lang=en"),
        (.registers(RegisterLink(.edit("town", "a"))), "/registers/town/a/edit"),
        (.registers(RegisterLink(.table("town"), language: .en)), "/registers/town/import?lang=en"),
        (.registers(RegisterLink(.register("town"), done: .imported)), "/registers/town?done=imported"),
        (.registers(RegisterLink(.proposals("town"), done: .refused)), "/registers/town/proposals?done=refused"),
        (.registers(RegisterLink(.proposal("town", "a"))), "/registers/town/proposals/a"),
        (.account(AccountLink()), "/account"),
        (.account(AccountLink(.signUp, language: .en)), "/account/sign-up?lang=en"),
        (.account(AccountLink(done: .ended)), "/account?done=ended"),
        (
            .account(AccountLink(.organisations, item: "abcdefghijklmnopqrstuvwxyz", done: .made, language: .en)),
            "/account/organisations/abcdefghijklmnopqrstuvwxyz?done=made&lang=en"
        ),
        (
            .account(AccountLink(.signIn, next: "/search?q=a&page=2", language: .en)),
            "/account/sign-in?next=/search%3Fq%3Da%26page%3D2&lang=en"
        ),
        (.openSearch(.en), "/opensearch.xml?lang=en"),
        (.openAPI, "/openapi.json"),
        (.asset("huizhi-0123.css"), "/assets/huizhi-0123.css"),
        (.other(path: "/甲 乙", .en), "/%E7%94%B2%20%E4%B9%99?lang=en"),
    ])
    func `prints every kind of place and reads it back`(link: Link, text: String) {
        #expect(link.text == text)
        #expect(Self.read(text).link == link)
    }

    @Test func `reads the form of the answer from the suffix`() {
        #expect(Self.read("/search.csv?q=a") == LinkRequest(.search(SearchState(query: "a")), format: .csv))
        #expect(Self.read("/patent/CN1.json") == LinkRequest(.record(RecordLink(.patent, "CN1")), format: .json))
        #expect(Self.read("/index.json") == LinkRequest(.home(.zh), format: .json))
        #expect(Self.read("/patent/CN1.csv").link == .recordFile(RecordLink(.patent, "CN1"), .csv))
        #expect(Self.read("/patent/CN1.atom").link == .other(path: "/patent/CN1.atom", .zh))
        #expect(Self.read("/nowhere.ris").link == .other(path: "/nowhere.ris", .zh))
    }

    @Test(arguments: [
        "/classes/", "/classes/none", "/classes/ipc/", "/classesx", "/patent", "/patent/", "/nowhere", "/index",
        "/about.json", "//search", "/%zz", "/\u{0}",
    ])
    func `an address that is none of ours stays what it was`(path: String) {
        guard case .other(let kept, .en) = Self.read(path + "?lang=en").link else {
            Issue.record("\(path) was taken for a place")
            return
        }
        #expect(kept == path)
    }

    @Test func `nothing of what was asked stands in the place without it`() {
        for address in [
            "/search?q=secret", "/patent/CN1?q=secret&at=1", "/fields?TI=secret", "/fees?filed=secret",
            "/translate?q=secret",
            "/history?h=secret", "/like?q=secret", "/numbers?n=secret", "/concordance?s=secret",
            "/compare?record=secret",
            "/related?q=secret", "/names?q=secret&pick=secret", "/names/propose?spelling=secret&holder=a",
            "/classes?q=secret", "/classes/ipc?q=secret",
            "/codes?q=secret", "/plan?name=secret", "/network?q=secret&in=secret&at=secret&of=a",
            "/suggest.json?q=secret",
            "/account/sign-in?next=/search%3Fq%3Dsecret",
        ] {
            let halves = address.split(separator: "?")
            let link = LinkRequest(path: String(halves[0]), query: String(halves[1])).link
            #expect(link.text.contains("secret"), "\(address)")
            #expect(!link.withoutText.text.contains("secret"), "\(address)")
        }
    }

    @Test func `names the machine twins`() {
        let state = SearchState(query: "a", language: .en).going(to: 3).opening("status")
        #expect(Link.search(state).twin(.json) == "/search.json?q=a&page=3")
        #expect(Link.search(state).twin(.csv) == "/search.csv?q=a&page=3")
        #expect(Link.search(state).twin(.atom) == "/search.atom?q=a&sort=newest&lang=en")
        #expect(Link.search(state.sorted(by: .oldest)).twin(.atom) == "/search.atom?q=a&sort=oldest&lang=en")
        let table = SearchState(query: "a").viewed(as: .table).withColumns([.title, .date])
        #expect(Link.search(table).twin(.json) == "/search.json?q=a")
        #expect(Link.search(table).twin(.csv) == "/search.csv?q=a&columns=title,date")
        #expect(Link.search(table).twin(.atom) == "/search.atom?q=a&sort=newest")
        let record = RecordLink(.design, "CN1", language: .en).found(by: state, at: 41)
        #expect(Link.record(record).twin(.json) == "/design/CN1.json")
        #expect(Link.record(record).twin(.csv) == nil)
        #expect(Link.home(.en).twin(.json) == "/index.json")
        #expect(Link.page(.about, .zh).twin(.json) == nil)
        let translation = TranslationLink(" a.ti.", from: .ppubs, language: .en)
        #expect(Link.translation(translation).twin(.json) == "/translate.json?q=a.ti.&from=ppubs")
        #expect(Link.translation(TranslationLink()).twin(.json) == nil)
        let history = PastedText("a\n#1", language: .en)
        #expect(Link.history(history).twin(.json) == "/history.json?h=a%0A%231")
        #expect(Link.history(PastedText()).twin(.json) == nil)
        #expect(Link.like(LikeLink(record: "gi/1", language: .en)).twin(.json) == "/like.json?record=gi/1")
        #expect(Link.like(LikeLink()).twin(.json) == nil)
        let numbers = PastedText("1", language: .en)
        #expect(Link.numbers(numbers).twin(.json) == "/numbers.json?n=1")
        #expect(Link.numbers(numbers).twin(.csv) == "/numbers.csv?n=1&lang=en")
        #expect(Link.numbers(PastedText()).twin(.csv) == nil)
        #expect(Link.translation(translation).twin(.csv) == nil)
        let compare = CompareLink(["patent/CN1", "2"], language: .en)
        #expect(Link.compare(compare).twin(.json) == "/compare.json?record=patent/CN1&record=2")
        #expect(Link.compare(compare.removing("2")).twin(.csv) == "/compare.csv?record=patent/CN1&lang=en")
        #expect(Link.compare(CompareLink()).twin(.json) == nil)
    }

    @Test func `a display choice keeps the place`() {
        let link = Link.search(SearchState(query: "a", language: .en))
        #expect(link.choosing(.theme(.dark)) == "/search?q=a&lang=en&theme=dark")
        #expect(link.choosing(.size(.large)) == "/search?q=a&lang=en&size=large")
        #expect(Link.home(.zh).choosing(.standard) == "/?display=standard")
        #expect(Self.read("/search?q=a&lang=en&theme=dark") == LinkRequest(link, choice: .theme(.dark)))
        #expect(Self.read("/?size=large").choice == .size(.large))
        #expect(Self.read("/?display=standard").choice == .standard)
        #expect(Self.read("/?theme=pink").choice == nil)
    }

    @Test func `one click changes the language and keeps the place`() {
        let state = SearchState(query: "a", register: .trademark).going(to: 2)
        #expect(Link.search(state).inLanguage(.en).text == "/search?q=a&in=trademark&page=2&lang=en")
        let record = RecordLink(.patent, "CN1").found(by: state, at: 7)
        #expect(Link.record(record).inLanguage(.en).text == "/patent/CN1?q=a&in=trademark&at=7&lang=en")
        #expect(Link.record(record).inLanguage(.en).inLanguage(.zh).text == Link.record(record).text)
        #expect(Link.openAPI.inLanguage(.en) == .openAPI)
    }

    @Test func `a record keeps the search it was found by`() {
        let state = SearchState(query: "a", facets: [FacetSelection("status", "live")], language: .en)
        let record = RecordLink(.patent, "CN1").found(by: state, at: 7)
        #expect(Link.record(record).text == "/patent/CN1?q=a&f.status=live&at=7&lang=en")
        #expect(Self.read(Link.record(record).text).link == .record(record))
        let later = RecordLink(.patent, "CN1").found(by: state.going(to: 3).opening("status"), at: 7)
        #expect(later == record)
        #expect(record.permanent == RecordLink(.patent, "CN1"))
        #expect(RecordLink(entry: "patent/CN1") == record.permanent)
        #expect(RecordLink(entry: "course/1") == nil)
        #expect(record.entry == "patent/CN1")
    }

    @Test func `who has proved who it is comes back to the same request, and is not asked again for two minutes`() {
        let fields = ["client_id": "x", "prompt": "login consent", "max_age": "0", "ui_locales": "en"]
        let link = SignOnLink(.authorize, fields)
        #expect(
            link.language == .en
                && link.confirmed.fields == [
                    "client_id": "x", "prompt": "consent", "max_age": "120", "ui_locales": "en",
                ]
        )
        #expect(SignOnLink(.authorize, ["prompt": "login"]).confirmed.fields == ["max_age": "120"])
        #expect(SignOnLink(.authorize, ["max_age": "3600"]).confirmed.fields == ["max_age": "3600"])
        let back = AccountLink(.signIn, next: Link.signOn(link.confirmed).text)
        #expect(back.destination == .signOn(link.confirmed))
        // Signing out leads on by itself.
        #expect(AccountLink(.signIn, next: "/oauth/end-session").next == nil)
    }

    @Test func `an account's address holds no name, address or password of a form`() {
        let form =
            "name=secret&email=secret&password=secret&old=secret&code=secret&pending=secret&form=secret&done=secret"
        for place in AccountLink.Place.allCases {
            let link = Self.read(Link.account(AccountLink(place)).text + "?" + form).link
            #expect(link == .account(AccountLink(place)), "\(place)")
        }
        #expect(Link.account(AccountLink()).twin(.json) == "/account.json")
        #expect(Link.account(AccountLink(.data, language: .en)).twin(.json) == "/account/data.json")
        #expect(Link.account(AccountLink(.password)).twin(.json) == nil)
        let item = "/account/authorisations/abcdefghijklmnopqrstuvwxy2"
        #expect(
            Self.read(item + ".json").link == .account(AccountLink(.authorisations, item: "abcdefghijklmnopqrstuvwxy2"))
        )
        var part = AccountLink(.organisations, item: "abcdefghijklmnopqrstuvwxyz", language: .en)
        part.isPast = true
        part.after = "-7.x"
        let address = "/account/organisations/abcdefghijklmnopqrstuvwxyz"
        #expect(Link.account(part).text == address + "?past=1&after=-7.x&lang=en")
        #expect(Link.account(part).twin(.json) == address + ".json?past=1&after=-7.x")
        #expect(Self.read(Link.account(part).text).link == .account(part))
        for none in ["/account/organisations/A", item + "/x", "/account/data/abcdefghijklmnopqrstuvwxyz", item + "3"] {
            #expect(Self.read(none).link == .other(path: none, .zh), "\(none)")
        }
        #expect(Self.read("/account/password.json").link == .other(path: "/account/password.json", .zh))
    }

    @Test func `after signing in one goes on to a page of this site, in the language chosen meanwhile`() {
        let link = AccountLink(.signIn, next: "/account/two-step")
        #expect(link.destination == .account(AccountLink(.twoStep)))
        #expect(AccountLink(.signIn).destination == .account(AccountLink()))
        #expect(AccountLink(.signIn, language: .en).destination == .account(AccountLink(language: .en)))
        let english = Link.account(link).inLanguage(.en)
        #expect(english.text == "/account/sign-in?next=/account/two-step%3Flang%3Den&lang=en")
        #expect(AccountLink(.confirm, next: "/patent/CN1?q=a&at=2").next == "/patent/CN1?q=a&at=2")
    }

    @Test(arguments: [
        "", "account", "//evil.example", "///evil.example", "/\\evil.example", "\\evil.example", "https://evil.example",
        "https:/patent/CN1", "xpatent/CN1", "//evil.example/search", "/search/../../evil", "/%2Fevil.example",
        "/%5Cevil.example", "/\tevil.example", "/search\r\nLocation: https://evil.example", "/search?q=a\r\nb",
        " /search", "/search ", "/search#//evil.example", "/search?q=%0d%0a", "javascript:alert(1)", "/nowhere",
        "/patent//evil.example", "@evil.example", "/@evil.example", "/account/sign-in", "/account/sign-up?lang=en",
        "/account/confirm", "/account/reset", "/account/sign-in?next=/account", "/account.json", "/search.csv",
        "/openapi.json",
        "/assets/page.js", "/?theme=dark", "/search?q=" + String(repeating: "a", count: 4_000),
    ])
    func `nobody is led on to what is not, sign by sign, the address of a page`(next: String) {
        #expect(AccountLink(.signIn, next: next).next == nil)
        var parameters = Parameters()
        parameters.append("next", next)
        guard case .account(let link) = Self.read("/account/sign-in?" + parameters.text).link else {
            Issue.record("not read")
            return
        }
        #expect(link.next == nil && link.destination == .account(AccountLink()))
    }

    private static func read(_ text: String) -> LinkRequest {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return LinkRequest(path: parts[0], query: parts.count == 2 ? parts[1] : "")
    }
}
