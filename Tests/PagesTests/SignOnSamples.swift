import Links
import Pages

/// Pages of single sign-on as a reader could meet them; everything in them is invented.
enum SignOnSamples {
    static let signOns: [(String, SignOnPage)] =
        [
            (
                "consent",
                .consent(
                    .init(
                        client: "示例 <平台>",
                        host: "https://platform.example",
                        scopes: ["openid", "profile", "email"],
                        name: "示例 <一>",
                        email: "a&b@example.cn",
                        token: "示例-token"
                    )
                )
            ), ("leave", .leave(client: "示例 <平台>", token: "t")), ("leave nobody", .leave(client: nil, token: "t")),
            ("left", .left),
        ] + SignOnPage.Refusal.allCases.map { ("refused \($0)", .refused($0)) }

    static func link(_ model: SignOnPage, _ language: PageLanguage) -> SignOnLink {
        let fields = ["client_id": "abc", "state": "a\"b", "redirect_uri": "https://platform.example/a?b=c&d"]
        let isOut =
            switch model {
            case .leave, .left: true
            case .consent, .refused: false
            }
        return SignOnLink(isOut ? .endSession : .authorize, fields, language: language)
    }

    static let consents: [[ConsentsPage.Line]] = [
        [.init(purpose: "account", client: nil, scopes: [], time: "2026-11-30 09:05")],
        [
            .init(purpose: "client/a", client: "示例 <平台>", scopes: ["openid", "email"], time: "2026-11-30 09:05"),
            .init(purpose: "client/b", client: nil, scopes: ["openid"], time: "2026-11-30 09:05"),
            .init(purpose: "account", client: nil, scopes: [], time: "2026-11-30 09:05"),
        ],
    ]

    static func client(_ isPublic: Bool) -> ClientsPage.Client {
        ClientsPage.Client(
            id: "abcdefghijklmnopqrstuvwxyz",
            name: "platform <1>",
            nameZh: "示例 <1>",
            nameEn: "platform <1>",
            isPublic: isPublic,
            redirects: ["https://platform.example/a", "https://platform.example/b"],
            postLogoutRedirects: isPublic ? [] : ["https://platform.example/left"],
            scopes: ["openid", "profile"],
            backChannelLogout: isPublic ? nil : "https://platform.example/told",
            by: "operator",
            reason: "<7>",
            created: "2026-11-30 09:05",
            version: 3
        )
    }

    private static let versions: [ClientsPage.Version] = [
        .init(
            number: 2,
            time: "2026-12-01 09:05",
            by: "operator",
            reason: "<8>",
            parts: ["name", "redirects", "postlogout", "backchannel", "scopes", "secret"]
        ),
        .init(number: 1, time: "2026-11-30 09:05", by: "operator", reason: "<7>", parts: []),
    ]

    static func clients(_ language: PageLanguage) -> [(String, ClientsPage)] {
        func page(
            of id: String? = nil,
            _ clients: [ClientsPage.Client],
            total: Int = 1,
            number: Int = 1,
            done: ClientLink.Done? = nil,
            isConfirmed: Bool = true,
            secret: ClientsPage.Secret? = nil,
            losses: [ClientsPage.Loss] = [],
            refusal: String? = nil
        ) -> ClientsPage {
            ClientsPage(
                link: ClientLink(id, page: number, done: done, language: language),
                clients: clients,
                total: total,
                token: "示例-token",
                isConfirmed: isConfirmed,
                secret: secret,
                versions: id == nil ? [] : versions,
                losses: losses,
                refusal: refusal,
                typed: ["name-zh": "<x>", "kind": "public", "scope": "openid", "do": id == nil ? "add" : "change"]
            )
        }
        let id = "abcdefghijklmnopqrstuvwxyz"
        let refusals = [
            "name-zh", "name-en", "redirect", "post-logout", "back-channel", "reason", "elsewhere", "conflict",
        ]
        return [
            ("none", page([], total: 0)), ("list", page([client(true), client(false)], total: 120, number: 2)),
            ("removed", page([client(true)], done: .removed, isConfirmed: false)),
            ("changed", page(of: id, [client(false)], done: .changed)),
            (
                "losses",
                page(
                    of: id,
                    [client(false)],
                    losses: [.init("redirects", ["https://platform.example/<b>"]), .init("scopes", ["profile"])]
                )
            ),
            ("nothing differs", page(of: id, [client(false)], refusal: "change")),
            ("one", page(of: id, [client(false)])), ("public", page(of: id, [client(true)])),
            ("made", page(of: id, [client(false)], secret: .init(client: id, text: "secret<"))),
            ("made public", page(of: id, [client(true)], secret: .init(client: id, text: nil))),
        ] + refusals.map { ("refused " + $0, page([client(true)], refusal: $0)) }
            + [("one refused", page(of: id, [client(false)], refusal: "reason"))]
    }
}
