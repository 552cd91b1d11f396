package import Links

/// Pages on the way to programs of others and back, and what was agreed to.
extension PageRenderer {
    /// A page of signing in elsewhere.
    package func signOn(_ model: SignOnPage, _ link: SignOnLink, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let title: String
        var context: Context
        switch model {
        case .consent(let wish):
            title = words("signon.consent.title", ["client": wish.client])
            context = consent(wish, link, words)
        case .leave(let client, let token):
            title = words["signon.leave.title"]
            let go = step(link, token, words, kind: "go", doing: "sign-out", go: words["signon.leave.go"])
            context = [
                "lead": client.map { words("signon.leave.client", ["client": $0]) } ?? words["signon.leave.lead"],
                "points": nil, "note": words["signon.leave.note"], "forms": [go],
                "more": Context.links([mine(frame.language, words)]),
            ]
        case .left:
            title = words["signon.left.title"]
            context = [
                "lead": words["signon.left.lead"], "points": nil, "note": nil, "forms": [Context](),
                "more": Context.links([.link(Link.home(frame.language).text, words["problem.home"])]),
            ]
        case .refused(let refusal):
            title = words["signon.refused.title"]
            context = [
                "lead": words["signon.refused." + refusal.rawValue], "points": nil,
                "note": words["signon.refused.note"],
                "forms": [Context](),
                "more": Context.links([.link(Link.home(frame.language).text, words["problem.home"])]),
            ]
        }
        context = context.adding(["title": title])
        return page("sign-on", context, accountFace(title, frame, density: "act"), frame)
    }

    private func consent(_ wish: SignOnPage.Wish, _ link: SignOnLink, _ words: Words) -> Context {
        let points = wish.scopes.map { scope in
            words("signon.scope." + scope, ["name": wish.name, "email": wish.email])
        }
        return [
            "lead": words("signon.consent.lead", ["client": wish.client, "host": wish.host]),
            "points": ["points": points] as Context,
            "note": words["signon.consent.note"],
            "forms": [
                step(link, wish.token, words, kind: "go", doing: "allow", go: words["signon.consent.allow"]),
                step(link, wish.token, words, kind: nil, doing: "refuse", go: words["signon.consent.refuse"]),
            ],
            "more": Context.links([
                .link(
                    Link.account(AccountLink(.consents, language: words.language)).text,
                    words["account.consents.page"]
                ),
                .link(Link.page(.privacy, words.language).text + "#accounts", words["account.signin.kept"]),
            ]),
        ]
    }

    /// A form that sends the request back with an answer.
    private func step(
        _ link: SignOnLink,
        _ token: String,
        _ words: Words,
        kind: String?,
        doing: String,
        go: String
    ) -> Context {
        var pairs = SignOnLink.names.compactMap { name in link.fields[name].map { (name: name, value: $0) } }
        pairs += [("form", token), ("lang", words.language.rawValue)]
        return .act(
            to: Link.signOnPath + link.place.rawValue,
            hidden: Context.hidden(pairs),
            kind: kind,
            doing: doing,
            go: go
        )
    }

    /// What was agreed to, with a form for each that can be withdrawn.
    package func consents(_ lines: [ConsentsPage.Line], _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let account = lines.first { $0.scopes.isEmpty }
        let forms = lines.filter { !$0.scopes.isEmpty }.map { line in
            let client = line.client ?? words["account.consents.gone"]
            let what = line.scopes.map { words["signon.known." + $0] }.joined(separator: words.comma)
            return act(
                form,
                words,
                text: words("account.consents.client", ["client": client, "what": what, "time": line.time]),
                hidden: [("purpose", line.purpose)],
                kind: nil,
                doing: "withdraw",
                go: words("account.consents.withdraw", ["client": client])
            )
        }
        return accountForm(
            "account.consents.",
            form,
            text: account.map { words("account.consents.account", ["time": $0.time]) },
            forms: forms,
            note: forms.isEmpty ? words["account.consents.none"] : nil,
            more: [
                mine(frame.language, words),
                .link(Link.account(AccountLink(.data, language: frame.language)).text, words["account.data.page"]),
            ],
            frame
        )
    }
}
