import Links
import Pages

/// Pages of organisations and authorisations as a reader could meet them; everything in them is invented.
enum OrganisationSamples {
    private static let item = "abcdefghijklmnopqrstuvwxyz"

    private static func row(_ state: String, _ power: String = "agent") -> AuthorisationRow {
        AuthorisationRow(
            item: item,
            principal: "示例 <公司>",
            holder: state == "declined" ? "" : "示例 <一>",
            power: "power<",
            powerName: power,
            business: state == "revoked" ? ["business<", "other"] : [],
            state: state,
            reason: "<示例>",
            by: state == "declined" ? nil : "示例",
            revokedBy: state == "revoked" ? "示例" : nil,
            made: "2026-11-30 09:05",
            lapses: "2026-12-30 09:05",
            from: state == "inEffect" ? "2026-11-30 09:05" : nil,
            until: state == "inEffect" ? "2027-12-31 23:59" : nil,
            ended: state == "revoked" ? "2026-12-01 09:05" : nil,
            endReason: state == "revoked" ? "<示例>" : nil
        )
    }

    private static let choices = ["a<", "b"].map { InvitationForm.Choice(value: $0, name: $0, isChosen: $0 == "b") }
    private static let invitation = InvitationForm(
        who: "a&b@example.cn",
        until: "",
        reason: "<示例>",
        powers: choices,
        business: choices
    )

    private static func face(_ state: String = "active", _ level: String = "unverified") -> OrganisationPage.Face {
        OrganisationPage.Face(
            item: item,
            name: "示例 <公司>",
            code: "91990000990000014B",
            region: "110105",
            kind: state == "active" ? "organisation" : "agency",
            level: level,
            state: state,
            powers: ["power<", "b"]
        )
    }

    static func pages(
        _ pages: PageRenderer,
        _ language: PageLanguage
    ) -> [(String, AccountLink, AccountSamples.Render)] {
        let states = ["invited", "lapsed", "declined", "inEffect", "ended", "revoked"]
        let typed = OrganisationPage.Typed(kind: "agency", name: "示例 <公司>", code: "9", region: "1", reason: "<")
        var result: [(String, AccountLink, AccountSamples.Render)] = []
        func add(
            _ name: String,
            _ place: AccountLink.Place,
            _ item: String?,
            isPast: Bool = false,
            _ refusal: AccountForm.Refusal? = nil,
            isCertain: Bool = true,
            _ render: @escaping (AccountForm, PageFrame) -> String
        ) {
            var link = AccountLink(place, item: item, language: language)
            link.isPast = isPast
            var form = AccountForm(link: link, token: "示例-token", refusal: refusal)
            form.isCertain = isCertain
            result.append((name, link, { render(form, $0) }))
        }
        for (name, faces) in [("none", []), ("two", [face(), face("closed", "verified")])] {
            add("organisations " + name, .organisations, nil) {
                pages.organisations(OrganisationsPage(organisations: faces, typed: typed), $0, $1)
            }
        }
        for (name, isPast, isManaged, isCertain) in [
            ("managed", false, true, true), ("past", true, true, true), ("read", false, false, true),
            ("uncertain", false, true, false),
        ] {
            let model = OrganisationPage(
                face: face(),
                created: "2026-11-30 09:05",
                own: [row("inEffect")],
                isManaged: isManaged,
                mayChange: isManaged,
                people: isPast ? [] : states.map { row($0) },
                next: isManaged ? "1.\(item)" : nil,
                versions: [("2026-11-30 09:05", face())],
                invitation: invitation,
                typed: typed
            )
            add("organisation " + name, .organisations, item, isPast: isPast, isCertain: isCertain) {
                pages.organisation(model, $0, $1)
            }
        }
        for kind in [AccountForm.Refusal.Kind.creditCode, .organisationName, .region, .made] {
            add("organisations \(kind)", .organisations, nil, .init(kind, count: 128)) {
                pages.organisations(OrganisationsPage(organisations: [], typed: typed), $0, $1)
            }
        }
        for (name, rows) in [("none", []), ("some", states.map { row($0) })] {
            let model = AuthorisationsPage(invitations: rows, held: rows, given: rows, typed: invitation)
            add("authorisations " + name, .authorisations, nil) { pages.authorisations(model, $0, $1) }
            add("authorisations \(name) refused", .authorisations, nil, .init(.invitee)) {
                pages.authorisations(model, $0, $1)
            }
        }
        for state in states {
            for power in ["manager", "agent", "assistant", "representative"] {
                let model = AuthorisationPage(
                    row: row(state, power),
                    isInvited: state == "invited",
                    isOwn: power == "agent",
                    isGivers: power == "manager",
                    agencies: power == "representative" ? choices : [],
                    successors: power == "manager" ? choices : [],
                    organisation: power == "manager" ? item : nil
                )
                add("authorisation \(state) \(power)", .authorisations, item) { pages.authorisation(model, $0, $1) }
            }
        }
        let found = IdentityPage.Verification(
            provider: "sharing-gateway",
            serial: "SIM-<1>",
            time: "2026-11-30 09:05",
            isSimulated: true
        )
        for kind in [nil, AccountForm.Refusal.Kind.wrong, .code, .office] {
            let refusal = kind.map { AccountForm.Refusal($0) }
            add("merge \(kind?.rawValue ?? "")", .merge, nil, refusal) { pages.merge($0, $1) }
        }
        add("merge uncertain", .merge, nil, isCertain: false) { pages.merge($0, $1) }
        for rows in [[], [row("inEffect")]] {
            let model = MergePage(pending: "p<", name: "示例 <一>", address: "a***@example.cn", held: rows, given: rows)
            add("merge shown \(rows.count)", .merge, nil) { pages.merge(model, $0, $1) }
        }
        for (name, verification, isOffered) in [("none", nil, false), ("found", found, true), ("new", nil, true)] {
            let model = IdentityPage(
                name: "示例 <一>",
                verification: verification,
                ways: [
                    .init(id: "sharing-gateway", isOffered: isOffered), .init(id: "network-identity", isOffered: false),
                ]
            )
            add("identity " + name, .identity, nil) { pages.identity(model, $0, $1) }
            add("identity \(name) refused", .identity, nil, .init(.number)) { pages.identity(model, $0, $1) }
        }
        for (name, rows) in [("none", []), ("some", [row("inEffect")])] {
            let model = HandOverPage(
                organisation: "示例 <公司>",
                from: "示例 <一>",
                to: "示例 <二>",
                successor: "account/x",
                reason: "<示例>",
                going: rows,
                ending: rows
            )
            add("hand-over " + name, .authorisations, item) { pages.handOver(model, $0, $1) }
        }
        return result
    }
}
