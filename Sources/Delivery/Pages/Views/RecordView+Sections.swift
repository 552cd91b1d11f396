import Links

/// The sections of a record's page; one without contents is left out, in the page and in its tabs.
extension RecordView {
    /// One section as its template wants it.
    struct Section {
        let name: String
        /// The anchor in the page.
        let anchor: String
        /// The key of its name in the tabs.
        let key: String
        let count: Int?
        let context: Context

        /// Every name a template may ask for.
        static let names = [
            "facts", "abstracts", "classes", "goods", "claimSets", "law", "family", "priorities", "citations",
            "description", "drawings", "sources", "versions",
        ]

        func tab(_ words: Words) -> Context? {
            .tab(words[key], "#" + anchor, count: count.map(words.number))
        }
    }

    var sections: [Section] {
        [
            section("facts", "facts", "record.facts", nil, factList(model.facts, isWide: true)),
            section("abstracts", "abstract", "record.abstract", nil, texts(model.abstracts, fold: .max, .abstracts)),
            section("classes", "classes", "record.classes", nil, classes),
            section("goods", "goods", "record.goods", model.goods.count, goods),
            section("claimSets", "claims", "record.claims", model.claims.first?.claims.count, claims),
            section("law", "legal", "record.legal", nil, law),
            section("family", "family", "record.family", model.family.count, family),
            section(
                "priorities",
                "priorities",
                "record.priorities",
                model.priorities.count,
                documents(model.priorities)
            ),
            section(
                "citations",
                "citations",
                "record.citations",
                citationCount > 0 ? citationCount : nil,
                citations
            ),
            section(
                "description",
                "description",
                "record.description",
                nil,
                texts(model.description, fold: options.paragraphs, .description)
            ),
            section("drawings", "drawings", "record.drawings", figureCount, drawings),
            section("sources", "sources", "record.sources", model.sources.count, sources),
            section("versions", "versions", "record.versions", model.versions.count, versions),
        ].compactMap { $0 }
    }

    /// Citations both ways.
    private var citationCount: Int {
        model.citations.count + model.literature.count + (model.citing?.total.all ?? 0)
    }

    private func section(_ name: String, _ anchor: String, _ key: String, _ count: Int?, _ context: Context?)
        -> Section?
    {
        // Where the part comes from; named apart from the marks of facts inside it.
        let origin = Self.parts[name].flatMap { model.origins[$0] }.map(mark)
        return context.map {
            Section(name: name, anchor: anchor, key: key, count: count, context: $0.adding(["origin": origin]))
        }
    }

    private static let parts: [String: RecordPage.Part] = [
        "abstracts": .abstracts, "classes": .classes, "goods": .goods, "claimSets": .claims,
        "priorities": .priorities, "citations": .citations, "description": .description,
    ]

    /// The number of a source, leading to its line.
    func mark(_ source: Int) -> Context {
        [
            "href": "#source-\(source)", "text": words.number(source),
            "label": words("record.sources.mark", ["number": words.number(source)]),
        ]
    }

    // MARK: Facts and classes

    private func factList(_ facts: [RecordPage.Fact], isWide: Bool) -> Context? {
        let rows = facts.filter { !$0.values.isEmpty }.map { fact in
            row(words["fact." + fact.name.rawValue], fact.values.map(cell)).adding([
                "mark": fact.source.map(mark),
                "others": fact.others.map { other -> Context in
                    let said = other.values.map(text).joined(separator: words.semicolon)
                    return ["text": words("record.sources.other", ["value": said]), "mark": mark(other.source)]
                },
            ])
        }
        return rows.isEmpty ? nil : ["isWide": isWide, "facts": rows]
    }

    func row(_ name: String, _ cells: [(text: String, href: String?, aside: String?)]) -> Context {
        [
            "name": name, "isNumber": true, "mark": nil, "others": nil,
            "values": cells.enumerated().map { index, cell in
                [
                    "text": cell.text, "href": cell.href, "aside": cell.aside,
                    "joint": index + 1 < cells.count ? words.semicolon : nil,
                ] as Context
            },
        ]
    }

    private func cell(_ value: RecordPage.Fact.Value) -> (text: String, href: String?, aside: String?) {
        switch value {
        case .party(let party): (party.name, party.search.map { Link.search($0).text }, party.place)
        case .symbol(let symbol): (symbol.symbol, symbol.search.map { Link.search($0).text }, symbol.title)
        case .text, .number, .date: (text(of: value), nil, nil)
        }
    }

    private var classes: Context? {
        let rows = model.classes.filter { !$0.symbols.isEmpty }.map { group in
            row(group.scheme, group.symbols.map { cell(.symbol($0)) })
        }
        return rows.isEmpty ? nil : ["isWide": false, "facts": rows]
    }

    // MARK: Texts

    private func texts(_ parts: [RecordPage.TextPart], fold: Int, _ kind: RecordPage.Part) -> Context? {
        let parts = parts.filter { !$0.paragraphs.isEmpty }
        guard !parts.isEmpty else { return nil }
        return [
            "amendment": amendment(of: kind),
            "parts": parts.map { part in
                Context.textPart(
                    part.paragraphs,
                    language: foreign(part.language),
                    label: label(of: part, among: parts.count),
                    fold: fold == .max ? .max - 2 : fold,
                    summary: { words.counted("record.description.more", $0) }
                )
            },
        ]
    }

    /// The language of a part where there are several, and whether a machine wrote it.
    private func label(of part: RecordPage.TextPart, among count: Int) -> String? {
        let name = count > 1 ? languageName(part.language) : nil
        let machine = part.isMachineTranslation ? words["record.machine"] : nil
        let said = [name, machine].compactMap { $0 }
        return said.isEmpty ? nil : said.joined(separator: words.semicolon)
    }

    private var goods: Context? {
        var table = TableView([(words["record.goods.class"], false), (words["record.goods.text"], false)])
        for item in model.goods {
            let symbol = item.symbol?.symbol ?? words["nodata"]
            table.add([.init(symbol, href: item.symbol?.search.map { Link.search($0).text }), .init(item.text)])
        }
        return table.isEmpty ? nil : table.context
    }
}
