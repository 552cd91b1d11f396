import Links

/// The context of a record's page.
struct RecordView {
    let renderer: PageRenderer
    let model: RecordPage
    let frame: PageFrame
    let words: Words

    init(renderer: PageRenderer, model: RecordPage, frame: PageFrame) {
        self.renderer = renderer
        self.model = model
        self.frame = frame
        words = renderer.words(frame.language)
    }

    var options: PageRenderer.Options { renderer.options }

    /// The permanent address, in the language of the page.
    var permanent: RecordLink { RecordLink(model.link.register, model.link.number, language: frame.language) }

    var context: Context {
        let sections = sections
        let head: Context = [
            "hasCrumbs": model.link.search != nil, "crumbs": crumbs,
            "titleLanguage": foreign(model.title.language), "titleMarkup": model.title.markup,
            "isSample": model.isSample,
            "otherTitles": model.otherTitles.map { part in
                ["language": foreign(part.language), "text": part.paragraphs.joined(separator: " ")] as Context
            },
            "state": Context.state(model.status.chip, isLarge: true),
            "right": words["right." + model.right.rawValue],
            "numbers": model.numbers.flatMap { fact in
                fact.values.map { ["name": words["fact." + fact.name.rawValue], "text": text(of: $0)] as Context }
            },
            "sentence": model.status.sentence ?? (model.status.chip.shape == .none ? words["record.status.none"] : nil),
            "statusSource": statusSource,
            "nextSteps": nextSteps,
            "sampleNotice": nil,
            "label": words["record.tabs"],
            "tabs": sections.compactMap { $0.tab(words) },
            "star": ["id": model.link.entry, "title": model.title.plain] as Context,
            "kept": Link.page(.kept, frame.language).text,
            "titleOrigin": model.origins[.title].map(mark),
            "actions": Context.links(actions),
            "files": Context.links(files),
            "references": model.references.map { ["style": $0.style, "text": $0.text] as Context },
            "version": frame.snapshot.map {
                words("record.cite.version", ["sequence": words.number(Int(clamping: $0.sequence))])
            },
            "oneSource": model.sources.count == 1 ? words["record.sources.one"] : nil,
            "permanent": Link.record(permanent).text,
            "permanentText": frame.origin + Link.record(model.link.permanent).text,
        ]
        let contents = Dictionary(sections.map { ($0.name, $0.context) }) { first, _ in first }
        return Section.names.reduce(head) { context, name in
            context.adding([name: contents[name]])
        }
    }

    // MARK: Head

    private var crumbs: [Context] {
        guard let search = model.link.search, let position = model.link.position else { return [] }
        let page = (position - 1) / search.pageSize + 1
        let isNumbered = page * search.pageSize <= options.search.numberedHits
        let back = isNumbered ? search.going(to: page) : search.going(to: 1)
        var crumbs: [Context] = [
            [
                "href": Link.search(back).text, "rel": nil,
                "text": search.query.isEmpty ? words["record.back"] : search.query,
            ]
        ]
        let total = model.searchTotal.map(words.number) ?? "…"
        crumbs.append([
            "href": nil, "rel": nil,
            "text": words("record.position", ["position": words.number(position), "total": total]),
        ])
        for (link, rel) in [(model.previous, "prev"), (model.next, "next")] {
            guard let link else { continue }
            let key = rel == "prev" ? "record.previous" : "record.next"
            crumbs.append(["href": Link.record(link).text, "rel": rel, "text": words[key]])
        }
        return crumbs
    }

    private var statusSource: String? {
        guard let source = model.status.source else { return nil }
        guard let date = model.status.date else { return words("record.status.source", ["source": source]) }
        return words("record.status.source.date", ["source": source, "date": words.date(date)])
    }

    /// The language of a text where it is not that of the page.
    func foreign(_ language: String?) -> String? {
        language == frame.language.rawValue ? nil : language
    }

    /// The name of a language, for a heading; nil where the source does not say.
    func languageName(_ language: String?) -> String? {
        guard let language else { return nil }
        return words.optional("language." + language) ?? words("language.other", ["code": language])
    }

    func text(of value: RecordPage.Fact.Value) -> String {
        switch value {
        case .text(let text), .number(let text): text
        case .date(let date): words.date(date)
        case .party(let party): party.name
        case .symbol(let symbol): symbol.symbol
        }
    }

    // MARK: Beside

    private var actions: [Context] {
        var rows: [Context] = []
        if let search = model.link.search {
            rows.append(.link(Link.search(search).text, words["record.do.search"]))
        }
        if let applicant = firstSearch(of: [.applicant, .owner]) {
            rows.append(.link(Link.search(applicant).text, words["record.do.applicant"]))
        }
        if let search = model.classes.first?.symbols.first?.search {
            rows.append(.link(Link.search(search).text, words["record.do.class"]))
        }
        if let page = model.classes.first?.symbols.first?.page {
            rows.append(.link(Link.classes(page).text, words["record.do.browse"]))
        }
        let like = LikeLink(record: model.link.entry, language: words.language)
        rows.append(.link(Link.like(like).text, words["record.do.like"]))
        let compare = CompareLink([model.link.entry], language: frame.language)
        rows.append(.link(Link.compare(compare).text, words["compare.with"]))
        return rows
    }

    /// The record in every form that can be taken along.
    private var files: [Context] {
        let twin = Link.record(model.link).twin(.json).map {
            Context.link($0, words["record.file.json"], aside: "JSON")
        }
        let own = RecordLink(model.link.register, model.link.number, language: words.language)
        return [twin].compactMap { $0 }
            + RecordFormat.allCases.map { format in
                .link(
                    Link.recordFile(own, format).text,
                    words["record.file." + format.rawValue],
                    aside: format.fileSuffix.uppercased()
                )
            }
    }

    private func firstSearch(of names: [FactName]) -> SearchState? {
        for fact in model.facts where names.contains(fact.name) {
            for case .party(let party) in fact.values {
                if let search = party.search { return search }
            }
        }
        return nil
    }
}
