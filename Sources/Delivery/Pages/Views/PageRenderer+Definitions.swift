import Links

/// Declarations of registers and of what belongs to them, for their administrator.
extension PageRenderer {
    /// What is in force.
    package func adminDefinitions(_ model: DefinitionsPage, _ form: AdminForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        func link(_ folder: String, _ name: String) -> String {
            Link.admin(AdminLink(.definition(folder, name), language: frame.language)).text
        }
        let kinds = model.kinds.filter { !$0.lines.isEmpty }.map { kind -> Context in
            let hasEntries = kind.lines.contains { $0.entries != nil }
            var table = TableView(
                [
                    (words["admin.definitions.name"], false), (words["admin.definitions.label"], false),
                    (words["admin.definitions.version"], true), (words["admin.definitions.since"], false),
                ] + (hasEntries ? [(words["admin.definitions.entries"], true)] : []) + [
                    (words["admin.definitions.folder"], false)
                ]
            )
            for line in kind.lines {
                table.add(
                    [
                        .init(line.name, href: link(kind.folder, line.name)), .init(line.label),
                        .init(words.number(line.version)), .init(words.moment(line.published)),
                    ] + (hasEntries ? [.init(words.number(line.entries ?? 0))] : []) + [
                        .init(words["admin.definitions.folder." + line.standing])
                    ]
                )
            }
            return [
                "id": kind.folder, "heading": words["admin.definitions.kind." + kind.folder], "table": table.context,
            ]
        }
        let waiting = model.waiting.map { file in
            Context.link(
                Link.admin(
                    AdminLink(
                        .definition(file.folder, file.name),
                        version: AdminLink.folderVersion,
                        language: frame.language
                    )
                ).text,
                file.name,
                aside: words["admin.definitions.kind." + file.folder]
            )
        }
        let none: Context = [
            "title": words["admin.definitions.none"], "text": words["admin.definitions.none.text"],
            "hasLinks": false, "links": nil,
        ]
        let context: Context = [
            "new": Link.admin(AdminLink(.newDefinition, language: frame.language)).text,
            "empty": kinds.isEmpty ? none : nil, "kinds": kinds,
            "waiting": waiting.isEmpty ? nil : Context.links(waiting),
            "json": Link.admin(AdminLink(.definitions)).twin(.json),
            "more": Context.links([adminLink(.overview, words["admin.back"], words)]),
        ]
        return page("admin-definitions", context, adminFace(words["admin.definitions.page"], frame), frame)
    }

    /// One declaration, or the form for a new one.
    package func adminDefinition(_ model: DefinitionPage, _ form: AdminForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let isNew = !model.kinds.isEmpty
        let title = isNew ? words["admin.definition.new"] : model.label.isEmpty ? model.name : model.label
        let problems = model.checked?.problems ?? []
        let context: Context = [
            "crumbs": [
                crumb(.overview, words["admin.page"], words),
                crumb(.definitions, words["admin.definitions.title"], words),
            ],
            "title": title, "lead": words[isNew ? "admin.definition.new.lead" : "admin.definition.lead"],
            "done": adminDone(form, words), "refused": adminRefused(form, words),
            "problems": problems.isEmpty ? nil : wrong(problems, words),
            "verdict": model.checked?.verdict.map { verdict($0, words) },
            "wrong": model.checked.flatMap { lines($0.lines, words) },
            "effects": model.checked.flatMap { effects($0.changes, words) },
            "trials": model.checked.flatMap { trials($0.trials, words) },
            "difference": model.checked.flatMap { lines($0.difference, words) },
            "facts": model.versions.first.map { facts(model, $0, words) },
            "folder": model.folderDiffers ? folder(form, words) : nil,
            "heading": words["admin.definition.heading"],
            "filled": model.filled.map { filled($0, words) },
            "confirm": model.isConfirmed ? nil : confirm(form, words),
            "action": Link.admin(AdminLink(form.link.place)).text,
            "hidden": hidden(model, form, words), "fields": fields(model, form, words),
            "reason": Context.admin(
                "reason",
                form,
                words,
                hint: words["admin.definition.reason.hint"],
                isOptional: true
            ),
            "decide": model.checked?.verdict == "decision" ? words["admin.definition.decide"] : nil,
            "history": model.versions.isEmpty ? nil : history(model, words),
            "json": model.versions.isEmpty ? nil : Link.admin(AdminLink(form.link.place)).twin(.json),
            "yaml": Link.admin(AdminLink(.definitionText(model.kind, model.name), language: frame.language)).text,
            "more": Context.links([
                adminLink(.definitions, words["admin.definitions.title"], words),
                adminLink(.overview, words["admin.back"], words),
            ]),
        ]
        return page("admin-definition", context, adminFace(title, frame), frame)
    }

    // MARK: Parts

    private func crumb(_ place: AdminLink.Place, _ text: String, _ words: Words) -> Context {
        ["href": Link.admin(AdminLink(place, language: words.language)).text, "rel": nil, "text": text]
    }

    private func hidden(_ model: DefinitionPage, _ form: AdminForm, _ words: Words) -> [Context] {
        var pairs = [(name: "form", value: form.token), (name: "version", value: String(base(model, form)))]
        if words.language != .zh { pairs.append((name: "lang", value: words.language.rawValue)) }
        return Context.hidden(pairs)
    }

    /// The version that the text is to follow: the one in force, also where somebody has just published it.
    private func base(_ model: DefinitionPage, _ form: AdminForm) -> Int { model.versions.first?.number ?? 0 }

    private func fields(_ model: DefinitionPage, _ form: AdminForm, _ words: Words) -> [Context] {
        var fields: [Context] = []
        if !model.kinds.isEmpty {
            let kinds = model.kinds.map {
                Context.option($0, words["admin.definitions.kind." + $0], isChosen: $0 == model.kind)
            }
            fields.append(.choices("kind", "kind", words["admin.definition.kind"], kinds))
            fields.append(
                .field(
                    "name",
                    words["admin.definition.name"],
                    hint: words["admin.definition.name.hint"],
                    input: ["type": "text", "value": model.name, "autocomplete": "off", "mode": nil],
                    isWrong: form.refusal == .name
                )
            )
        }
        fields.append(.area("text", "text", words["admin.definition.text"], model.text, rows: Self.rows))
        return fields
    }

    /// Rows of the box for the text.
    private static let rows = 24

    private func confirm(_ form: AdminForm, _ words: Words) -> Context {
        var back = form.link
        back.done = nil
        let link = AccountLink(.confirm, next: Link.admin(back).text, language: words.language)
        return [
            "text": words["admin.definition.confirm"], "href": Link.account(link).text,
            // What stands in the form would be lost in the same window.
            "isApart": form.refusal != nil,
        ]
    }

    private func folder(_ form: AdminForm, _ words: Words) -> Context {
        let link = AdminLink(form.link.place, version: AdminLink.folderVersion, language: words.language)
        return .notice(
            words["admin.definition.folder"],
            link: .link(Link.admin(link).text, words["admin.definition.folder.go"])
        )
    }

    private func filled(_ version: String, _ words: Words) -> String {
        version == AdminLink.folderVersion
            ? words["admin.definition.filled.folder"] : words("admin.definition.filled", ["version": version])
    }

    private func verdict(_ name: String, _ words: Words) -> Context {
        .notice(
            words["admin.definition.fine." + name],
            title: words["admin.definition.fine"],
            kind: name == "decision" ? "warn" : "good"
        )
    }

    private func wrong(_ problems: [DefinitionPage.Problem], _ words: Words) -> Context {
        let errors = problems.map { problem -> Context in
            let line = words("admin.definition.line", ["line": String(problem.line), "text": problem.text])
            let text = problem.line > 0 ? line : problem.text
            guard let file = problem.file else {
                return ["text": text, "href": problem.line > 0 ? "#line-\(problem.line)" : nil]
            }
            return ["text": words("admin.definition.elsewhere", ["file": file, "text": text]), "href": nil]
        }
        return ["title": words.counted("admin.definition.problems", problems.count), "errors": errors]
    }

    private func lines(_ lines: [DefinitionPage.Line], _ words: Words) -> Context? {
        lines.isEmpty ? nil : ["lines": lines.map { line($0, words) }]
    }

    private func line(_ line: DefinitionPage.Line, _ words: Words) -> Context {
        var (number, text, mark) = ("", "", String?.none)
        var notes: [String] = []
        switch line {
        case .same(let place, let own, let said):
            (number, text, notes) = (String(place), own, said)
            if !said.isEmpty { mark = "wrong" }
        case .removed(let place, let own): (number, text, mark) = ("−\(place)", own, "removed")
        case .added(let place, let own): (number, text, mark) = ("+\(place)", own, "added")
        case .skipped(let count): text = words.counted("admin.definition.skipped", count)
        }
        return [
            "anchor": notes.isEmpty ? nil : "line-" + number, "mark": mark, "number": number, "text": text,
            "isSame": mark == nil && !number.isEmpty || mark == "wrong", "isRemoved": mark == "removed",
            "isAdded": mark == "added", "isSkipped": number.isEmpty, "notes": notes.isEmpty ? nil : notes,
        ]
    }

    private func effects(_ changes: [DefinitionPage.Change], _ words: Words) -> Context? {
        guard !changes.isEmpty else { return nil }
        var table = TableView([(words["admin.definition.change"], false), (words["admin.definition.effect"], false)])
        for change in changes {
            table.add([
                .init(change.text, language: "en"), .init(words["admin.definition.effect." + change.effect]),
            ])
        }
        return table.context
    }

    private func trials(_ trials: [DefinitionPage.Trial], _ words: Words) -> Context? {
        guard !trials.isEmpty else { return nil }
        var table = TableView([
            (words["admin.definition.trials.register"], false), (words["admin.definition.trials.entries"], true),
            (words["admin.definition.trials.misfits"], true), (words["admin.definition.trials.fields"], false),
        ])
        for trial in trials {
            func number(_ count: Int) -> String {
                let text = words.number(count)
                return trial.isWhole ? text : words("admin.definition.trials.least", ["count": text])
            }
            let fields = trial.fields.map { field in
                let name = field.name.isEmpty ? words["admin.definition.trials.whole"] : field.name
                return words("admin.definition.trials.field", ["field": name, "count": words.number(field.entries)])
            }
            table.add([
                .init(trial.register), .init(number(trial.entries)), .init(number(trial.misfits)),
                .init(fields.joined(separator: words.comma)),
            ])
        }
        return table.context
    }

    private func facts(_ model: DefinitionPage, _ version: DefinitionPage.Version, _ words: Words) -> Context {
        Context.facts([
            .fact(words["admin.definition.kind"], words["admin.definitions.kind." + model.kind]),
            .fact(words["admin.definition.name"], model.name),
            .fact(words["admin.definitions.version"], words.number(version.number)),
            .fact(words["admin.definitions.since"], words.moment(version.time)),
            version.by.isEmpty ? nil : .fact(words["admin.definition.by"], author(version.by, words)),
            version.reason.isEmpty ? nil : .fact(words["admin.definition.why"], version.reason),
        ])
    }

    private func author(_ by: String, _ words: Words) -> String {
        by == "operator" ? words["admin.definition.by.operator"] : by
    }

    private func history(_ model: DefinitionPage, _ words: Words) -> Context {
        var table = TableView([
            (words["admin.definitions.version"], false), (words["admin.definition.when"], false),
            (words["admin.definition.by"], false), (words["admin.definition.why"], false),
        ])
        for version in model.versions {
            let link = AdminLink(
                .definition(model.kind, model.name),
                version: String(version.number),
                language: words.language
            )
            table.add([
                .init(words.number(version.number), href: Link.admin(link).text + "#form"),
                .init(words.moment(version.time)), .init(author(version.by, words)), .init(version.reason),
            ])
        }
        return table.context
    }
}
