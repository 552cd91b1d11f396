import Links

/// Pages of who administers accounts: the way to them, accounts.
extension PageRenderer {
    /// The way to what somebody may administer.
    package func admin(_ model: AdminPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let mine = Context.link(Link.account(AccountLink(language: frame.language)).text, words["admin.mine"])
        let twoStep = Link.account(AccountLink(.twoStep, language: frame.language)).text
        let weak = Context.notice(
            words["admin.weak.text"],
            title: words["admin.weak"],
            link: ["href": twoStep, "text": words["account.twostep.page"]]
        )
        let none: Context = [
            "title": words["admin.none"], "text": words["admin.none.text"], "hasLinks": true, "links": [mine],
        ]
        let parts = model.parts.map { part -> Context in
            switch part {
            case .accounts: adminLink(.accounts, words["admin.parts.accounts"], words)
            case .grants: adminLink(.grants, words["admin.parts.grants"], words)
            case .clients:
                .link(Link.clients(ClientLink(language: frame.language)).text, words["admin.parts.clients"])
            case .definitions: adminLink(.definitions, words["admin.parts.definitions"], words)
            case .audit: adminLink(.audit, words["admin.parts.audit"], words)
            }
        }
        let context: Context = [
            "weak": model.isWeak ? weak : nil,
            "none": model.parts.isEmpty && !model.isWeak ? none : nil,
            "parts": parts.isEmpty ? nil : Context.links(parts),
            "roles": model.roles.isEmpty ? nil : model.roles.joined(separator: words.comma),
            "more": model.parts.isEmpty && !model.isWeak ? nil : Context.links([mine]),
        ]
        return page("admin", context, adminFace(words["admin.page"], frame), frame)
    }

    /// A page of accounts.
    package func adminAccounts(_ model: AdminAccountsPage, _ form: AdminForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([
            (words["admin.accounts.number"], false), (words["admin.accounts.name"], false),
            (words["admin.accounts.email"], false), (words["admin.accounts.state"], false),
            (words["admin.accounts.roles"], false), (words["admin.accounts.created"], false),
        ])
        for line in model.lines {
            let link = Link.admin(AdminLink(.account(line.account), language: frame.language))
            table.add([
                .init(line.account, href: link.text), .init(line.name), .init(line.email),
                .init(words["admin.state." + line.state]), .init(line.roles.joined(separator: words.comma)),
                .init(words.moment(line.created)),
            ])
        }
        let find = adminAct(
            form,
            words,
            fields: [.admin("who", form, words, hint: words["admin.field.who.find"])],
            go: words["admin.accounts.find"]
        )
        let none: Context = [
            "heading": words["admin.accounts.title"], "title": words["admin.accounts.none"],
            "text": words["admin.accounts.none.text"], "hasLinks": false, "links": nil,
        ]
        let context: Context = [
            "title": words["admin.accounts.title"], "lead": words["admin.accounts.lead"],
            "done": adminDone(form, words), "refused": adminRefused(form, words), "find": find, "filter": nil,
            "only": nil, "empty": table.isEmpty ? none : nil, "table": table.isEmpty ? nil : table.context,
            "next": model.next.map { Link.admin($0).text }, "form": nil,
            "more": Context.links([adminLink(.overview, words["admin.back"], words)]),
        ]
        return page("admin-list", context, adminFace(words["admin.accounts.page"], frame), frame)
    }

    /// One account.
    package func adminAccount(_ model: AdminAccountPage, _ form: AdminForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let line = model.line
        let confirmed = words[line.isConfirmed ? "account.who.email.confirmed" : "account.who.email.open"]
        let facts = [
            Context.fact(words["admin.accounts.number"], line.account),
            Context.fact(words["admin.accounts.name"], line.name),
            Context.fact(words["admin.accounts.email"], line.email, aside: confirmed),
            Context.fact(words["account.who.level"], words["account.level." + line.level]),
            Context.fact(words["admin.accounts.state"], words["admin.state." + line.state], aside: model.stateReason),
            Context.fact(
                words["account.who.twostep"],
                words[model.hasTimeCode ? "account.who.twostep.on" : "account.who.twostep.off"]
            ),
            line.roles.isEmpty
                ? nil : Context.fact(words["admin.accounts.roles"], line.roles.joined(separator: words.comma)),
            Context.fact(words["admin.accounts.created"], words.moment(line.created)),
        ]
        var forms: [Context] = []
        func add(_ name: String, kind: String?) {
            let key = "admin.account." + name
            let field = Context.admin(
                "reason",
                form,
                words,
                id: name + "-reason",
                hint: words["admin.field.reason.hint"]
            )
            forms.append([
                "id": name, "heading": words[key],
                "act": adminAct(
                    form,
                    words,
                    text: words[key + ".text"],
                    fields: [field],
                    kind: kind,
                    doing: name,
                    go: words[key + ".go"]
                ),
            ])
        }
        if model.canUnmask { add("unmask", kind: "go") }
        if model.canChangeState {
            if line.state == "suspended" { add("restore", kind: "go") } else { add("suspend", kind: "bad") }
        }
        let grants = adminLink(.grants, words["admin.account.grants"], words, account: line.account)
        let context: Context = [
            "title": words["admin.account.title"],
            "lead": words[model.isMasked ? "admin.account.masked" : "admin.account.unmasked"],
            "done": adminDone(form, words), "refused": adminRefused(form, words),
            "facts": Context.facts(facts), "forms": forms,
            "more": Context.links(
                [
                    model.canSeeGrants ? grants : nil,
                    adminLink(.accounts, words["admin.accounts.page"], words),
                    adminLink(.overview, words["admin.back"], words),
                ].compactMap(\.self)
            ),
        ]
        return page("admin-one", context, adminFace(words["admin.account.page"], frame), frame)
    }
}
