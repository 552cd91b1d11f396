import Links

/// Pages of running text.
extension PageRenderer {
    /// What the product is, where its data come from, what it keeps.
    package func about(_ model: AboutPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let sections = [
            prose("what", words, "about", 2),
            prose("data", words, "about", 2).adding(["table": counts(model, words)]),
            prose("sources", words, "about", 0).adding(sources(model, words)),
            prose("kept", words, "about", 0).adding(["points": points("about.kept", words)]),
            prose("licence", words, "about", 2),
            prose("version", words, "about", 0)
                .adding(["paragraphs": [words("about.version.1", ["version": model.version])]]),
        ]
        return prose("about", sections, .about, frame, words)
    }

    /// The accessibility statement.
    package func accessibility(_ frame: PageFrame) -> String {
        let words = words(frame.language)
        let sections = ["done", "tested", "missing"].map { name in
            prose(name, words, "accessibility", 0)
                .adding(["points": points("accessibility." + name, words)])
        }
        return prose("accessibility", sections, .accessibility, frame, words)
    }

    /// The query language by examples that are links.
    package func help(_ frame: PageFrame) -> String {
        let words = words(frame.language)
        var fields = TableView([
            (words["help.fields.code"], false), (words["help.fields.name"], false), (words["help.fields.means"], false),
        ])
        var number = 1
        while let code = words.optional("help.field.\(number).code") {
            fields.add([
                .init(code), .init(words["help.field.\(number).name"]), .init(words["help.field.\(number).means"]),
            ])
            number += 1
        }
        let context: Context = [
            "topics": ["words", "near", "numbers", "fields", "dates"].map { topic in
                [
                    "id": topic, "title": words["help.\(topic).title"],
                    "examples": examples(topic, frame.language, words),
                ] as Context
            },
            "fields": fields.context,
            "ways": Context.links(ways(frame.language, words)),
        ]
        let face = PageFace(
            title: words["help.page"],
            find: SearchState(language: frame.language),
            canonical: .page(.help, frame.language)
        )
        return page("help", context, face, frame)
    }

    /// The ways in besides the box.
    func ways(_ language: PageLanguage, _ words: Words) -> [Context] {
        [
            .link(Link.fields(FieldsLink(language: language)).text, words["fields.all"]),
            .link(Link.like(LikeLink(language: language)).text, words["like.all"]),
            .link(Link.related(RelatedLink(language: language)).text, words["related.way"]),
            .link(Link.names(NamesLink(language: language)).text, words["names.way"]),
            .link(Link.numbers(PastedText(language: language)).text, words["numbers.all"]),
            .link(Link.history(PastedText(language: language)).text, words["history.all"]),
            .link(Link.translation(TranslationLink(language: language)).text, words["translate.all"]),
            .link(Link.compare(CompareLink(language: language)).text, words["compare.all"]),
            .link(Link.fees(FeesLink(language: language)).text, words["fees.all"]),
            .link(Link.page(.kept, language).text, words["kept.all"]),
            .link(Link.page(.privacy, language).text, words["confidential.all"]),
            .link(Link.account(AccountLink(.signIn, language: language)).text, words["account.way"]),
            .link(Link.classes(ClassLink(language: language)).text, words["classes.all"]),
            .link(
                Link.concordance(ConcordanceLink(language: language)).text,
                words["concordance.all"],
                aside: words["concordance.aside"]
            ),
            .link(Link.codes(CodesLink(language: language)).text, words["codes.all"]),
            .link(Link.network(NetworkLink(language: language)).text, words["network.way"]),
            .link(Link.registers(RegisterLink(language: language)).text, words["registers.way"]),
            .link(Link.plan(PlanLink(language: language)).text, words["plan.way"]),
            .link(Link.indicators(IndicatorLink(language: language)).text, words["indicators.way"]),
        ]
    }

    private func examples(_ topic: String, _ language: PageLanguage, _ words: Words) -> [Context] {
        var rows: [Context] = []
        while let query = words.optional("help.\(topic).\(rows.count + 1).query") {
            rows.append([
                "href": Link.search(SearchState(query: query, language: language)).text, "query": query,
                "says": words["help.\(topic).\(rows.count + 1).says"],
            ])
        }
        return rows
    }

    // MARK: Prose

    func prose(
        _ name: String,
        _ sections: [Context],
        _ fixed: FixedPage,
        _ frame: PageFrame,
        _ words: Words
    ) -> String {
        let context: Context = [
            "title": words[name + ".title"], "lead": words[name + ".lead"], "sections": sections,
        ]
        let face = PageFace(
            title: words[name + ".page"],
            find: SearchState(language: frame.language),
            canonical: .page(fixed, frame.language)
        )
        return page("prose", context, face, frame)
    }

    func prose(_ name: String, _ words: Words, _ page: String, _ paragraphs: Int) -> Context {
        let key = page + "." + name
        return [
            "id": name, "title": words[key + ".title"],
            "paragraphs": (0..<paragraphs).map { words["\(key).\($0 + 1)"] },
            "points": nil, "table": nil, "button": nil,
        ]
    }

    func points(_ key: String, _ words: Words) -> Context {
        var items: [String] = []
        while let item = words.optional("\(key).\(items.count + 1)") { items.append(item) }
        return ["items": items]
    }

    private func counts(_ model: AboutPage, _ words: Words) -> Context {
        var table = TableView([
            (words["about.data.kind"], false), (words["about.data.records"], true), (words["about.data.samples"], true),
        ])
        for register in RegisterName.allCases {
            let tally = model.counts[register] ?? Tally(0)
            table.add([
                .init(
                    words["register." + register.rawValue],
                    href: Link.search(SearchState(register: register, language: words.language)).text
                ),
                .init(words.number(tally.records)), .init(words.number(tally.samples)),
            ])
        }
        return table.context
    }

    private func sources(_ model: AboutPage, _ words: Words) -> Context {
        guard !model.sources.isEmpty else { return ["paragraphs": [words["about.sources.none"]]] }
        var table = TableView([
            (words["about.sources.format"], false), (words["about.sources.records"], true),
            (words["about.sources.newest"], false),
        ])
        for source in model.sources {
            table.add([
                .init(source.format), .init(words.number(source.records)),
                .init(source.newest.map(words.date) ?? words["nodata"]),
            ])
        }
        return ["table": table.context]
    }
}
