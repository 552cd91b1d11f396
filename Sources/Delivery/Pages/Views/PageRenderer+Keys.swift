import Links

/// The page of keys for programs.
extension PageRenderer {
    /// The keys of who is signed in, the form that makes one, and how a program sends it.
    package func keys(_ model: KeysPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        // Without a key in the variable it runs too, as anybody's.
        let quoted = model.made.map { "'Authorization: Bearer \($0)'" } ?? "\"Authorization: Bearer $KEY\""
        let context: Context = [
            "lead": words(
                "account.keys.lead",
                ["most": words.number(model.most), "quota": words.number(model.dayQuota)]
            ),
            "done": done(form, words), "refused": refused(form, words),
            "made": model.made.map { ["key": $0] as Context },
            "hasKeys": !model.keys.isEmpty,
            "list": [
                "action": Link.account(AccountLink(.keys)).text, "hidden": hidden(form, words),
                "keys": model.keys.map { row($0, model.dayQuota, words) },
            ] as Context,
            "empty": [
                "title": words["account.keys.none"], "text": words["account.keys.none.text"], "hasLinks": false,
                "links": [Context](),
            ] as Context,
            "make": model.isCertain ? make(model, form, words) : nil,
            "begin": model.isCertain
                ? nil
                : act(
                    form,
                    words,
                    text: words["account.keys.certain"],
                    doing: "begin",
                    go: words["account.keys.begin"]
                ),
            "curl": "curl -H \(quoted) '\(model.example)'",
            "more": Context.links([
                mine(frame.language, words), .link(Link.openAPI.text, words["account.keys.openapi"]),
            ]),
            "signOut": signOut(form, words),
        ]
        return page("account-keys", context, accountFace(words["account.keys.page"], frame), frame)
    }

    private func row(_ key: KeysPage.Key, _ quota: Int, _ words: Words) -> Context {
        let state = key.isInForce ? nil : words[key.isRevoked ? "account.keys.revoked" : "account.keys.over"]
        let used = key.used.map { day in
            words(
                "account.keys.used",
                ["day": words.date(day), "address": key.address.isEmpty ? words["account.address.none"] : key.address]
            )
        }
        let facts = [
            words("account.keys.made", ["day": words.date(key.created)]),
            words("account.keys.ends", ["day": words.date(key.ends)]),
            used ?? words["account.keys.unused"],
            key.isInForce
                ? words(
                    "account.keys.today",
                    ["count": words.number(key.today), "quota": words.number(quota)]
                ) : nil,
        ]
        return [
            "id": key.id, "name": key.name, "state": state,
            "scopes": key.scopes.joined(separator: words.semicolon),
            "addresses": key.addresses.isEmpty
                ? words["account.keys.everywhere"]
                : words("account.keys.only", ["list": key.addresses.joined(separator: words.comma)]),
            "facts": facts.compactMap(\.self).joined(separator: " · "),
            "label": key.isInForce ? words("account.keys.revoke.label", ["name": key.name]) : nil,
        ]
    }

    private func make(_ model: KeysPage, _ form: AccountForm, _ words: Words) -> Context {
        let wrong = form.refusal?.kind.field
        let fields: [Context] = [
            .field(
                "name",
                words["account.keys.name"],
                hint: words["account.keys.name.hint"],
                input: ["type": "text", "value": model.name, "autocomplete": "off", "mode": nil],
                isWrong: wrong == "name"
            ),
            .field(
                "until",
                words["account.keys.until"],
                hint: words("account.keys.until.hint", ["days": words.number(model.days)]),
                input: ["type": "date", "value": model.lastDay, "autocomplete": "off", "mode": nil],
                isWrong: wrong == "until"
            ),
            [
                "id": "addresses", "label": words["account.keys.addresses"],
                "hint": words["account.keys.addresses.hint"], "select": nil, "input": nil,
                "area": ["id": "addresses", "name": "addresses", "rows": 3, "value": model.addresses] as Context,
            ],
        ]
        return [
            "action": Link.account(AccountLink(.keys)).text, "hidden": hidden(form, words), "fields": fields,
            "scopes": model.scopes.map { ["id": $0.id, "text": $0.text, "isChosen": $0.isChosen] as Context },
        ]
    }
}
