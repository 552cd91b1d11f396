import Links

/// Pages of authorisations: who may act for whom.
extension PageRenderer {
    /// What waits for an answer, for whom one may act, who may act for oneself.
    package func authorisations(_ model: AuthorisationsPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        func list(_ id: String, _ rows: [AuthorisationRow], names: AuthorisationName) -> Context {
            section(
                id,
                words["authorisation.\(id)"],
                table: authorisations(rows, words, names: names),
                empty: (words["authorisation.\(id).none"], words["authorisation.\(id).none.text"])
            )
        }
        return sections(
            words["authorisation.page"],
            lead: words["authorisation.lead"],
            [
                list("invitations", model.invitations, names: .principal),
                list("held", model.held, names: .principal),
                list("given", model.given, names: .holder),
                invite(model.typed, form, words, text: words["authorisation.invite.oneself"]),
            ],
            more: [
                mine(frame.language, words),
                .link(
                    Link.account(AccountLink(.organisations, language: frame.language)).text,
                    words["organisation.page"]
                ),
            ],
            form,
            frame
        )
    }

    /// One authorisation, with the forms that answer it or end it.
    package func authorisation(_ model: AuthorisationPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let row = model.row
        var parts = [
            section(
                "data",
                words["authorisation.data"],
                text: words["authorisation.power." + row.powerName],
                facts: facts(row, words)
            )
        ]
        if model.isInvited { parts.append(answer(model, form, words)) }
        if model.isOwn || model.isGivers, ["invited", "inEffect", "lapsed", "ended"].contains(row.state) {
            parts.append(end(model, form, words))
        }
        if !model.successors.isEmpty { parts.append(handOver(model, form, words)) }
        var more = [
            Context.link(
                Link.account(AccountLink(.authorisations, language: frame.language)).text,
                words["authorisation.page"]
            )
        ]
        if let organisation = model.organisation {
            more.insert(.link(href(.organisations, organisation, words), row.principal), at: 0)
        }
        let title = words(
            "authorisation.title",
            ["holder": holder(row, words), "principal": row.principal, "power": row.power]
        )
        return sections(title, lead: nil, parts, more: more, form, frame)
    }

    // MARK: Parts

    /// What the rows of a list of authorisations begin with.
    enum AuthorisationName {
        case principal, holder, power
    }

    func authorisations(_ rows: [AuthorisationRow], _ words: Words, names: AuthorisationName) -> TableView {
        let head =
            switch names {
            case .principal: words["authorisation.principal"]
            case .holder: words["authorisation.holder"]
            case .power: words["authorisation.power"]
            }
        var table = TableView(
            [
                (head, false), (words["authorisation.power"], false), (words["authorisation.business"], false),
                (words["authorisation.until"], false), (words["authorisation.state"], false),
            ].enumerated().filter { names != .power || $0.offset != 1 }.map(\.element)
        )
        for row in rows {
            let name =
                switch names {
                case .principal: row.principal
                case .holder: holder(row, words)
                case .power: row.power
                }
            var cells = [TableView.Cell(name, href: href(.authorisations, row.item, words))]
            if names != .power { cells.append(.init(row.power)) }
            cells += [
                .init(business(row, words)), .init(until(row, words)), .init(words["authorisation.state." + row.state]),
            ]
            table.add(cells)
        }
        return table
    }

    /// The form that lets somebody act.
    func invite(_ typed: InvitationForm, _ form: AccountForm, _ words: Words, text: String) -> Context {
        let wrong = form.refusal?.kind.field
        let fields: [Context] = [
            .field(
                "who",
                words["authorisation.who"],
                hint: words["authorisation.who.hint"],
                input: ["type": "text", "value": typed.who, "autocomplete": "off", "mode": nil],
                isWrong: wrong == "who"
            ),
            .choices(
                "power",
                "power",
                words["authorisation.power"],
                typed.powers.map { .option($0.value, $0.name, isChosen: $0.isChosen) }
            ),
            .field(
                "until",
                words["authorisation.until"],
                hint: words["authorisation.until.hint"],
                input: ["type": "date", "value": typed.until, "autocomplete": "off", "mode": nil],
                isOptional: true,
                isWrong: wrong == "until"
            ),
            reason(typed.reason, "reason", form, words),
        ]
        let options = typed.business.map { kind -> Context in
            [
                "id": "business-" + kind.value, "name": "business", "value": kind.value, "text": kind.name,
                "isChosen": kind.isChosen,
            ]
        }
        return grave(
            "invite",
            words["authorisation.invite"],
            text: text,
            form,
            words,
            act: act(
                form,
                words,
                fields: fields,
                picks: ["legend": words["authorisation.business.pick"], "options": options],
                doing: "invite",
                go: words["authorisation.invite.go"]
            )
        )
    }

    private func facts(_ row: AuthorisationRow, _ words: Words) -> [(name: String, value: String)] {
        var facts = [
            (words["authorisation.principal"], row.principal), (words["authorisation.holder"], holder(row, words)),
            (words["authorisation.power"], row.power), (words["authorisation.business"], business(row, words)),
            (words["authorisation.state"], words["authorisation.state." + row.state]),
            (words["authorisation.made"], words.moment(row.made)),
        ]
        if row.state == "invited" { facts.append((words["authorisation.lapses"], words.moment(row.lapses))) }
        if let from = row.from { facts.append((words["authorisation.from"], words.moment(from))) }
        facts.append((words["authorisation.until"], until(row, words)))
        if let before = row.predecessor { facts.append((words["authorisation.predecessor"], before)) }
        facts.append((words["authorisation.by"], row.by ?? words["authorisation.nobody"]))
        facts.append((words["authorisation.reason"], row.reason))
        if let ended = row.ended { facts.append((words["authorisation.ended"], words.moment(ended))) }
        if let by = row.revokedBy { facts.append((words["authorisation.ended.by"], by)) }
        if let reason = row.endReason { facts.append((words["authorisation.ended.reason"], reason)) }
        return facts
    }

    private func answer(_ model: AuthorisationPage, _ form: AccountForm, _ words: Words) -> Context {
        let agencies: [Context] =
            model.agencies.isEmpty
            ? []
            : [
                .choices(
                    "agency",
                    "agency",
                    words["authorisation.agency"],
                    model.agencies.map { .option($0.value, $0.name, isChosen: $0.isChosen) }
                )
            ]
        return section(
            "answer",
            words["authorisation.answer"],
            text: words["authorisation.answer.lead"],
            forms: [
                act(form, words, fields: agencies, doing: "accept", go: words["authorisation.accept"]),
                act(form, words, kind: nil, doing: "decline", go: words["authorisation.decline"]),
            ]
        )
    }

    private func end(_ model: AuthorisationPage, _ form: AccountForm, _ words: Words) -> Context {
        let key = model.isOwn && !model.isGivers ? "authorisation.leave" : "authorisation.revoke"
        return grave(
            "end",
            words[key],
            text: words[key + ".lead"],
            form,
            words,
            act: act(
                form,
                words,
                fields: [reason(model.reason, "reason", form, words)],
                kind: "bad",
                doing: "revoke",
                go: words[key + ".go"]
            )
        )
    }

    private func holder(_ row: AuthorisationRow, _ words: Words) -> String {
        row.holder.isEmpty ? words["authorisation.unkept"] : row.holder
    }

    private func business(_ row: AuthorisationRow, _ words: Words) -> String {
        row.business.isEmpty
            ? words["authorisation.business.all"] : row.business.joined(separator: words["organisation.list"])
    }

    private func until(_ row: AuthorisationRow, _ words: Words) -> String {
        row.until.map(words.moment) ?? words["authorisation.open"]
    }
}
