import Links

/// The family as a tree: the earliest filing, countries, documents with their dates and states.
extension RecordView {
    var family: Context? {
        guard !model.family.isEmpty else { return nil }
        let members = Array(model.family.prefix(options.documents))
        let groups = Dictionary(grouping: members) { $0.country ?? words["nodata"] }
        let countries = groups.map { country, documents in
            let sorted = documents.sorted { ($0.date ?? "9", $0.number) < ($1.date ?? "9", $1.number) }
            return (country: country, documents: sorted)
        }
        .sorted { left, right in
            (left.documents[0].date ?? "9", left.country) < (right.documents[0].date ?? "9", right.country)
        }
        let branches = countries.map { country, documents in
            node(
                country,
                aside: documents.count > 1 ? words.number(documents.count) : nil,
                branch: documents.map { member($0) }
            )
        }
        guard let first = model.priorities.min(by: { ($0.date ?? "9") < ($1.date ?? "9") }) else {
            return ["nodes": branches]
        }
        let text = words("record.family.priority", ["number": first.number])
        return [
            "nodes": [
                node(
                    text,
                    aside: first.date.map(words.date),
                    state: first.state,
                    href: href(of: first),
                    branch: branches
                )
            ]
        ]
    }

    private func member(_ document: RecordPage.Document) -> Context {
        let said = [
            document.date.map(words.date), document.isOwn ? words["record.family.own"] : nil, document.note,
            document.isOwn ? nil : document.title,
        ]
        .compactMap { $0 }
        return node(
            document.number,
            aside: said.isEmpty ? nil : said.joined(separator: words.semicolon),
            state: document.state,
            href: document.isOwn ? nil : href(of: document),
            isOwn: document.isOwn
        )
    }

    private func node(
        _ text: String,
        aside: String? = nil,
        state: StateChip? = nil,
        href: String? = nil,
        isOwn: Bool = false,
        branch: [Context] = []
    ) -> Context {
        [
            "text": text, "href": href, "aside": aside, "state": state.map { Context.state($0) }, "isOwn": isOwn,
            "branch": branch.isEmpty ? nil : ["nodes": branch] as Context,
        ]
    }
}
