import Links
import Pages

/// Pages of who administers accounts as a reader could meet them; everything in them is invented.
enum AdminSamples {
    typealias Render = (PageFrame) -> String

    private static let account = "account/abcdefghijklmnopqrstuvwxyz"
    private static let grant = "grant/abcdefghijklmnopqrstuvwxyz"

    private static func line(_ state: String) -> AdminAccountsPage.Line {
        .init(
            account: account,
            name: "示* <b>",
            email: "a***@example.cn",
            isConfirmed: state == "active",
            level: "unverified",
            state: state,
            created: "2026-11-30 09:05",
            roles: state == "active" ? ["staff<", "agent"] : []
        )
    }

    private static func grantLine(_ scope: String, isOver: Bool) -> AdminGrantsPage.Line {
        .init(
            grant: grant,
            account: account,
            name: isOver ? "" : "示*<",
            role: "staff<",
            scope: scope,
            place: scope == "nation" ? nil : "1101<",
            reason: "示例 <b>",
            by: isOver ? account : nil,
            from: "2026-11-30 09:05",
            until: isOver ? "2027-11-30 23:59" : nil,
            revoked: isOver ? "2026-12-30 09:05" : nil,
            isOver: isOver,
            canRevoke: !isOver
        )
    }

    /// Every page in every state.
    static func pages(_ pages: PageRenderer, _ language: PageLanguage) -> [(String, AdminLink, Render)] {
        var result: [(String, AdminLink, Render)] = []
        func add(
            _ name: String,
            _ link: AdminLink,
            _ refusal: AdminForm.Refusal? = nil,
            _ render: @escaping (AdminForm, PageFrame) -> String
        ) {
            var link = link
            link.language = language
            let typed = ["who": "a&b<", "reason": "<why>", "place": "11", "role": "staff", "scope": "region"]
            let form = AdminForm(link: link, token: "示例-token", typed: refusal == nil ? [:] : typed, refusal: refusal)
            result.append((name, link, { render(form, $0) }))
        }
        for (name, model) in [
            ("nobody", AdminPage(parts: [], roles: [], isWeak: false)),
            ("weak", AdminPage(parts: [], roles: ["r<"], isWeak: true)),
            ("both", AdminPage(parts: AdminPage.Part.allCases, roles: ["r<", "s"], isWeak: false)),
        ] {
            add("overview " + name, AdminLink()) { pages.admin(model, $1) }
        }
        let next = AdminLink(.accounts, after: "9:" + account, language: language)
        let accounts = AdminAccountsPage(lines: [line("active"), line("suspended")], next: next)
        add("accounts", AdminLink(.accounts)) { pages.adminAccounts(accounts, $0, $1) }
        add("accounts none", AdminLink(.accounts), .notFound) {
            pages.adminAccounts(AdminAccountsPage(lines: [], next: nil), $0, $1)
        }
        for state in ["active", "suspended"] {
            let isMasked = state == "active"
            let model = AdminAccountPage(
                line: line(state),
                isMasked: isMasked,
                stateReason: isMasked ? nil : "<why>",
                hasTimeCode: isMasked,
                canUnmask: isMasked,
                canChangeState: true,
                canSeeGrants: isMasked
            )
            add("account " + state, AdminLink(.account(account), done: .restored)) { pages.adminAccount(model, $0, $1) }
            add("account refused " + state, AdminLink(.account(account)), .reason) {
                pages.adminAccount(model, $0, $1)
            }
        }
        let roles = [AdminGrantsPage.Role(id: "staff", name: "staff<"), .init(id: "agent", name: "agent")]
        let lines = ["nation", "region", "institution", "organisation"].map { grantLine($0, isOver: $0 == "region") }
        let more = AdminLink(.grants, role: "staff", after: "9:" + grant, language: language)
        let grants = AdminGrantsPage(lines: lines, next: more, roles: roles, canGrant: true)
        add("grants", AdminLink(.grants, role: "staff", done: .granted)) { pages.adminGrants(grants, $0, $1) }
        add("grants none", AdminLink(.grants, account: account)) {
            pages.adminGrants(AdminGrantsPage(lines: [], next: nil, roles: roles, canGrant: false), $0, $1)
        }
        for refusal in AdminForm.Refusal.allCases {
            add("grants \(refusal)", AdminLink(.grants), refusal) { pages.adminGrants(grants, $0, $1) }
        }
        for kind in AdminAuditPage.kinds {
            var link = AdminLink(.audit, account: kind == "log" ? nil : account)
            link.kind = kind
            link.since = "2026-11-01"
            var next = link
            next.language = language
            next.after = "9:00ff"
            let row = AdminAuditPage.Line(
                time: "2026-11-30 09:05",
                what: kind == "events" ? "signedIn" : "readAccount<",
                account: account,
                name: kind == "log" ? "" : "示*<",
                author: "operator",
                detail: "<why>",
                address: "192.0.2.x"
            )
            let model = AdminAuditPage(
                kind: kind,
                lines: kind == "disclosures" ? [] : [row],
                next: next,
                canVerify: kind != "log"
            )
            add("audit " + kind, link) { pages.adminAudit(model, $0, $1) }
        }
        let faults = ["sealed-row", "new-kind<"].map {
            AdminVerificationPage.Fault(kind: $0, place: "line 2, row <3>", detail: "it was changed & <b>")
        }
        func found(_ faults: [AdminVerificationPage.Fault], isWhole: Bool = true) -> AdminVerificationPage.Result {
            .init(
                by: account,
                began: "2026-11-30 09:05",
                ended: "2026-11-30 09:06",
                lines: 1_234,
                entries: 56,
                rows: isWhole ? 789 : 0,
                checksSignatures: isWhole,
                faults: faults,
                isCut: faults.count > 1,
                isWhole: isWhole
            )
        }
        for (name, model) in [
            ("none", AdminVerificationPage(waitingSince: "2026-11-30 09:05", result: nil)),
            ("sound", AdminVerificationPage(waitingSince: nil, result: found([]))),
            ("wrong", AdminVerificationPage(waitingSince: nil, result: found(Array(faults.prefix(1))))),
            ("many", AdminVerificationPage(waitingSince: nil, result: found(faults))),
            ("broken", AdminVerificationPage(waitingSince: nil, result: found([], isWhole: false))),
        ] {
            add("verification " + name, AdminLink(.verification)) { pages.adminVerification(model, $0, $1) }
        }
        add("verification elsewhere", AdminLink(.verification), .elsewhere) {
            pages.adminVerification(AdminVerificationPage(waitingSince: nil, result: nil), $0, $1)
        }
        for done in AdminLink.Done.allCases {
            add("grant \(done)", AdminLink(.grant(grant), done: done)) {
                pages.adminGrant(grantLine("region", isOver: done == .revoked), $0, $1)
            }
        }
        return result
    }
}
