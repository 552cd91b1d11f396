import Links

/// What stands on the page of an entry besides its facts.
extension PageRenderer {
    /// Entries that refer to it, with the way to the list of all.
    func referrers(_ group: EntryPage.Group, _ words: Words) -> Context {
        let rows = group.entries.map { entry in
            Context.link(
                Link.registers(entry.link).text,
                entry.title,
                aside: entry.isSample ? words["sample"] : nil
            )
        }
        let total = words.counted("registers.total", group.records)
        let samples = group.samples > 0 ? words.counted("results.samples", group.samples) : nil
        let all = words(
            "registers.referrers.all",
            ["total": [total, samples].compactMap(\.self).joined(separator: words.semicolon)]
        )
        return [
            "id": group.id, "title": group.title,
            "rows": Context.links(rows + [.link(Link.registers(group.list).text, all)]),
        ]
    }

    /// Why data of persons are kept; nil where there are none.
    func personal(_ notes: [PersonalNote], _ words: Words) -> Context? {
        guard !notes.isEmpty else { return nil }
        return [
            "notes": notes.map { note in
                words(
                    "registers.personal.note",
                    [
                        "field": note.label, "purpose": note.purpose, "basis": note.basis,
                        "years": words.number(note.years),
                    ]
                )
            }
        ]
    }

    /// The form by which personal data are seen.
    func unmask(_ link: RegisterLink, _ model: EntryPage.Unmask, _ words: Words) -> Context {
        var hidden = [("form", model.token)]
        if words.language != .zh { hidden.append(("lang", words.language.rawValue)) }
        let reason = Context.field(
            "reason",
            words["registers.unmask.reason"],
            hint: words["registers.unmask.reason.hint"],
            input: ["type": "text", "value": "", "autocomplete": "off", "mode": nil],
            isWrong: model.refusal == "reason"
        )
        var action = ""
        if case .entry(let name, let id) = link.place { action = Link.registers(RegisterLink(.edit(name, id))).text }
        return [
            "refused": model.refusal.map {
                Context.notice(
                    words["registers.unmask.refused." + $0],
                    title: words["registers.unmask.refused"],
                    kind: "bad"
                )
            },
            "act": [
                "action": action, "hidden": hidden.map { ["name": $0.0, "value": $0.1] as Context },
                "text": words["registers.unmask.text"], "fields": [reason], "picks": nil, "agree": nil, "kind": "go",
                "doing": "unmask", "go": words["registers.unmask.go"],
            ] as Context,
        ]
    }
}
