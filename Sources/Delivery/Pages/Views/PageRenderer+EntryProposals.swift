import Links

/// What waits for a second person, and the decision.
extension PageRenderer {
    /// What waits in a register.
    package func entryProposals(_ model: EntryProposalsPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([
            (words["registers.entry.one"], false), (words["registers.proposal.what"], false),
            (words["registers.proposal.by"], false), (words["registers.proposal.time"], false),
        ])
        for row in model.rows {
            let link = model.link.plain.going(to: .proposal(model.register.name, row.id))
            table.add([
                .init(row.title, href: Link.registers(link).text),
                .init(
                    row.isNew
                        ? words["registers.proposal.new"]
                        : words(
                            "registers.proposal.changes",
                            ["fields": row.fields.joined(separator: words.comma)]
                        )
                ),
                .init(row.isOwn ? words["registers.proposal.you"] : row.by), .init(words.moment(row.time)),
            ])
        }
        let none: Context = [
            "title": words["registers.proposals.none"], "text": words["registers.proposals.none.text"],
            "hasLinks": false, "links": nil,
        ]
        let context: Context = [
            "crumbs": crumbs(model.link, model.register, words), "done": registerDone(model.link, words),
            "table": table.isEmpty ? nil : table.context, "empty": table.isEmpty ? none : nil,
        ]
        let face = registerFace(words["registers.proposals"], model.register, frame, isPrivate: true)
        return page("entry-proposals", context, face, frame)
    }

    /// One proposal with the forms that decide it.
    package func entryProposal(_ model: EntryProposalPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let list = model.link.plain.going(to: .proposals(model.register.name))
        let title = words("registers.proposal.title", ["title": model.title])
        let facts = [
            fact("registers.proposal.state", words["registers.proposal.state." + model.state], words),
            fact("registers.proposal.by", model.isOwn ? words["registers.proposal.you"] : model.by, words),
            fact("registers.proposal.time", words.moment(model.time), words),
            model.note.isEmpty ? nil : fact("registers.form.note", model.note, words),
            model.decider.map { fact("registers.proposal.decider", $0, words) },
            model.decided.map { fact("registers.proposal.decided", words.moment($0), words) },
            model.answer.map { fact("registers.proposal.answer", $0, words) },
        ]
        let refused =
            model.refusals + [model.refusal.map { words["registers.proposal.refused." + $0] }].compactMap(\.self)
        let context: Context = [
            "crumbs": crumbs(model.link, model.register, words)
                + [crumb(list, words["registers.proposals"])],
            "title": title, "done": registerDone(model.link, words),
            "refused": refused.map { Context.notice($0, title: words["registers.refused"], kind: "bad") },
            "outdated": model.isOutdated && model.state == "waiting"
                ? Context.notice(words["registers.proposal.outdated"], kind: "warn") : nil,
            "reserved": model.reserved.isEmpty
                ? nil
                : Context.notice(
                    words(
                        "registers.proposal.reserved",
                        ["fields": model.reserved.joined(separator: words.comma)]
                    ),
                    kind: "warn"
                ),
            "facts": ["isWide": false, "facts": facts.compactMap(\.self)] as Context,
            "changes": model.changes.isEmpty
                ? nil
                : changes(
                    model.changes,
                    before: words["registers.proposal.now"],
                    after: words["registers.proposal.wanted"],
                    words
                ),
            "files": model.files.isEmpty
                ? nil : Context.links(model.files.map { .link(Link.registers($0.link).text, $0.name) }),
            "forms": forms(model, words),
            "more": Context.links(
                [
                    model.entry.map { Context.link(Link.registers($0).text, words["registers.proposal.entry"]) },
                    Context.link(Link.registers(list).text, words["registers.proposals"]),
                ].compactMap(\.self)
            ),
        ]
        return page("entry-proposal", context, registerFace(title, model.register, frame, isPrivate: true), frame)
    }

    private func fact(_ key: String, _ value: String, _ words: Words) -> Context {
        Context.fact(words[key], value)
    }

    private func forms(_ model: EntryProposalPage, _ words: Words) -> [Context] {
        guard model.state == "waiting" else { return [] }
        var forms: [Context] = []
        if model.mayDecide, !model.isOutdated {
            forms.append(
                act(model, words, "approve", words["registers.approve.text"], [], kind: "go")
            )
        }
        if model.mayDecide {
            let answer = Context.area("answer", "answer", words["registers.proposal.answer"], "", rows: 3)
                .adding(["hint": words["registers.proposal.answer.hint"]])
            forms.append(act(model, words, "refuse", words["registers.refuse.text"], [answer], kind: "bad"))
        }
        if model.isOwn {
            forms.append(act(model, words, "withdraw", words["registers.withdraw.text"], [], kind: "bad"))
        }
        return forms
    }

    private func act(
        _ model: EntryProposalPage,
        _ words: Words,
        _ doing: String,
        _ text: String,
        _ fields: [Context],
        kind: String
    ) -> Context {
        var hidden = [("form", model.token)]
        if words.language != .zh { hidden.append(("lang", words.language.rawValue)) }
        let heading = words["registers.do." + doing]
        return [
            "id": doing, "heading": heading,
            "act": [
                "action": Link.registers(RegisterLink(model.link.place)).text,
                "hidden": hidden.map { ["name": $0.0, "value": $0.1] as Context },
                "text": text, "fields": fields, "picks": nil, "agree": nil, "kind": kind, "doing": doing,
                "go": heading,
            ] as Context,
        ]
    }
}
