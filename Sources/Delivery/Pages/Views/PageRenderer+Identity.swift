import Links

/// The page on which a name is verified.
extension PageRenderer {
    /// How sure the name is, and the form that has it verified.
    package func identity(_ model: IdentityPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var facts = [
            (words["account.who.name"], model.name),
            (words["identity.level"], level(model.verification, words)),
        ]
        if let found = model.verification {
            facts.append((words["identity.by"], words["identity.way." + found.provider]))
            facts.append((words["identity.serial"], found.serial))
            facts.append((words["identity.time"], words.moment(found.time)))
        }
        var ways = TableView([(words["identity.way"], false), (words["identity.way.state"], false)])
        for way in model.ways {
            ways.add([
                .init(words["identity.way." + way.id]),
                .init(words[way.isOffered ? "identity.way.on" : "identity.way.off"]),
            ])
        }
        var parts = [section("level", words["identity.now"], facts: facts)]
        if model.ways.contains(where: \.isOffered) {
            // Who is verified need not be again; what a simulator said counts for nothing.
            if model.verification?.isSimulated ?? true { parts.append(verify(form, words)) }
        } else {
            parts.append(section("verify", words["identity.verify"], text: words["identity.none"]))
        }
        parts.append(section("ways", words["identity.ways"], table: ways))
        return sections(
            words["identity.page"],
            lead: words["identity.lead"],
            parts,
            more: [mine(frame.language, words)],
            form,
            frame
        )
    }

    /// How sure a name is, in words; what a simulator said says so.
    func level(_ verification: IdentityPage.Verification?, _ words: Words) -> String {
        guard let verification else { return words["account.level.unverified"] }
        return words[verification.isSimulated ? "account.level.simulated" : "account.level.verified"]
    }

    private func verify(_ form: AccountForm, _ words: Words) -> Context {
        grave(
            "verify",
            words["identity.verify"],
            text: words["identity.verify.text"],
            form,
            words,
            act: act(
                form,
                words,
                fields: [residentNumber(form, words)],
                agree: numberConsent(words["identity.agree"], form),
                go: words["identity.go"]
            )
        )
    }

    /// The field for the number of the identity card, which is never shown again.
    func residentNumber(_ form: AccountForm, _ words: Words) -> Context {
        .field(
            "number",
            words["identity.number"],
            hint: words["identity.number.hint"],
            input: ["type": "text", "value": "", "autocomplete": "off", "mode": nil],
            isWrong: form.refusal?.kind == .number
        )
    }

    /// The box that lets name and number be given to the service.
    func numberConsent(_ label: String, _ form: AccountForm) -> Context {
        ["id": "consent", "label": label, "isChecked": false, "isWrong": form.refusal?.kind == .consent]
    }
}
