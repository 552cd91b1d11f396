import Links

/// Pages on which two accounts of one person become one.
extension PageRenderer {
    /// The form that proves that another account is one's own too.
    package func merge(_ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let wrong = form.refusal?.kind
        let proof = grave(
            "proof",
            words["merge.proof"],
            text: words["merge.proof.text"],
            form,
            words,
            act: act(
                form,
                words,
                fields: [
                    .typed("email", words, value: form.email, hint: nil, fills: "off", wrong?.field),
                    .secret("password", "account.field.password", words, fills: "off", nil, wrong?.field),
                    .field(
                        "code",
                        words["account.field.code"],
                        hint: words["merge.code.hint"],
                        input: ["type": "text", "value": "", "autocomplete": "off", "mode": nil],
                        isOptional: true,
                        isWrong: wrong == .code
                    ),
                ],
                doing: "show",
                go: words["merge.show"]
            )
        )
        return merged([proof], form, words, frame)
    }

    /// What moves, with the button that does it.
    package func merge(_ model: MergePage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        func list(_ id: String, _ rows: [AuthorisationRow], names: AuthorisationName) -> Context {
            section(
                id,
                words["merge." + id],
                table: authorisations(rows, words, names: names),
                empty: (words["merge.nothing"], words["merge.nothing.text"])
            )
        }
        let now = section(
            "now",
            words["merge.now"],
            text: words("merge.now.text", ["name": model.name, "address": model.address]),
            forms: [
                act(
                    form,
                    words,
                    hidden: [("pending", model.pending)],
                    kind: "bad",
                    doing: "merge",
                    go: words["merge.go"]
                )
            ]
        )
        let parts = [list("held", model.held, names: .principal), list("given", model.given, names: .holder), now]
        return merged(parts, form, words, frame)
    }

    private func merged(_ parts: [Context], _ form: AccountForm, _ words: Words, _ frame: PageFrame) -> String {
        sections(
            words["merge.page"],
            lead: words["merge.lead"],
            parts,
            more: [mine(frame.language, words)],
            form,
            frame
        )
    }
}
