import Links

/// Handing over what somebody holds of an organisation: the form, and what it would do.
extension PageRenderer {
    /// What would go over and what would end, with the button that does it.
    package func handOver(_ model: HandOverPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let text = words(
            "handover.text",
            ["from": model.from, "to": model.to, "organisation": model.organisation, "reason": model.reason]
        )
        var parts = [
            section(
                "going",
                words["handover.going"],
                text: text,
                table: authorisations(model.going, words, names: .principal),
                empty: (words["handover.going.none"], words["handover.going.none.text"])
            )
        ]
        if !model.ending.isEmpty {
            parts.append(
                section(
                    "ending",
                    words["handover.ending"],
                    text: words["handover.ending.text"],
                    table: authorisations(model.ending, words, names: .principal)
                )
            )
        }
        parts.append(
            section(
                "now",
                words["handover.now"],
                text: words["handover.now.text"],
                forms: [
                    act(
                        form,
                        words,
                        hidden: [("to", model.successor), ("reason", model.reason)],
                        kind: "bad",
                        doing: "hand-over-now",
                        go: words["handover.now.go"]
                    )
                ]
            )
        )
        return sections(
            words["handover.page"],
            lead: nil,
            parts,
            more: [.link(Link.account(form.link.plain).text, words["handover.back"])],
            form,
            frame
        )
    }

    /// The form that begins it, on the page of an authorisation.
    func handOver(_ model: AuthorisationPage, _ form: AccountForm, _ words: Words) -> Context {
        grave(
            "hand-over",
            words["handover.page"],
            text: words("handover.lead", ["holder": model.row.holder]),
            form,
            words,
            act: act(
                form,
                words,
                fields: [
                    .choices(
                        "to",
                        "to",
                        words["handover.to"],
                        model.successors.map { .option($0.value, $0.name, isChosen: $0.isChosen) }
                    ),
                    reason(model.reason, "handover-reason", form, words),
                ],
                doing: "hand-over",
                go: words["handover.go"]
            )
        )
    }
}
