import Links

/// Signing in with accounts of outside providers, and the page on which they are linked.
extension PageRenderer {
    /// The accounts of outside providers of who is signed in, with the forms that link and unlink them.
    package func providers(_ model: ProvidersPage, _ form: AccountForm, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([(words["providers.name"], false), (words["providers.since"], false)])
        for line in model.lines { table.add([.init(line.provider), .init(words.moment(line.time))]) }
        let list = section(
            "linked",
            words["providers.linked"],
            table: table,
            empty: (words["providers.none"], words["providers.none.text"])
        )
        let unlinking = model.lines.map { line in
            act(
                form,
                words,
                hidden: [("unlink", line.id)],
                kind: "bad",
                go: words("providers.unlink", ["provider": line.provider, "time": words.moment(line.time)])
            )
        }
        let linking = model.offered.map { provider in
            act(
                form,
                words,
                hidden: [("provider", provider.id)],
                go: words("providers.link", ["provider": provider.name])
            )
        }
        let none = section("add", words["providers.add"], text: words["providers.add.none"])
        let add = grave("add", words["providers.add"], text: words["providers.add.text"], form, words, acts: linking)
        let remove = grave(
            "remove",
            words["providers.remove"],
            text: words["providers.remove.text"],
            form,
            words,
            acts: unlinking
        )
        return sections(
            words["providers.page"],
            lead: words["providers.lead"],
            [list, linking.isEmpty ? none : add] + (unlinking.isEmpty ? [] : [remove]),
            more: [mine(frame.language, words)],
            form,
            frame
        )
    }

    /// What happens to an account of a provider once the form was sent; nil where none waits.
    func linking(_ form: AccountForm, _ words: Words) -> String? {
        form.linking.map { words("providers.linking", ["provider": $0.provider, "account": $0.account]) }
    }

    /// Ways in besides the password: a button for each provider; where an account of one waits, a new account for it.
    func insteadOfPassword(_ form: AccountForm, isOpen: Bool, _ words: Words) -> [Context] {
        guard form.linking == nil else {
            var new = form
            new.link = AccountLink(.signUp, next: form.link.next, language: form.link.language)
            let text = words["providers.new.text"]
            return isOpen ? [act(new, words, text: text, kind: nil, doing: "begin", go: words["providers.new"])] : []
        }
        return form.providers.enumerated().map { number, provider in
            act(
                form,
                words,
                text: number == 0 ? words["providers.instead"] : nil,
                hidden: [("provider", provider.id)],
                kind: nil,
                doing: "outside",
                go: words("providers.sign-in", ["provider": provider.name])
            )
        }
    }
}
