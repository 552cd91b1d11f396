import Links

/// The form of an entry.
extension PageRenderer {
    /// The form for a new entry, or for one that is to be changed; where who looks may not write, what to do instead.
    package func entryForm(_ model: EntryFormPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var path = crumbs(model.link, model.register, words)
        if case .edit(let name, let id) = model.link.place, let title = model.title {
            path.append(crumb(model.link.going(to: .entry(name, id)), title))
        }
        let title =
            model.title.map { words("registers.form.edit", ["title": $0]) }
            ?? words("registers.form.new", ["entry": model.register.entry])
        var changed: Context?
        if case .changed(let clashes, let taken)? = model.refusal { changed = self.changed(clashes, taken, words) }
        let anchors = Dictionary(model.fields.map { ($0.field, $0.anchor) }) { first, _ in first }
        let problems: Context = [
            "title": words.counted("registers.form.problems", model.problems.count),
            "errors": model.problems.map { problem in
                ["text": problem.text, "href": problem.field.flatMap { anchors[$0] }.map { "#" + $0 }] as Context
            },
        ]
        let context: Context = [
            "crumbs": path, "title": title,
            "done": registerDone(model.link, words),
            "draft": model.draft.map {
                Context.notice(
                    words("registers.draft.here", ["time": words.moment($0)]),
                    title: words["registers.draft"]
                )
            },
            "refused": refused(model, words), "changed": changed,
            "problems": model.problems.isEmpty ? nil : problems,
            "form": model.fields.isEmpty ? nil : form(model, words),
        ]
        var face = registerFace(title, model.register, frame, isPrivate: true)
        face.density = "act"
        return page("entry-form", context, face, frame)
    }

    // MARK: Parts

    private func refused(_ model: EntryFormPage, _ words: Words) -> Context? {
        switch model.refusal {
        case nil, .changed: nil
        case .elsewhere: .notice(words["registers.refused.elsewhere"], title: words["registers.refused"], kind: "bad")
        case .notAllowed: .notice(words["registers.refused.notAllowed"], kind: "warn")
        case .drafts: .notice(words["registers.refused.drafts"], title: words["registers.refused"], kind: "warn")
        case .place: .notice(words["registers.refused.place"], title: words["registers.refused"], kind: "bad")
        case .waiting(let link):
            .notice(
                words["registers.refused.waiting"],
                title: words["registers.refused"],
                kind: "warn",
                link: .link(Link.registers(link).text, words["registers.refused.waiting.link"])
            )
        }
    }

    private func changed(_ clashes: [ChangedField], _ taken: [ChangedField], _ words: Words) -> Context {
        let mine = words["registers.changed.mine"]
        let theirs = words["registers.changed.theirs"]
        return [
            "clashes": clashes.isEmpty ? nil : changes(clashes, before: theirs, after: mine, words),
            "taken": taken.isEmpty
                ? nil : changes(taken, before: words["registers.before"], after: theirs, words),
        ]
    }

    private func form(_ model: EntryFormPage, _ words: Words) -> Context {
        var hidden = [("form", model.token), ("base", String(model.base))]
        if words.language != .zh { hidden.append(("lang", words.language.rawValue)) }
        var questions = model.fields.map { question($0, words) }
        if let note = model.note {
            questions.append(
                Context.area("note", "note", words["registers.form.note"], note, rows: 2).adding([
                    "hint": words["registers.form.note.hint"], "isRequired": false, "isInternal": true, "error": nil,
                    "group": nil, "about": "note-hint", "isWrong": false,
                ])
            )
        }
        let back: RegisterLink.Place =
            switch model.link.place {
            case .edit(let name, let id): .entry(name, id)
            default: .register(model.register.name)
            }
        return [
            "action": Link.registers(RegisterLink(model.link.place)).text,
            "hidden": hidden.map { ["name": $0.0, "value": $0.1] as Context },
            "questions": questions,
            "hasFiles": model.hasFiles, "hasDraft": model.draft != nil,
            "files": model.hasFiles && !(model.problems.isEmpty && model.refusal == nil)
                ? words["registers.form.files"] : nil,
            "masked": model.isMasked ? words["registers.form.masked"] : nil,
            "lead": words[model.note == nil ? "registers.form.lead" : "registers.form.lead.two"],
            "go": words[model.note == nil ? "registers.form.save" : "registers.form.propose"],
            "back": Link.registers(model.link.going(to: back)).text,
        ]
    }

    private func question(_ field: EntryFormField, _ words: Words) -> Context {
        let id = EntryFormField.id(field.field)
        let name = EntryFormField.sentName(field.field)
        let hints = [field.help].compactMap(\.self) + field.hints.map { words["registers.form." + $0.rawValue] }
        let about = [hints.isEmpty ? nil : id + "-hint", field.error == nil ? nil : id + "-error"]
            .compactMap(\.self).joined(separator: " ")
        let frame: Context = [
            "id": id, "label": field.label, "hint": hints.isEmpty ? nil : hints.joined(separator: " "),
            "isRequired": field.isRequired,
            "isInternal": !field.isPublic, "error": field.error, "about": about.isEmpty ? nil : about,
            "isWrong": field.error != nil, "name": name, "area": nil, "select": nil, "input": nil, "group": nil,
        ]
        switch field.input {
        case .line(let value, let mode):
            return frame.adding(["input": ["value": value, "mode": mode] as Context])
        case .area(let value, let rows):
            return frame.adding(["area": ["value": value, "rows": rows] as Context])
        case .select(let options):
            let all = options.map { Context.option($0.value, $0.text, isChosen: $0.isChosen) }
            return frame.adding(["select": ["options": all] as Context])
        case .checks(let options):
            let all = options.map { option in
                Context.option(option.value, option.text, isChosen: option.isChosen)
                    .adding(["optionID": id + "." + option.value])
            }
            return frame.adding([
                "group": ["isChecks": true, "options": all, "parts": [Context](), "files": nil] as Context
            ])
        case .files(let options, let accept, let isMany):
            let drop = EntryFormField.dropName(field.field)
            let drops = options.map { option in
                Context.option(
                    option.value,
                    words("registers.form.file.drop", ["file": option.text]),
                    isChosen: option.isChosen
                ).adding(["optionID": id + "." + option.value, "dropName": drop])
            }
            let files: Context = [
                "drops": drops, "accept": accept, "isMany": isMany,
                "add": words[isMany ? "registers.form.file.add" : "registers.form.file.choose"],
            ]
            return frame.adding([
                "group": [
                    "isChecks": false, "options": [Context](), "parts": [Context](), "files": files,
                ] as Context
            ])
        case .parts(let parts):
            let all = parts.map { part in
                [
                    "partID": id + "." + part.name, "partName": EntryFormField.sentName(field.field, part: part.name),
                    "text": words["registers.part." + part.name], "value": part.value, "isPartWrong": part.isWrong,
                ] as Context
            }
            return frame.adding([
                "group": ["isChecks": false, "options": [Context](), "parts": all, "files": nil] as Context
            ])
        }
    }
}
