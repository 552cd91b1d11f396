import Links

extension PageRenderer {
    /// What is kept, ordinarily and in confidential mode, where and how long; with the switch between the two.
    package func privacy(_ model: PrivacyPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let button: Context = [
            "kind": "go", "href": frame.link.choosing(.confidential(!frame.isConfidential)),
            "text": words[frame.isConfidential ? "privacy.leave" : "privacy.enter"],
        ]
        let note = model.note.map { $0.split(separator: "\n").map(String.init) }
        let sections = [
            prose("mode", words, "privacy", 0).adding(["button": button, "points": points("privacy.mode", words)]),
            prose("both", words, "privacy", 0).adding(["table": modes(words)]),
            prose("log", words, "privacy", 2)
                .adding(["table": names(model.logFields, "privacy.log.", words["privacy.log.field"], words)]),
            prose("cookies", words, "privacy", 0)
                .adding([
                    "paragraphs": [words("privacy.cookies.1", ["days": words.number(model.cookieDays)])],
                    "table": names(model.cookies, "privacy.cookie.", words["privacy.cookies.name"], words),
                ]),
            prose("accounts", words, "privacy", 0)
                .adding([
                    "paragraphs": [
                        words["privacy.accounts.1"],
                        words("privacy.accounts.2", ["days": words.number(model.eventDays)]),
                        words["privacy.accounts.3"],
                    ],
                    "points": [
                        "items": model.accountCookies.map { $0 + words["colon"] + " " + words["privacy.cookie." + $0] }
                    ] as Context,
                ]),
            prose("proposals", words, "privacy", 2)
                .adding([
                    "table": names(
                        model.proposalFields,
                        "privacy.proposal.",
                        words["privacy.proposals.field"],
                        words
                    )
                ]),
            prose("rest", words, "privacy", 0).adding(["points": points("privacy.rest", words)]),
            prose("operator", words, "privacy", 0)
                .adding([
                    "paragraphs": [
                        words("privacy.operator.1", ["name": frame.notice.name ?? words["privacy.operator.nobody"]])
                    ] + (note ?? [words["privacy.operator.nothing"]])
                ]),
        ]
        return prose("privacy", sections, .privacy, frame, words)
    }

    /// What is where, in a row each.
    private func modes(_ words: Words) -> Context {
        var table = TableView([
            (words["privacy.both.what"], false), (words["privacy.both.plain"], false),
            (words["privacy.both.private"], false),
        ])
        for name in ["address", "typing", "history", "cache", "log", "metrics", "database", "browser", "proxies"] {
            table.add(["", ".plain", ".private"].map { .init(words["privacy.row." + name + $0]) })
        }
        return table.context
    }

    private func names(_ names: [String], _ prefix: String, _ head: String, _ words: Words) -> Context {
        var table = TableView([(head, false), (words["privacy.means"], false)])
        for name in names { table.add([.init(name), .init(words[prefix + name])]) }
        return table.context
    }
}
