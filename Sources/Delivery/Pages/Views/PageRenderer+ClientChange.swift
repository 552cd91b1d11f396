import Links

/// Changing what is registered of a program, and what was registered before.
extension PageRenderer {
    /// What describes a program, with what was typed or is registered.
    func clientFields(
        _ model: ClientsPage,
        _ client: ClientsPage.Client?,
        _ words: Words,
        doing: String
    ) -> [Context] {
        let isTyped = client == nil || model.typed["do"] == doing
        func value(_ name: String, _ registered: String?) -> String {
            (isTyped ? model.typed[name] : registered) ?? ""
        }
        func line(_ name: String, _ registered: String?, hint: String? = nil) -> Context {
            .field(
                name,
                words["clients.field." + name],
                hint: hint.map { words[$0] },
                input: ["type": "text", "value": value(name, registered), "autocomplete": "off", "mode": nil],
                isWrong: model.refusal == name && isTyped
            )
        }
        func lines(_ name: String, _ registered: [String]?, rows: Int) -> Context {
            let text = value(name, registered?.joined(separator: "\n"))
            return .area(name, name, words["clients.field." + name], text, rows: rows)
        }
        let chosen = value("scope", client?.scopes.joined(separator: " "))
        let scopes = ["openid profile email", "openid profile", "openid email", "openid"].map { value in
            let text = value.split(separator: " ").map { words["signon.known." + $0] }
            return Context.option(value, text.joined(separator: words.comma), isChosen: value == chosen)
        }
        return [
            line("name-zh", client?.nameZh), line("name-en", client?.nameEn),
            lines("redirect", client?.redirects, rows: 3),
            .choices("scope", "scope", words["clients.scopes"], scopes),
            lines("post-logout", client?.postLogoutRedirects, rows: 2),
            lines("back-channel", client?.backChannelLogout.map { [$0] }, rows: 1),
            line("reason", nil, hint: "clients.field.reason.hint"),
        ]
    }

    /// The form that changes a program.
    func clientChange(_ model: ClientsPage, _ client: ClientsPage.Client, _ words: Words) -> Context {
        clientForm(
            model,
            words,
            clientFields(model, client, words, doing: "change"),
            // What was typed is about the version that was looked at then.
            hidden: [
                ("version", model.typed["do"] == "change" ? model.typed["version"] ?? "" : String(client.version))
            ],
            text: words["clients.edit"],
            doing: "change",
            go: words["clients.edit.go"]
        )
    }

    /// The page that asks whether a change is to take something away.
    func clientLosses(
        _ model: ClientsPage,
        _ client: ClientsPage.Client,
        _ words: Words,
        _ frame: PageFrame
    ) -> String {
        let names = ["name-zh", "name-en", "redirect", "scope", "post-logout", "back-channel", "reason", "version"]
        let losses = model.losses.map { loss in
            let values = loss.part == "scopes" ? loss.values.map { words["signon.known." + $0] } : loss.values
            return Context.fact(words["clients." + loss.part], values, joint: words.semicolon)
        }
        let agree = clientForm(
            model,
            words,
            [],
            hidden: names.compactMap { name in model.typed[name].map { (name, $0) } } + [("agree", "yes")],
            text: words["clients.losses.text"],
            kind: "bad",
            doing: "change",
            go: words["clients.losses.go"]
        )
        let back = Link.clients(ClientLink(client.id, language: words.language)).text
        let context: Context = [
            "title": client.name, "lead": words["clients.losses.lead"], "done": nil, "refused": nil, "secret": nil,
            "table": nil, "empty": nil, "facts": nil, "history": nil,
            "losses": Context.facts(losses),
            "heading": words["clients.losses.heading"], "confirm": nil, "forms": [agree],
            "more": Context.links([.link(back, words["clients.losses.back"])]),
        ]
        return page("clients", context, accountFace(client.name, frame, density: "work"), frame)
    }

    /// All versions of a program; nil where none is to be shown.
    func clientHistory(_ versions: [ClientsPage.Version], _ words: Words) -> Context? {
        guard !versions.isEmpty else { return nil }
        var table = TableView([
            (words["clients.version"], false), (words["clients.version.time"], false),
            (words["clients.version.parts"], false), (words["clients.by"], false), (words["clients.reason"], false),
        ])
        for version in versions {
            let parts = version.parts.map { words[$0 == "secret" ? "clients.secret.part" : "clients." + $0] }.joined(
                separator: words.comma
            )
            table.add([
                .init(words.number(version.number)), .init(words.moment(version.time)),
                .init(version.number == 1 ? words["clients.version.first"] : parts), .init(version.by),
                .init(version.reason),
            ])
        }
        return table.context
    }
}
