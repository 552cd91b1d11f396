import Links

/// Pages of who is signed in: the account at a glance, and everything that is held.
extension PageRenderer {
    /// The account at a glance, with sessions, roles and recent events.
    package func account(_ model: AccountPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "done": done(form, words), "refused": refused(form, words),
            "waiting": waiting(model, words), "who": who(model, words),
            "drafts": drafts(model.drafts, form.token, words),
            "sessions": sessions(model, form, words),
            "hasRoles": !model.roles.isEmpty, "roles": roles(model, words),
            "events": events(model, words),
            "eventsKept": words("account.events.lead", ["days": words.number(model.eventDays)]),
            "more": more(model, words),
            "signOut": signOut(form, words),
        ]
        return page("account", context, accountFace(words["account.page"], frame), frame)
    }

    /// Everything that is held, with the forms that correct it and close the account.
    package func accountData(_ model: AccountDataPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([
            (words["account.data.what"], false), (words["account.data.value"], false),
            (words["account.data.purpose"], false), (words["account.data.basis"], false),
            (words["account.data.until"], false),
        ])
        for item in model.items {
            let key = "account.held." + item.kind.rawValue
            table.add([
                .init(words[key]), .init(item.value.isEmpty ? words["account.held.none"] : item.value),
                .init(words[key + ".purpose"]), .init(words["account.basis." + item.kind.basis]),
                .init(words(key + ".until", ["days": words.number(model.eventDays)])),
            ])
        }
        let wrong = form.refusal?.kind
        let languages = PageLanguage.allCases.map { language in
            Context.option(
                language.rawValue,
                language == .zh ? words["account.language.zh"] : words["account.language.en"],
                isChosen: language == model.language
            )
        }
        let context: Context = [
            "done": done(form, words), "refused": refused(form, words),
            "download": [
                "kind": nil, "href": Link.account(AccountLink(.data)).twin(.json),
                "text": words["account.data.download"],
            ] as Context,
            "table": table.context, "looks": looks(model, words),
            "looksKept": words("account.looks.lead", ["days": words.number(model.disclosureDays)]),
            "signOns": signOns(model, words),
            "signOut": signOut(form, words),
            "correct": act(
                form,
                words,
                fields: [
                    .typed(
                        "name",
                        words,
                        value: model.name,
                        hint: "account.field.name.hint",
                        fills: "name",
                        wrong?.field
                    ),
                    .choices("language", "language", words["account.field.language"], languages),
                ],
                doing: "correct",
                go: words["account.data.correct.go"]
            ),
            "close": act(
                form,
                words,
                fields: [
                    .secret(
                        "password",
                        "account.field.password",
                        words,
                        fills: "current-password",
                        nil,
                        wrong == .password ? "password" : nil
                    )
                ],
                kind: "bad",
                doing: "close",
                go: words["account.data.close.go"]
            ),
        ]
        return page("account-data", context, accountFace(words["account.data.page"], frame), frame)
    }

    // MARK: Parts of the account

    /// Where the account is signed in elsewhere; nil for nowhere.
    private func signOns(_ model: AccountDataPage, _ words: Words) -> Context? {
        guard !model.signOns.isEmpty else { return nil }
        var table = TableView([
            (words["account.signons.platform"], false), (words["account.signons.began"], false),
            (words["account.signons.scopes"], false), (words["account.signons.refreshed"], false),
        ])
        for line in model.signOns {
            table.add([
                .init(line.name), .init(words.moment(line.began)),
                .init(line.scopes.map { words["signon.known." + $0] }.joined(separator: words.comma)),
                .init(line.refreshed.map(words.moment) ?? words["account.signons.gone"]),
            ])
        }
        return table.context
    }

    /// Who looked; nil for nobody.
    private func looks(_ model: AccountDataPage, _ words: Words) -> Context? {
        guard !model.looks.isEmpty else { return nil }
        var table = TableView([
            (words["account.looks.when"], false), (words["account.looks.who"], false),
            (words["account.looks.what"], false), (words["account.looks.why"], false),
        ])
        for look in model.looks {
            let who = look.role ?? words["account.looks.operator"]
            let fields = look.fields.map { words.optional("account.looks.field." + $0) ?? $0 }
            table.add([
                .init(words.moment(look.time)), .init(look.place.map { who + words["colon"] + " " + $0 } ?? who),
                .init(fields.joined(separator: words.comma)), .init(look.reason),
            ])
        }
        return table.context
    }

    private func more(_ model: AccountPage, _ words: Words) -> Context {
        func link(_ place: AccountLink.Place, _ text: String) -> Context {
            .link(Link.account(AccountLink(place, language: words.language)).text, text)
        }
        return .links(
            [
                link(.password, words["account.more.password"]),
                link(.twoStep, words["account.more.twostep"]),
                model.hasProviders ? link(.providers, words["account.more.providers"]) : nil,
                model.isMailing ? link(.email, words["account.more.email"]) : nil,
                link(.kept, words["account.more.kept"]),
                link(.identity, words["account.more.identity"]),
                link(.merge, words["account.more.merge"]),
                link(.organisations, words["account.more.organisations"]),
                link(.authorisations, words["account.more.authorisations"]),
                link(.keys, words["account.more.keys"]),
                link(.data, words["account.more.data"]),
                link(.consents, words["account.more.consents"]),
                model.administers
                    ? .link(Link.admin(AdminLink(language: words.language)).text, words["account.more.admin"]) : nil,
            ].compactMap(\.self)
        )
    }

    private func waiting(_ model: AccountPage, _ words: Words) -> Context? {
        guard model.invitations > 0 else { return nil }
        let link = Context.link(
            Link.account(AccountLink(.authorisations, language: words.language)).text + "#invitations",
            words["account.waiting.go"]
        )
        return .notice(words.counted("account.waiting", model.invitations), link: link)
    }

    private func who(_ model: AccountPage, _ words: Words) -> Context {
        func fact(_ name: String, _ value: String, aside: String? = nil) -> Context {
            .fact(words["account.who." + name], value, aside: aside)
        }
        return .facts([
            fact("name", model.name),
            fact(
                "email",
                model.email,
                aside: words[model.isConfirmed ? "account.who.email.confirmed" : "account.who.email.open"]
            ),
            fact("level", words["account.level." + model.level]),
            fact("twostep", words[model.hasTimeCode ? "account.who.twostep.on" : "account.who.twostep.off"]),
            fact("created", words.moment(model.created)),
            fact("number", model.account),
        ])
    }

    private func sessions(_ model: AccountPage, _ form: AccountForm, _ words: Words) -> Context {
        [
            "action": Link.account(AccountLink()).text,
            "hidden": hidden(form, words),
            "hasOthers": model.sessions.count > 1,
            "sessions": model.sessions.map { session in
                let agent = session.agent.isEmpty ? words["account.session.unknown"] : session.agent
                let created = words.moment(session.created)
                return [
                    "id": session.id, "isThis": session.isThis, "agent": agent,
                    "facts": words(
                        "account.session.facts",
                        [
                            "address": address(session.address, words), "created": created,
                            "seen": words.moment(session.seen), "ends": words.moment(session.ends),
                        ]
                    ),
                    "label": session.isThis
                        ? nil : words("account.session.end.label", ["agent": agent, "created": created]),
                ] as Context
            },
        ]
    }

    private func roles(_ model: AccountPage, _ words: Words) -> Context {
        var table = TableView([
            (words["account.roles.role"], false), (words["account.roles.where"], false),
            (words["account.roles.until"], false),
        ])
        for role in model.roles {
            table.add([
                .init(role.name),
                .init(role.place ?? words["account.roles.everywhere"]),
                .init(role.until.map(words.moment) ?? words["account.roles.open"]),
            ])
        }
        return table.context
    }

    private func events(_ model: AccountPage, _ words: Words) -> Context {
        var table = TableView([
            (words["account.events.what"], false), (words["account.events.when"], false),
            (words["account.events.where"], false),
        ])
        for event in model.events {
            let what = words.optional("account.event." + event.kind) ?? event.kind
            table.add([
                .init(event.detail.map { what + words["colon"] + " " + $0 } ?? what), .init(words.moment(event.time)),
                .init(address(event.address, words)),
            ])
        }
        return table.context
    }

    private func address(_ text: String, _ words: Words) -> String {
        text.isEmpty ? words["account.address.none"] : text
    }
}

extension AccountDataPage.Item.Kind {
    /// The basis on which it is held, by the name of its text.
    fileprivate var basis: String {
        switch self {
        case .number, .name, .email, .language, .state, .password, .timeCode, .links, .roles, .authorisations, .keys,
            .kept, .drafts, .sessions, .signOns, .verification:
            "contract"
        case .consents, .events, .attempts: "duty"
        }
    }
}
