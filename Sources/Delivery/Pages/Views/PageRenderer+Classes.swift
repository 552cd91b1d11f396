import Links

extension PageRenderer {
    /// All schemes, and classes found by words.
    package func classes(_ model: ClassesPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "find": wordField(model.link, words),
            "schemes": Context.links(
                model.schemes.map { scheme in
                    .link(
                        Link.classes(ClassLink(scheme.name, language: frame.language)).text,
                        scheme.title,
                        aside: words["classes.about." + scheme.name.rawValue]
                    )
                }
            ),
            "editions": editions(model, words),
            "finds": model.finds.map { finds in finds.map { self.finds($0, words, hasTitle: true) } },
            "isEmpty": model.finds?.isEmpty == true,
            "loose": model.finds?.contains { $0.isLoose } == true ? words["classes.loose"] : nil,
            "concordance": Link.concordance(ConcordanceLink(language: frame.language)).text,
            "codes": Link.codes(CodesLink(language: frame.language)).text,
        ]
        let face = PageFace(
            title: words["classes.page"],
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.words.isEmpty,
            canonical: .classes(ClassLink(language: frame.language))
        )
        return page("classes", context, face, frame)
    }

    /// A scheme or class, and the classes right below it.
    package func classLevel(_ model: ClassPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let shown = model.below.prefix(options.classRows)
        let context: Context = [
            "crumbs": crumbs(model, frame.language, words),
            "title": model.own?.symbol ?? model.scheme,
            "lead": model.own.map { own in
                ["text": model.fullTitle ?? own.title ?? words["classes.untitled"], "language": own.titleLanguage]
                    as Context
            },
            "count": count(model.count, words),
            "actions": Context.links(actions(model, words)),
            "find": model.own == nil ? wordField(model.link, words) : nil,
            "finds": model.finds.flatMap {
                $0.leading.isEmpty && $0.titled.isEmpty ? nil : finds($0, words, hasTitle: false)
            },
            "isEmpty": model.finds.map { $0.leading.isEmpty && $0.titled.isEmpty } ?? false,
            "loose": model.finds?.isLoose == true ? words["classes.loose"] : nil,
            "ipc": model.ipc.isEmpty ? nil : table(model.ipc, words),
            "below": shown.isEmpty ? nil : table(Array(shown), words),
            "isLeaf": shown.isEmpty && model.ipc.isEmpty,
            "rest": model.below.count > shown.count
                ? words("classes.rest", ["shown": words.number(shown.count), "count": words.number(model.below.count)])
                : nil,
            "note": note(model, words),
        ]
        let own = model.own.map { $0.symbol + ($0.title.map { " " + $0 } ?? "") + " · " } ?? ""
        let face = PageFace(
            title: own + model.scheme,
            density: "work",
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.words.isEmpty,
            canonical: .classes(ClassLink(model.link.scheme, model.link.symbol, language: frame.language))
        )
        return page("class", context, face, frame)
    }

    /// Where the titles come from, and what the table lacks.
    private func note(_ model: ClassPage, _ words: Words) -> String? {
        guard model.hasTitles else { return words["classes.untitled.note"] }
        if let edition = model.edition { return words("classes.edition", ["edition": edition]) }
        return model.link.scheme == .field ? words["classes.field.note"] : nil
    }

    private func wordField(_ link: ClassLink, _ words: Words) -> Context {
        [
            "action": Link.classes(ClassLink(link.scheme)).text, "value": link.words,
            "isEnglish": words.language == .en,
        ]
    }

    private func editions(_ model: ClassesPage, _ words: Words) -> Context {
        var table = TableView([
            (words["classes.scheme"], false), (words["classes.symbols"], true), (words["classes.source"], false),
        ])
        for scheme in model.schemes {
            let source = scheme.isLoaded ? words["classes.loaded"] : words["classes.builtin"]
            table.add([
                .init(scheme.title), .init(words.number(scheme.symbols)),
                .init(scheme.edition.map { source + words.semicolon + $0 } ?? source),
            ])
        }
        return table.context
    }

    private func crumbs(_ model: ClassPage, _ language: PageLanguage, _ words: Words) -> Context {
        var crumbs: [Context] = [
            ["href": Link.classes(ClassLink(language: language)).text, "rel": nil, "text": words["classes.page"]]
        ]
        if model.own != nil {
            let top = Link.classes(ClassLink(model.link.scheme, language: language)).text
            crumbs.append(["href": top, "rel": nil, "text": model.scheme])
        }
        crumbs += model.above.map { ["href": Link.classes($0.link).text, "rel": nil, "text": $0.symbol] }
        crumbs.append(["href": nil, "rel": nil, "text": model.own?.symbol ?? model.scheme])
        return ["crumbs": crumbs]
    }

    private func actions(_ model: ClassPage, _ words: Words) -> [Context] {
        var rows: [Context] = []
        if let search = model.own?.search {
            rows.append(.link(Link.search(search).text, words["classes.search"], aside: shortened(search.query)))
        }
        if let search = model.ownSearch {
            rows.append(.link(Link.search(search).text, words["classes.search.own"], aside: shortened(search.query)))
        }
        if let search = model.wideSearch {
            rows.append(.link(Link.search(search).text, words["classes.search.wide"], aside: shortened(search.query)))
        }
        if let link = model.concordance {
            rows.append(.link(Link.concordance(link).text, words["classes.concordance"]))
        }
        return rows
    }

    /// A query as it may stand beside a link.
    private func shortened(_ query: String) -> String { query.count > 40 ? query.prefix(40) + "…" : query }

    private func count(_ tally: Tally, _ words: Words) -> Context {
        [
            "text": words.counted("results.total", tally.records),
            "samples": tally.samples > 0 ? words.number(tally.samples) : nil,
        ]
    }

    private func finds(_ finds: ClassesPage.Finds, _ words: Words, hasTitle: Bool) -> Context {
        [
            "title": hasTitle ? finds.title : nil,
            "leading": finds.leading.isEmpty ? nil : table(finds.leading, words, caption: words["classes.leading"]),
            "titled": finds.titled.isEmpty ? nil : table(finds.titled, words, caption: words["classes.titled"]),
        ]
    }

    /// A number of records that leads to them.
    private func number(_ count: Int, _ row: ClassRow, _ words: Words) -> TableView.Cell {
        TableView.Cell(words.number(count), href: count > 0 ? row.search.map { Link.search($0).text } : nil)
    }

    private func table(_ rows: [ClassRow], _ words: Words, caption: String? = nil) -> Context {
        let isCounted = rows.contains { $0.count != nil }
        let hasSamples = rows.contains { ($0.count?.samples ?? 0) > 0 }
        let hasTitles = rows.contains { $0.title != nil }
        var heads = [(words["classes.symbol"], false)]
        if hasTitles { heads.append((words["classes.title.head"], false)) }
        if isCounted { heads.append((words["classes.records"], true)) }
        if hasSamples { heads.append((words["classes.samples"], true)) }
        var table = TableView(heads, caption: caption)
        for row in rows {
            var cells = [TableView.Cell(row.symbol, href: Link.classes(row.link).text)]
            if hasTitles {
                cells.append(TableView.Cell(row.title ?? "", language: row.title == nil ? nil : row.titleLanguage))
            }
            if isCounted {
                cells.append(number(row.count?.records ?? 0, row, words))
            }
            if hasSamples { cells.append(number(row.count?.samples ?? 0, row, words)) }
            table.add(cells)
        }
        return table.context
    }
}
