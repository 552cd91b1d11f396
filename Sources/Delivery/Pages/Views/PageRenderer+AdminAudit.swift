import Links

/// The page of the audit.
extension PageRenderer {
    /// A list of the audit, with the form that says which rows.
    package func adminAudit(_ model: AdminAuditPage, _ form: AdminForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let link = form.link
        let isLog = model.kind == "log"
        var table = TableView([
            (words["admin.audit.when"], false), (words["admin.audit.what"], false),
            (words["admin.audit.whose"], false), (words["admin.audit.by"], false),
            (words[isLog ? "admin.audit.line" : "admin.audit.detail"], false),
            (words["admin.audit.address"], false),
        ])
        for line in model.lines {
            let what =
                isLog
                ? line.what
                : words.optional("account.event." + line.what) ?? words.optional("admin.action." + line.what)
                    ?? line.what
            let filter = isLog ? nil : Link.admin(link.about(line.account)).text
            table.add([
                .init(words.moment(line.time)), .init(what),
                .init(line.name.isEmpty ? line.account : line.name + " " + line.account, href: filter),
                .init(line.author), .init(line.detail), .init(line.address),
            ])
        }
        let kinds = AdminAuditPage.kinds.map {
            Context.option($0, words["admin.audit.kind." + $0], isChosen: $0 == model.kind)
        }
        let filter: Context = [
            "action": Link.adminPath + "/audit", "isEnglish": frame.language == .en,
            "kind": Context.choices("kind", "kind", words["admin.audit.kind"], kinds),
            "fields": [
                field("account", link.account, words["admin.audit.account.hint"], words),
                field("since", link.since, words["admin.audit.day.hint"], words),
                field("until", link.until, words["admin.audit.day.hint"], words),
            ],
        ]
        let none: Context = [
            "heading": words["admin.audit.title"], "title": words["admin.audit.none"],
            "text": words["admin.audit.none.text"], "hasLinks": false, "links": nil,
        ]
        var plain = link
        plain.after = nil
        let isWhole = link.account != nil || isLog
        let context: Context = [
            "filter": filter,
            "note": words[isWhole ? "admin.audit.whole" : "admin.audit.cut"],
            "empty": table.isEmpty ? none : nil, "table": table.isEmpty ? nil : table.context,
            "next": model.next.map { Link.admin($0).text },
            "json": Link.admin(plain).twin(.json), "csv": Link.admin(plain).twin(.csv),
            "verify": model.canVerify ? verifyAct(form, words) : nil,
            "more": Context.links(
                [
                    model.canVerify ? adminLink(.verification, words["admin.audit.verification"], words) : nil,
                    adminLink(.overview, words["admin.back"], words),
                ].compactMap(\.self)
            ),
        ]
        return page("admin-audit", context, adminFace(words["admin.audit.page"], frame), frame)
    }

    private func field(_ name: String, _ value: String?, _ hint: String, _ words: Words) -> Context {
        .field(
            name,
            words["admin.audit." + name],
            hint: hint,
            input: ["type": "text", "value": value ?? "", "autocomplete": "off", "mode": nil],
            isOptional: true,
            isWrong: false
        )
    }
}

extension AdminLink {
    /// The same list of one account, from its beginning.
    fileprivate func about(_ account: String) -> AdminLink {
        var link = self
        link.account = account
        link.after = nil
        return link
    }
}
