import Links

/// Pages of organisations and of one organisation.
extension PageRenderer {
    /// The organisations that who is signed in acts for.
    package func organisations(_ model: OrganisationsPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([
            (words["organisation.name"], false), (words["organisation.kind"], false),
            (words["organisation.level"], false), (words["organisation.powers"], false),
        ])
        for face in model.organisations {
            table.add([
                .init(face.name, href: href(.organisations, face.item, words)),
                .init(words["organisation.kind." + face.kind]),
                .init(words["organisation.level." + face.level]),
                .init(face.powers.joined(separator: words["organisation.list"])),
            ])
        }
        let list = section(
            "mine",
            words["organisation.mine"],
            table: table,
            empty: (words["organisation.none"], words["organisation.none.text"])
        )
        let make = section(
            "make",
            words["organisation.make"],
            text: words["organisation.make.lead"],
            forms: [
                act(
                    form,
                    words,
                    fields: [kinds(model.typed.kind, words)] + fields(model.typed, form, words),
                    doing: "make",
                    go: words["organisation.make.go"]
                )
            ]
        )
        return sections(
            words["organisation.page"],
            lead: words["organisation.lead"],
            [list, make],
            more: [
                mine(frame.language, words),
                .link(
                    Link.account(AccountLink(.authorisations, language: frame.language)).text,
                    words["authorisation.page"]
                ),
            ],
            form,
            frame
        )
    }

    /// One organisation: its data, who acts for it, and what its managers may do.
    package func organisation(_ model: OrganisationPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var parts = [data(model, words)]
        parts.append(
            section("own", words["organisation.own"], table: authorisations(model.own, words, names: .power))
        )
        if model.isManaged {
            parts.append(people(model, form, words))
            if model.face.state == "active", !form.link.isPast {
                if model.mayChange, model.face.level == "unverified" { parts.append(verify(form, words)) }
                parts.append(invite(model.invitation, form, words, text: words["authorisation.invite.organisation"]))
                if model.mayChange {
                    parts.append(correct(model, form, words))
                    parts.append(close(model, form, words))
                }
            }
        }
        parts.append(section("history", words["organisation.history"], table: history(model, words)))
        return sections(
            model.face.name,
            lead: nil,
            parts,
            more: [
                .link(
                    Link.account(AccountLink(.organisations, language: frame.language)).text,
                    words["organisation.page"]
                )
            ],
            form,
            frame
        )
    }

    // MARK: Parts

    private func data(_ model: OrganisationPage, _ words: Words) -> Context {
        let face = model.face
        return section(
            "data",
            words["organisation.data"],
            facts: [
                (words["organisation.name"], face.name), (words["organisation.code"], face.code),
                (words["organisation.kind"], words["organisation.kind." + face.kind]),
                (words["organisation.region"], face.region),
                (
                    words["organisation.level"],
                    model.isSimulated
                        ? words["organisation.level.simulated"] : words["organisation.level.\(face.level).text"]
                ),
                (words["organisation.state"], words["organisation.state." + face.state]),
                (words["organisation.created"], words.moment(model.created)),
            ]
        )
    }

    private func people(_ model: OrganisationPage, _ form: AccountForm, _ words: Words) -> Context {
        let isPast = form.link.isPast
        var here = AccountLink(.organisations, item: model.face.item, language: words.language)
        here.isPast = !isPast
        var more = [
            Context.link(
                Link.account(here).text + "#people",
                words[isPast ? "organisation.people.now" : "organisation.people.past"]
            )
        ]
        if let next = model.next {
            here.isPast = isPast
            here.after = next
            more.insert(.link(Link.account(here).text + "#people", words["organisation.people.next"]), at: 0)
        }
        return section(
            "people",
            words[isPast ? "organisation.people.past" : "organisation.people"],
            text: words["organisation.people.lead"],
            table: authorisations(model.people, words, names: .holder),
            empty: (words["organisation.people.none"], words["organisation.people.none.text"]),
            more: more
        )
    }

    private func verify(_ form: AccountForm, _ words: Words) -> Context {
        grave(
            "verify",
            words["organisation.verify"],
            text: words["organisation.verify.text"],
            form,
            words,
            act: act(
                form,
                words,
                fields: [residentNumber(form, words)],
                agree: numberConsent(words["organisation.verify.agree"], form),
                doing: "verify",
                go: words["organisation.verify.go"]
            )
        )
    }

    private func correct(_ model: OrganisationPage, _ form: AccountForm, _ words: Words) -> Context {
        section(
            "correct",
            words["organisation.correct"],
            text: words["organisation.correct.lead"],
            forms: [
                act(
                    form,
                    words,
                    fields: fields(model.typed, form, words),
                    doing: "correct",
                    go: words["organisation.correct.go"]
                )
            ]
        )
    }

    private func close(_ model: OrganisationPage, _ form: AccountForm, _ words: Words) -> Context {
        grave(
            "close",
            words["organisation.close"],
            text: words["organisation.close.lead"],
            form,
            words,
            act: act(
                form,
                words,
                fields: [reason(model.typed.reason, "close-reason", form, words)],
                kind: "bad",
                doing: "close",
                go: words["organisation.close.go"]
            )
        )
    }

    private func history(_ model: OrganisationPage, _ words: Words) -> TableView {
        var table = TableView([
            (words["organisation.history.time"], false), (words["organisation.name"], false),
            (words["organisation.code"], false), (words["organisation.region"], false),
            (words["organisation.level"], false), (words["organisation.state"], false),
        ])
        for (time, face) in model.versions {
            table.add([
                .init(words.moment(time)), .init(face.name), .init(face.code), .init(face.region),
                .init(words["organisation.level." + face.level]), .init(words["organisation.state." + face.state]),
            ])
        }
        return table
    }

    private func kinds(_ chosen: String, _ words: Words) -> Context {
        .choices(
            "kind",
            "kind",
            words["organisation.kind"],
            ["organisation", "agency"].map {
                .option($0, words["organisation.kind." + $0], isChosen: $0 == chosen)
            }
        )
    }

    private func fields(_ typed: OrganisationPage.Typed, _ form: AccountForm, _ words: Words) -> [Context] {
        let wrong = form.refusal?.kind.field
        func line(_ name: String, _ label: String, _ value: String, hint: String?) -> Context {
            .field(
                name,
                label,
                hint: hint,
                input: ["type": "text", "value": value, "autocomplete": "off", "mode": nil],
                isWrong: wrong == name
            )
        }
        return [
            line("organisation-name", words["organisation.name"], typed.name, hint: words["organisation.name.hint"]),
            line("credit-code", words["organisation.code"], typed.code, hint: words["organisation.code.hint"]),
            line("region", words["organisation.region"], typed.region, hint: words["organisation.region.hint"]),
        ]
    }
}
