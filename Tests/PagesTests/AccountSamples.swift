import Links
import Pages

/// Pages of accounts as a reader could meet them; everything in them is invented.
enum AccountSamples {
    typealias Render = (PageFrame) -> String

    /// Characters of a password.
    static let lengths = 10...256

    static func form(
        _ place: AccountLink.Place,
        _ language: PageLanguage,
        next: String? = nil,
        done: AccountLink.Done? = nil,
        _ refusal: AccountForm.Refusal? = nil
    ) -> AccountForm {
        AccountForm(
            link: AccountLink(place, next: next, done: done, language: language),
            token: "示例-token",
            name: "示例 <b>一</b>",
            email: "a&b@example.cn",
            refusal: refusal
        )
    }

    static let refusals: [AccountForm.Refusal] =
        AccountForm.Refusal.Kind.allCases.map { AccountForm.Refusal($0, count: 10, text: "<示例>") }
        + [.init(.wait, count: 90, text: "21:30"), .init(.wait, count: 60, text: "21:29"), .init(.wait, count: 1)]

    static func account(_ language: PageLanguage, events: Int = 2) -> AccountPage {
        AccountPage(
            account: "account/abcdefghijklmnopqrstuvwxyz",
            name: "示例 <i>一</i>",
            email: "a&b@example.cn",
            isConfirmed: false,
            level: "unverified",
            hasTimeCode: true,
            created: "2026-11-30 09:05",
            sessions: [
                .init(
                    id: "00ff",
                    isThis: true,
                    created: "2026-11-30 09:05",
                    seen: "2026-11-30 10:00",
                    ends: "2026-12-07 09:05",
                    agent: "Firefox, Linux",
                    address: "192.0.2.x"
                ),
                .init(
                    id: "11ee",
                    isThis: false,
                    created: "2026-11-29 09:05",
                    seen: "2026-11-29 10:00",
                    ends: "2026-12-06 09:05",
                    agent: "",
                    address: ""
                ),
            ],
            roles: [.init(name: "reader<", place: "示例省", until: "2027-01-01 00:00"), .init(name: "editor")],
            events: (0..<events).map { .init(kind: "event\($0)", time: "2026-11-30 09:05", address: "192.0.2.x") },
            eventDays: 200,
            isMailing: true,
            invitations: events
        ).administering(language)
    }

    static func data(_ language: PageLanguage) -> AccountDataPage {
        AccountDataPage(
            name: "示例 <i>一</i>",
            language: language,
            items: AccountDataPage.Item.Kind.allCases.map { .init($0, $0 == .roles ? "" : "<\($0)>") },
            eventDays: 200,
            looks: language == .zh
                ? []
                : [
                    .init(
                        time: "2026-11-30 09:05",
                        role: "staff<",
                        place: "1101",
                        fields: ["name", "x<"],
                        reason: "<why>"
                    ),
                    .init(time: "2026-11-30 09:04", role: nil, place: nil, fields: ["email"], reason: ""),
                ],
            disclosureDays: 1_096,
            signOns: language == .zh
                ? []
                : [
                    .init(
                        name: "示例 <p>",
                        scopes: ["openid", "email"],
                        began: "2026-11-30 09:05",
                        refreshed: "2026-11-30 09:15"
                    ),
                    .init(name: "示例 b", scopes: ["openid"], began: "2026-11-30 09:04", refreshed: nil),
                ]
        )
    }

    /// What an account keeps: nothing yet, and something of each kind.
    static let kept: [AccountKeptPage] = [
        AccountKeptPage(rows: [], count: 0, most: 5_000),
        AccountKeptPage(
            rows: [
                .init(
                    id: "aa",
                    kind: "records",
                    title: "示例 <b>",
                    href: nil,
                    tags: ["<t>"],
                    note: "a & b",
                    kept: "2026-11-30"
                ),
                .init(id: "bb", kind: "searches", title: "a", href: nil, kept: "2026-11-29"),
                .init(id: "cc", kind: "sets", title: "a", href: nil, queries: "a\n<b>", kept: ""),
            ],
            count: 3,
            most: 5_000,
            next: "cc"
        ),
    ]

    static let offered: [AccountForm.Provider] = [
        .init(id: "sample", name: "示例 <平台>"), .init(id: "other", name: "Other"),
    ]

    /// Outside accounts: none and no provider, none yet, and two.
    static let providers: [(String, ProvidersPage)] = [
        ("missing", ProvidersPage(lines: [], offered: [])), ("none", ProvidersPage(lines: [], offered: offered)),
        (
            "two",
            ProvidersPage(
                lines: [
                    .init(id: "k<", provider: "示例 <平台>", time: "2026-11-30 09:05"),
                    .init(id: "l", provider: "gone", time: "2026-11-29 09:05"),
                ],
                offered: offered
            )
        ),
    ]

    /// Keys for programs: none yet, some, and one just made.
    static func keys(_ language: PageLanguage) -> [KeysPage] {
        let empty = KeysPage(
            keys: [],
            most: 20,
            days: 365,
            dayQuota: 1_000_000,
            scopes: [
                .init(id: "search", text: "示例 <s>", isChosen: true),
                .init(id: "account:read", text: "b", isChosen: false),
            ],
            name: "\"<i>",
            lastDay: "2027-11-30",
            addresses: "</textarea>",
            isCertain: true,
            example: "https://ip.example.cn/search.json?q=%E7%94%B5%E6%B1%A0"
        )
        var some = empty
        some.keys = [
            .init(
                id: "key/a",
                name: "示例 <b>",
                scopes: ["s", "r"],
                addresses: ["192.0.2.0/24", "2001:db8::/32"],
                created: "2026-11-30",
                ends: "2027-11-30",
                used: "2026-11-30",
                address: "192.0.2.x",
                today: 1_200
            ),
            .init(id: "key/b", name: "b", scopes: [], created: "2026-11-29", ends: "2026-11-29", isInForce: false),
            .init(
                id: "key/c",
                name: "c",
                scopes: ["s"],
                created: "2026-11-29",
                ends: "2027-11-29",
                isInForce: false,
                isRevoked: true,
                used: "2026-11-29"
            ),
        ]
        var made = some
        made.made = "hz_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaxgapccy"
        var asking = some
        asking.isCertain = false
        return [empty, some, made, asking]
    }

    /// Every page in every state.
    static func pages(_ pages: PageRenderer, _ language: PageLanguage) -> [(String, AccountLink, Render)] {
        var result: [(String, AccountLink, Render)] = []
        func add(_ name: String, _ form: AccountForm, _ render: @escaping (AccountForm, PageFrame) -> String) {
            result.append((name, form.link, { render(form, $0) }))
        }
        let next = language == .zh ? "/account/two-step" : "/account/two-step?lang=en"
        add("sign-up", form(.signUp, language, next: next)) { pages.signUp($0, lengths: lengths, $1) }
        add("sign-in", form(.signIn, language, next: next, done: .closed)) {
            pages.signIn($0, isOpen: true, isMailing: true, $1)
        }
        add("sign-in closed", form(.signIn, language)) { pages.signIn($0, isOpen: false, isMailing: false, $1) }
        for (place, refusal) in refusals.enumerated() {
            add("sign-up \(place)", form(.signUp, language, refusal)) { pages.signUp($0, lengths: lengths, $1) }
            add("sign-in \(place)", form(.signIn, language, refusal)) {
                pages.signIn($0, isOpen: true, isMailing: true, $1)
            }
            add("reset \(place)", form(.reset, language, refusal)) {
                pages.reset($0, minutes: 30, lengths: lengths, $1)
            }
            add("email \(place)", form(.email, language, refusal)) { pages.email($0, minutes: 30, $1) }
            add("password \(place)", form(.password, language, refusal)) { pages.password($0, lengths: lengths, $1) }
            add("data \(place)", form(.data, language, refusal)) { pages.accountData(data(language), $0, $1) }
        }
        var linking = form(.signIn, language, next: next)
        linking.linking = .init(pending: "p<", provider: "示例 <平台>", account: "示例 <安娜>")
        linking.providers = offered
        for (name, isOpen) in [("linking", true), ("linking closed", false)] {
            add(name, linking) { pages.signIn($0, isOpen: isOpen, isMailing: true, $1) }
        }
        add("linking code", linking) { pages.code($0, pending: "p<", $1) }
        linking.link.place = .signUp
        add("linking sign-up", linking) { pages.signUp($0, lengths: lengths, $1) }
        var choosing = form(.signIn, language)
        choosing.providers = offered
        add("sign-in with providers", choosing) { pages.signIn($0, isOpen: true, isMailing: true, $1) }
        for (name, model) in providers {
            for isCertain in [true, false] {
                var form = form(.providers, language, done: isCertain ? .linked : nil)
                form.isCertain = isCertain
                add("providers \(name) \(isCertain)", form) { pages.providers(model, $0, $1) }
            }
        }
        add("code", form(.signIn, language, next: next)) { pages.code($0, pending: "p<", $1) }
        add("code wrong", form(.signIn, language, .init(.code))) { pages.code($0, pending: "p", $1) }
        add("reset", form(.reset, language)) { pages.reset($0, minutes: nil, lengths: lengths, $1) }
        add("email", form(.email, language)) { pages.email($0, minutes: nil, $1) }
        add("confirm", form(.confirm, language, next: next)) { pages.confirmation($0, minutes: 10, $1) }
        add("confirm wrong", form(.confirm, language, .init(.password))) { pages.confirmation($0, minutes: 10, $1) }
        add("password", form(.password, language)) { pages.password($0, lengths: lengths, $1) }
        let key = TwoStepPage.Key(
            text: "ABCD EFGH <2>",
            address: "otpauth://totp/%E6%83%A0%E7%9F%A5:a?secret=ABCD&issuer=x"
        )
        let states: [TwoStepPage] = [
            .off, .entering(key), .entering(nil), .on(recoveryLeft: 1), .on(recoveryLeft: 10),
            .codes(["aaaaa-bbbbb", "<"]),
        ]
        for (place, state) in states.enumerated() {
            add("two-step \(place)", form(.twoStep, language)) { pages.twoStep(state, $0, $1) }
        }
        add("two-step wrong", form(.twoStep, language, .init(.code))) { pages.twoStep(.entering(nil), $0, $1) }
        for done in AccountLink.Done.allCases {
            add("overview \(done)", form(.overview, language, done: done)) { pages.account(account(language), $0, $1) }
        }
        add("overview elsewhere", form(.overview, language, .init(.elsewhere))) {
            pages.account(account(language, events: 0), $0, $1)
        }
        for (place, model) in keys(language).enumerated() {
            add("keys \(place)", form(.keys, language)) { pages.keys(model, $0, $1) }
        }
        add("keys refused", form(.keys, language, .init(.keyAddress, text: "<1.2>"))) {
            pages.keys(keys(language)[1], $0, $1)
        }
        for (place, model) in kept.enumerated() {
            add("kept \(place)", form(.kept, language)) { pages.accountKept(model, $0, $1) }
        }
        add("kept wrong", form(.kept, language, .init(.keptWrong, text: "records[0].<id>"))) {
            pages.accountKept(kept[1], $0, $1)
        }
        add("data", form(.data, language)) { pages.accountData(data(language), $0, $1) }
        return result
    }
}

extension AccountPage {
    /// The same with a role of administration.
    fileprivate func administering(_ language: PageLanguage) -> AccountPage {
        var page = self
        page.administers = true
        page.drafts = RegisterSamples.drafts(language)
        return page
    }
}
