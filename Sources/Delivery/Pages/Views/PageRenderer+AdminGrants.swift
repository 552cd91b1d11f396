import Links

/// Pages of who has which role.
extension PageRenderer {
    /// A page of grants, with the form that grants a role.
    package func adminGrants(_ model: AdminGrantsPage, _ form: AdminForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([
            (words["admin.grants.role"], false), (words["admin.grants.who"], false),
            (words["admin.grants.where"], false), (words["admin.grants.from"], false),
            (words["admin.grants.end"], false),
        ])
        for line in model.lines {
            let link = Link.admin(AdminLink(.grant(line.grant), language: frame.language))
            table.add([
                .init(line.role, href: link.text), .init(who(line, words)), .init(scope(line, words)),
                .init(words.moment(line.from)), .init(end(line, words)),
            ])
        }
        let all = Context.option("", words["admin.grants.all"], isChosen: form.link.role == nil)
        let choices = model.roles.map { Context.option($0.id, $0.name, isChosen: $0.id == form.link.role) }
        let filter: Context = [
            "action": Link.adminPath + "/grants", "isEnglish": frame.language == .en,
            "role": Context.choices("filter", "role", words["admin.grants.filter"], [all] + choices),
        ]
        let only = form.link.account.map { account in
            [
                "text": words("admin.grants.of", ["account": account]),
                "href": Link.admin(AdminLink(.grants, language: frame.language)).text,
            ] as Context
        }
        let none: Context = [
            "heading": words["admin.grants.title"], "title": words["admin.grants.none"],
            "text": words["admin.grants.none.text"], "hasLinks": false, "links": nil,
        ]
        let context: Context = [
            "title": words["admin.grants.title"], "lead": words["admin.grants.lead"],
            "done": adminDone(form, words), "refused": adminRefused(form, words), "find": nil,
            "filter": only == nil ? filter : nil, "only": only,
            "empty": table.isEmpty ? none : nil, "table": table.isEmpty ? nil : table.context,
            "next": model.next.map { Link.admin($0).text },
            "form": model.canGrant ? grantForm(model, form, words) : nil,
            "more": Context.links([adminLink(.overview, words["admin.back"], words)]),
        ]
        return page("admin-list", context, adminFace(words["admin.grants.page"], frame), frame)
    }

    /// One grant, with the form that takes it back.
    package func adminGrant(_ line: AdminGrantsPage.Line, _ form: AdminForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let facts = [
            Context.fact(words["admin.grants.role"], line.role),
            Context.fact(words["admin.grant.account"], line.account, aside: line.name.isEmpty ? nil : line.name),
            Context.fact(words["admin.grants.where"], scope(line, words)),
            Context.fact(words["admin.grant.reason"], line.reason),
            Context.fact(words["admin.grant.by"], line.by ?? words["admin.grant.operator"]),
            Context.fact(words["admin.grants.from"], words.moment(line.from)),
            Context.fact(words["admin.grants.end"], line.until.map(words.moment) ?? words["admin.grants.open"]),
            line.revoked.map { Context.fact(words["admin.grant.revoked"], words.moment($0)) },
            Context.fact(words["admin.grant.number"], line.grant),
        ]
        let revoke: Context = [
            "id": "revoke", "heading": words["admin.grant.revoke"],
            "act": adminAct(
                form,
                words,
                text: words["admin.grant.revoke.text"],
                fields: [.admin("reason", form, words, hint: words["admin.field.reason.hint"])],
                kind: "bad",
                doing: "revoke",
                go: words["admin.grant.revoke.go"]
            ),
        ]
        let context: Context = [
            "title": words["admin.grant.title"], "lead": who(line, words),
            "done": adminDone(form, words), "refused": adminRefused(form, words),
            "facts": Context.facts(facts),
            "forms": line.canRevoke ? [revoke] : [],
            "more": Context.links([
                adminLink(.grants, words["admin.account.grants"], words, account: line.account),
                adminLink(.grants, words["admin.grant.all"], words),
                adminLink(.overview, words["admin.back"], words),
            ]),
        ]
        return page("admin-one", context, adminFace(words["admin.grant.page"], frame), frame)
    }

    // MARK: Parts

    private func grantForm(_ model: AdminGrantsPage, _ form: AdminForm, _ words: Words) -> Context {
        let roles = model.roles.map { Context.option($0.id, $0.name, isChosen: $0.id == form.typed["role"]) }
        let scopes = ["nation", "region", "institution", "organisation"].map { name in
            Context.option(name, words["admin.scope." + name], isChosen: name == form.typed["scope"])
        }
        return adminAct(
            form,
            words,
            text: words["admin.grants.grant.text"],
            fields: [
                .admin("who", form, words, hint: words["admin.field.who.grant"]),
                .choices("role", "role", words["admin.field.role"], roles),
                .choices("scope", "scope", words["admin.field.scope"], scopes),
                .admin("place", form, words, hint: words["admin.field.place.hint"], isOptional: true),
                .admin("reason", form, words, hint: words["admin.field.reason.hint"]),
                .admin("until", form, words, hint: words["admin.field.until.hint"], isOptional: true),
            ],
            go: words["admin.grants.grant.go"]
        )
    }

    private func who(_ line: AdminGrantsPage.Line, _ words: Words) -> String {
        line.name.isEmpty ? words["admin.grants.closed"] : line.name
    }

    private func scope(_ line: AdminGrantsPage.Line, _ words: Words) -> String {
        words["admin.scope." + line.scope] + (line.place.map { words["colon"] + " " + $0 } ?? "")
    }

    private func end(_ line: AdminGrantsPage.Line, _ words: Words) -> String {
        if let revoked = line.revoked { return words["admin.grant.revoked"] + " " + words.moment(revoked) }
        return line.until.map(words.moment) ?? words["admin.grants.open"]
    }
}
