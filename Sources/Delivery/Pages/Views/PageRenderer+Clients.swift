import Links

/// Programs of others, for their administrator.
extension PageRenderer {
    /// All programs with the form that registers one, or one of them.
    package func clients(_ model: ClientsPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        if let client = model.clients.first, !model.losses.isEmpty { return clientLosses(model, client, words, frame) }
        let isList = model.link.id == nil
        let title = isList ? words["clients.title"] : model.clients.first?.name ?? words["clients.title"]
        var forms: [Context] = []
        if model.isConfirmed { forms = isList ? [adding(model, words)] : changing(model, words) }
        let confirm = AccountLink(
            .confirm,
            next: Link.clients(ClientLink(model.link.id, language: frame.language)).text,
            language: frame.language
        )
        let context: Context = [
            "title": title, "lead": isList ? words["clients.lead"] : words["clients.one.lead"],
            "done": model.link.done.map {
                Context.notice(words["clients.done." + $0.rawValue], title: words["account.done"], kind: "good")
            },
            "refused": model.refusal.map {
                Context.notice(
                    words.optional("clients.refused." + $0) ?? words["clients.refused.conflict"],
                    title: words["account.refused"],
                    kind: "bad"
                )
            },
            "secret": model.secret.map { secret($0, words) },
            "table": isList && !model.clients.isEmpty ? table(model, words) : nil,
            "empty": isList && model.total == 0
                ? ["title": words["clients.none"], "text": words["clients.none.text"], "hasLinks": false] as Context
                : nil,
            "facts": isList ? nil : model.clients.first.map { facts($0, words) },
            "losses": nil, "history": clientHistory(model.versions, words),
            "heading": isList ? words["clients.add"] : words["clients.change"],
            "confirm": model.isConfirmed
                ? nil
                : ["kind": nil, "href": Link.account(confirm).text, "text": words["clients.confirm"]] as Context,
            "forms": forms,
            "more": Context.links(more(model, words)),
        ]
        return page("clients", context, accountFace(title, frame, density: "work"), frame)
    }

    private func secret(_ secret: ClientsPage.Secret, _ words: Words) -> Context {
        ["id": secret.client, "text": secret.text, "none": secret.text == nil ? words["clients.secret.none"] : nil]
    }

    private func table(_ model: ClientsPage, _ words: Words) -> Context {
        var table = TableView([
            (words["clients.name"], false), (words["clients.id"], false), (words["clients.kind"], false),
            (words["clients.redirects"], false), (words["clients.created"], false),
        ])
        for client in model.clients {
            table.add([
                .init(client.name, href: Link.clients(ClientLink(client.id, language: words.language)).text),
                .init(client.id), .init(words[client.isPublic ? "clients.public" : "clients.confidential"]),
                .init(client.redirects.joined(separator: " ")), .init(client.created),
            ])
        }
        return table.context
    }

    private func facts(_ client: ClientsPage.Client, _ words: Words) -> Context {
        func fact(_ name: String, _ values: [String]) -> Context? {
            .fact(words["clients." + name], values, joint: words.semicolon)
        }
        return .facts([
            fact("id", [client.id]),
            fact("kind", [words[client.isPublic ? "clients.public" : "clients.confidential"]]),
            fact("redirects", client.redirects), fact("postlogout", client.postLogoutRedirects),
            fact("backchannel", [client.backChannelLogout].compactMap(\.self)),
            fact("scopes", client.scopes.map { words["signon.known." + $0] }),
            fact("by", [client.by]), fact("reason", [client.reason]), fact("created", [client.created]),
        ])
    }

    private func adding(_ model: ClientsPage, _ words: Words) -> Context {
        let kinds = ["confidential", "public"].map {
            Context.option($0, words["clients." + $0], isChosen: $0 == model.typed["kind"] ?? "")
        }
        var fields = clientFields(model, nil, words, doing: "add")
        fields.insert(.choices("kind", "kind", words["clients.kind"], kinds), at: 2)
        return clientForm(model, words, fields, doing: "add", go: words["clients.add.go"])
    }

    private func changing(_ model: ClientsPage, _ words: Words) -> [Context] {
        guard let client = model.clients.first else { return [] }
        func reason(_ doing: String) -> Context {
            let isWrong = model.refusal == "reason" && model.typed["do"] == doing
            return .field(
                "reason",
                words["clients.field.reason"],
                hint: nil,
                input: ["type": "text", "value": "", "autocomplete": "off", "mode": nil],
                id: doing + "-reason",
                isWrong: isWrong
            )
        }
        let renew = clientForm(
            model,
            words,
            [reason("renew")],
            text: words["clients.renew"],
            kind: nil,
            doing: "renew",
            go: words["clients.renew.go"]
        )
        let remove = clientForm(
            model,
            words,
            [reason("remove")],
            text: words["clients.remove"],
            kind: "bad",
            doing: "remove",
            go: words["clients.remove.go"]
        )
        return [clientChange(model, client, words)] + (client.isPublic ? [] : [renew]) + [remove]
    }

    /// A form about programs.
    ///
    /// - Parameters:
    ///   - model: The page.
    ///   - words: The texts.
    ///   - fields: What is asked.
    ///   - hidden: What is sent besides.
    ///   - text: What it does.
    ///   - kind: How grave it is.
    ///   - doing: What it asks the node to do.
    ///   - go: The text of the button.
    /// - Returns: The form.
    func clientForm(
        _ model: ClientsPage,
        _ words: Words,
        _ fields: [Context],
        hidden: [(String, String)] = [],
        text: String? = nil,
        kind: String? = "go",
        doing: String,
        go: String
    ) -> Context {
        .act(
            to: Link.clients(ClientLink(model.link.id)).text,
            hidden: Context.hidden([("form", model.token), ("lang", words.language.rawValue)] + hidden),
            text: text,
            fields: fields,
            kind: kind,
            doing: doing,
            go: go
        )
    }

    private func more(_ model: ClientsPage, _ words: Words) -> [Context] {
        func link(_ link: ClientLink, _ text: String) -> Context { .link(Link.clients(link).text, text) }
        guard model.link.id == nil else { return [link(ClientLink(language: words.language), words["clients.title"])] }
        let page = model.link.page
        return [
            page > 1 ? link(ClientLink(page: page - 1, language: words.language), words["clients.newer"]) : nil,
            page * ClientLink.pageSize < model.total
                ? link(ClientLink(page: page + 1, language: words.language), words["clients.older"]) : nil,
            mine(words.language, words),
        ].compactMap(\.self)
    }
}
