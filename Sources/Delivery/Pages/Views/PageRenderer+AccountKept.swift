import Links

/// The page of what an account keeps.
extension PageRenderer {
    /// What the account keeps, with the form that takes what a browser or file holds.
    package func accountKept(_ model: AccountKeptPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let action = Link.account(AccountLink(.kept)).text
        let twin = Link.account(AccountLink(.kept)).twin(.json)
        let saved = Link.account(AccountLink(.kept, done: .kept, language: frame.language)).text
        let next = model.next.map { Link.account(AccountLink(.kept, after: $0, language: frame.language)).text }
        let context: Context = [
            "done": done(form, words), "refused": refused(form, words),
            "count": words(
                "account.kept.count",
                ["count": words.number(model.count), "most": words.number(model.most)]
            ),
            "hasRows": !model.rows.isEmpty, "action": action, "hidden": hidden(form, words),
            "rows": model.rows.map { row($0, words) },
            "next": next,
            "empty": [
                "title": words["account.kept.none"], "text": words["account.kept.none.text"], "hasLinks": true,
                "links": [Context.link(Link.page(.kept, frame.language).text, words["kept.page"])],
            ] as Context,
            "isOpen": !frame.isConfidential,
            "twin": twin, "saved": saved,
            "field": [
                "id": "kept-file", "label": words["account.kept.file"], "hint": words["account.kept.file.hint"],
                "select": nil, "input": nil,
                "area": ["id": "kept-file", "name": "kept", "rows": 5, "value": ""] as Context,
            ] as Context,
            "download": model.count == 0
                ? nil : ["kind": nil, "href": twin, "text": words["account.kept.download"]] as Context,
            "clear": model.count == 0
                ? nil
                : act(
                    form,
                    words,
                    text: words["account.kept.clearing"],
                    kind: "bad",
                    doing: "clear",
                    go: words["account.kept.clear"]
                ),
            "more": Context.links([
                mine(frame.language, words),
                .link(Link.page(.kept, frame.language).text, words["account.kept.browser"]),
            ]),
            "signOut": signOut(form, words),
        ]
        var face = accountFace(words["account.kept.page"], frame)
        face.canKeep = true
        return page("account-kept", context, face, frame)
    }

    private func row(_ row: AccountKeptPage.Row, _ words: Words) -> Context {
        let tags = row.tags.map { "#" + $0 }.joined(separator: " ")
        return [
            "id": row.id, "kind": words["account.kept.kind." + row.kind], "title": row.title, "href": row.href,
            "queries": row.queries,
            "summary": [tags, row.note].filter { !$0.isEmpty }.joined(separator: " · "),
            "kept": words.date(row.kept), "label": words["kept.remove"] + words["colon"] + row.title,
        ]
    }
}
