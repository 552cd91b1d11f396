import Links

/// What the pages of accounts are made of.
extension PageRenderer {
    /// A page that is one form, or a few.
    func accountForm(
        _ key: String,
        _ form: AccountForm,
        lead: String? = nil,
        text: String? = nil,
        key shared: Context? = nil,
        codes: [String] = [],
        forms: [Context],
        note: String? = nil,
        more: [Context],
        _ frame: PageFrame
    ) -> String {
        let words = words(frame.language)
        let context: Context = [
            "title": words[key + "title"], "lead": lead ?? words[key + "lead"],
            "done": done(form, words), "refused": refused(form, words),
            "text": text, "key": shared, "hasCodes": !codes.isEmpty, "codes": codes,
            "forms": forms, "note": note, "more": Context.links(more), "signOut": signOut(form, words),
        ]
        return page("account-form", context, accountFace(words[key + "page"], frame, density: "act"), frame)
    }

    /// The button that signs out, on every page of who is signed in.
    func signOut(_ form: AccountForm, _ words: Words) -> Context? {
        switch form.link.place {
        case .signUp, .signIn, .reset: return nil
        case .overview, .password, .email, .twoStep, .confirm, .data, .consents, .providers, .keys, .kept, .identity,
            .merge,
            .organisations,
            .authorisations:
            let overview = AccountForm(link: AccountLink(language: words.language), token: form.token)
            return act(overview, words, kind: nil, doing: "sign-out", go: words["account.signout"])
        }
    }

    /// What a page of accounts tells the layout: nobody finds it by a search engine.
    func accountFace(_ title: String, _ frame: PageFrame, density: String = "read") -> PageFace {
        PageFace(title: title, density: density, find: SearchState(language: frame.language), isPrivate: true)
    }

    /// A form that changes something, as the component `act` has it.
    func act(
        _ form: AccountForm,
        _ words: Words,
        text: String? = nil,
        hidden more: [(name: String, value: String)] = [],
        fields: [Context] = [],
        picks: Context? = nil,
        agree: Context? = nil,
        kind: String? = "go",
        doing: String? = nil,
        go: String
    ) -> Context {
        .act(
            to: Link.account(AccountLink(form.link.place, item: form.link.item)).text,
            hidden: hidden(form, words) + Context.hidden(more),
            text: text,
            fields: fields,
            picks: picks,
            agree: agree,
            kind: kind,
            doing: doing,
            go: go
        )
    }

    /// What every form of an account sends besides what is typed.
    func hidden(_ form: AccountForm, _ words: Words) -> [Context] {
        var pairs = [("form", form.token)]
        if let next = form.link.next { pairs.append(("next", next)) }
        if let linking = form.linking { pairs.append(("linking", linking.pending)) }
        if words.language != .zh { pairs.append(("lang", words.language.rawValue)) }
        return Context.hidden(pairs)
    }

    /// What was just done.
    func done(_ form: AccountForm, _ words: Words) -> Context? {
        guard form.refusal == nil, let done = form.link.done else { return nil }
        return .notice(words["account.done." + done.rawValue], title: words["account.done"], kind: "good")
    }

    /// Why something was not done, with the way to the field that it is about.
    func refused(_ form: AccountForm, _ words: Words) -> Context? {
        guard let refusal = form.refusal else { return nil }
        let key = "account.refused."
        let text: String
        switch (refusal.kind, refusal.count) {
        case (.wait, let seconds?) where seconds < 60:
            text = words.counted(key + "seconds", seconds)
        case (.wait, let seconds?):
            let minutes = (seconds + 59) / 60
            text = words(
                minutes == 1 ? key + "wait.one" : key + "wait",
                ["time": refusal.text ?? "", "count": words.number(minutes)]
            )
        default:
            text = words(
                key + refusal.kind.rawValue,
                ["count": refusal.count.map(words.number) ?? "", "text": refusal.text ?? ""]
            )
        }
        return .notice(text, title: words["account.refused"], kind: "bad")
    }
}

extension AccountForm {
    /// Whether there is nothing to fill in here.
    var isShut: Bool { [.noKey, .noMail, .closed, .plain].contains(refusal?.kind) }
}

extension AccountForm.Refusal.Kind {
    /// The field that is to be changed; nil where it is none.
    var field: String? {
        switch self {
        case .name: "name"
        case .email, .taken: "email"
        case .consent: "consent"
        case .short, .long, .common, .contains, .wrong, .password: "password"
        case .code: "code"
        case .keyScopes, .keyTwoSteps: "scopes"
        case .keyEnd: "until"
        case .keyAddress: "addresses"
        case .keptWrong: "kept"
        case .organisationName: "organisation-name"
        case .creditCode, .made: "credit-code"
        case .region: "region"
        case .invitee, .oneself, .held: "who"
        case .until, .wider: "until"
        case .reason: "reason"
        case .number: "number"
        case .successor: "to"
        case .noKey, .noMail, .closed, .stale, .wait, .suspended, .elsewhere, .plain, .keys, .kept: nil
        case .business, .power, .full, .over, .agency, .staff, .lastManager: nil
        case .providerUnreachable, .providerDenied, .providerStale, .providerUntrusted: nil
        case .providerTaken, .providerFull: nil
        case .notOffered, .mismatch, .unknown, .used, .unanswered, .simulated, .personFirst, .office, .confidential: nil
        }
    }
}

extension Context {
    /// A field for a name or an e-mail address.
    static func typed(
        _ name: String,
        _ words: Words,
        value: String,
        hint: String?,
        fills: String,
        _ wrong: String?
    ) -> Context {
        field(
            name,
            words["account.field." + name],
            hint: hint.map { words[$0] },
            input: ["type": "text", "value": value, "autocomplete": fills, "mode": name == "email" ? "email" : nil],
            isWrong: wrong == name
        )
    }

    /// A field for a password; a new one is told its rule before.
    static func secret(
        _ name: String,
        _ label: String,
        _ words: Words,
        fills: String,
        _ lengths: ClosedRange<Int>?,
        _ wrong: String?
    ) -> Context {
        let rule = lengths.map { lengths in
            words(
                "account.field.rule",
                ["least": words.number(lengths.lowerBound), "most": words.number(lengths.upperBound)]
            )
        }
        return field(
            name,
            words[label],
            hint: rule,
            input: ["type": "password", "value": "", "autocomplete": fills, "mode": nil],
            isWrong: wrong == name
        )
    }

    /// A field for a code of an app, or, where any sign may come, for a recovery code too.
    static func code(
        _ hint: String,
        _ words: Words,
        mode: String?,
        _ wrong: String?,
        label: String = "account.field.code"
    ) -> Context {
        field(
            "code",
            words[label],
            hint: words[hint],
            input: ["type": "text", "value": "", "autocomplete": "one-time-code", "mode": mode],
            isWrong: wrong == "code"
        )
    }
}
