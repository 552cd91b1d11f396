import Links

/// What the pages of who administers accounts are made of.
extension PageRenderer {
    /// What such a page tells the layout: nobody finds it by a search engine.
    func adminFace(_ title: String, _ frame: PageFrame) -> PageFace {
        PageFace(title: title, density: "work", find: SearchState(language: frame.language), isPrivate: true)
    }

    /// A form that changes something or shows more.
    func adminAct(
        _ form: AdminForm,
        _ words: Words,
        text: String? = nil,
        fields: [Context],
        kind: String? = "go",
        doing: String? = nil,
        go: String
    ) -> Context {
        var pairs = [(name: "form", value: form.token)]
        if words.language != .zh { pairs.append((name: "lang", value: words.language.rawValue)) }
        return .act(
            to: Link.admin(AdminLink(form.link.place)).text,
            hidden: Context.hidden(pairs),
            text: text,
            fields: fields,
            kind: kind,
            doing: doing,
            go: go
        )
    }

    /// What was just done.
    func adminDone(_ form: AdminForm, _ words: Words) -> Context? {
        guard form.refusal == nil, let done = form.link.done else { return nil }
        return .notice(words["admin.done." + done.rawValue], title: words["admin.done"], kind: "good")
    }

    /// Why something was not done.
    func adminRefused(_ form: AdminForm, _ words: Words) -> Context? {
        form.refusal.map { .notice(words["admin.refused." + $0.rawValue], title: words["admin.refused"], kind: "bad") }
    }

    /// A link to another of these pages.
    func adminLink(_ place: AdminLink.Place, _ text: String, _ words: Words, account: String? = nil) -> Context {
        .link(Link.admin(AdminLink(place, account: account, language: words.language)).text, text)
    }
}

extension AdminForm.Refusal {
    /// The field that is to be changed; nil where it is none.
    var field: String? {
        switch self {
        case .reason: "reason"
        case .nobody, .notFound, .held, .administrator: "who"
        case .role: "role"
        case .scope: "place"
        case .until: "until"
        case .name: "name"
        case .office, .already, .elsewhere, .decision, .changed, .confirm, .wrong, .same, .text: nil
        }
    }
}

extension Context {
    /// A field of a form of who administers accounts, with what was typed in it.
    ///
    /// - Parameters:
    ///   - name: Its name; its text is that of `admin.field.` and the name.
    ///   - form: The form.
    ///   - words: The texts.
    ///   - id: Its id, where forms of one page have fields of the same name.
    ///   - hint: The text of the hint.
    ///   - isOptional: Whether nothing may stand in it.
    /// - Returns: The field.
    static func admin(
        _ name: String,
        _ form: AdminForm,
        _ words: Words,
        id: String? = nil,
        hint: String? = nil,
        isOptional: Bool = false
    ) -> Context {
        field(
            name,
            words["admin.field." + name],
            hint: hint,
            input: ["type": "text", "value": form.typed[name] ?? "", "autocomplete": "off", "mode": nil],
            id: id,
            isOptional: isOptional,
            isWrong: form.refusal?.field == name
        )
    }
}
