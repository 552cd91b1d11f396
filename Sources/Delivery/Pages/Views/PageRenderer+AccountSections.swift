import Links

/// Pages of accounts with several parts: lists, facts and forms one below the other.
extension PageRenderer {
    func sections(
        _ title: String,
        lead: String?,
        _ sections: [Context],
        more: [Context],
        _ form: AccountForm,
        _ frame: PageFrame
    ) -> String {
        let words = words(frame.language)
        let context: Context = [
            "title": title, "lead": lead, "done": done(form, words), "refused": refused(form, words),
            "sections": sections, "more": Context.links(more), "signOut": signOut(form, words),
        ]
        return page("account-sections", context, accountFace(title, frame), frame)
    }

    /// A part of a page; where its table has no rows it says what would be there.
    func section(
        _ id: String,
        _ heading: String,
        text: String? = nil,
        facts: [(name: String, value: String)] = [],
        table: TableView? = nil,
        empty: (title: String, text: String)? = nil,
        forms: [Context] = [],
        more: [Context] = []
    ) -> Context {
        let isEmpty = table?.isEmpty ?? true
        let none: Context? =
            table == nil || !isEmpty
            ? nil : empty.map { ["title": $0.title, "text": $0.text, "hasLinks": false, "links": [] as [Context]] }
        return [
            "id": id, "heading": heading, "text": text,
            "facts": facts.isEmpty ? nil : Context.facts(facts.map { .fact($0.name, $0.value) }),
            "table": isEmpty ? nil : table?.context, "empty": none, "forms": forms,
            "more": more.isEmpty ? nil : Context.links(more),
        ]
    }

    /// A part with a form for something grave; where it is not certain who is signed in, the way to say so comes first.
    func grave(
        _ id: String,
        _ heading: String,
        text: String,
        _ form: AccountForm,
        _ words: Words,
        act: Context
    ) -> Context {
        grave(id, heading, text: text, form, words, acts: [act])
    }

    /// The same with several forms.
    func grave(
        _ id: String,
        _ heading: String,
        text: String,
        _ form: AccountForm,
        _ words: Words,
        acts: [Context]
    ) -> Context {
        guard !form.isCertain else { return section(id, heading, text: text, forms: acts) }
        let confirm = AccountLink(
            .confirm,
            next: Link.account(form.link.plain).text,
            language: words.language
        )
        return section(
            id,
            heading,
            text: text,
            more: [.link(Link.account(confirm).text, words["account.grave.confirm"])]
        )
    }

    /// The address of the page of an item.
    func href(_ place: AccountLink.Place, _ item: String, _ words: Words) -> String {
        Link.account(AccountLink(place, item: item, language: words.language)).text
    }

    /// The field for a reason.
    func reason(_ value: String, _ id: String, _ form: AccountForm, _ words: Words) -> Context {
        .field(
            "reason",
            words["authorisation.reason"],
            hint: words["authorisation.reason.hint"],
            input: ["type": "text", "value": value, "autocomplete": "off", "mode": nil],
            id: id,
            isWrong: form.refusal?.kind == .reason
        )
    }
}
