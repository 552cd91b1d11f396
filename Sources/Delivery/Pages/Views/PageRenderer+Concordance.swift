import Links

extension PageRenderer {
    /// The form for symbols, and what stands beside each.
    package func concordance(_ model: ConcordancePage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let shown = model.rows.prefix(options.concordanceRows)
        let guess = Context.option("", words["concordance.guess"], isChosen: model.link.scheme == nil)
        let schemes = model.schemes.map { scheme in
            Context.option(scheme.name.rawValue, scheme.title, isChosen: scheme.name == model.link.scheme)
        }
        let context: Context = [
            "action": Link.concordance(ConcordanceLink(language: frame.language)).text + "#result",
            "csv": Link.concordancePath + ".csv" + (frame.language == .en ? "?lang=en" : ""),
            "text": Context.area("symbols", "s", words["concordance.text"], model.link.text, rows: 6),
            "from": Context.choices("from", "from", words["concordance.from"], [guess] + schemes),
            "hasResult": !model.link.text.allSatisfy(\.isWhitespace),
            "table": shown.isEmpty ? nil : table(Array(shown), words),
            "rest": model.rows.count > shown.count
                ? words(
                    "concordance.rest",
                    ["shown": words.number(shown.count), "count": words.number(model.rows.count)]
                )
                : nil,
            "unknown": said("concordance.unknown", model.unknown, words),
            "alone": said("concordance.alone", model.alone, words),
            "unread": model.unread > 0 ? words.counted("concordance.unread", model.unread) : nil,
            "industry": model.hasIndustryTable ? nil : words["concordance.industry"],
        ]
        let face = PageFace(
            title: words["concordance.page"],
            density: "work",
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.text.isEmpty,
            canonical: .concordance(ConcordanceLink(language: frame.language))
        )
        return page("concordance", context, face, frame)
    }

    private func said(_ key: String, _ symbols: [String], _ words: Words) -> String? {
        symbols.isEmpty ? nil : words(key, ["symbols": symbols.joined(separator: words.semicolon)])
    }

    private func table(_ rows: [ConcordancePage.Row], _ words: Words) -> Context {
        var table = TableView([
            (words["concordance.symbol"], false), (words["classes.scheme"], false), (words["concordance.other"], false),
            (words["classes.title.head"], false), (words["concordance.basis"], false),
            (words["concordance.both"], true), (words["concordance.share"], true),
        ])
        for row in rows {
            table.add([
                .init(row.own.symbol, href: Link.classes(row.own.link).text), .init(row.scheme),
                .init(row.other.symbol, href: Link.classes(row.other.link).text),
                .init(row.other.title ?? "", language: row.other.title == nil ? nil : row.other.titleLanguage),
                .init(words["concordance.basis." + row.basis.rawValue]), .init(both(row, words)),
                .init(row.share.map { words.decimal($0 * 100, places: 1) + "%" } ?? ""),
            ])
        }
        return table.context
    }

    private func both(_ row: ConcordancePage.Row, _ words: Words) -> String {
        guard let count = row.other.count else { return "" }
        let samples = count.samples > 0 ? "+" + words.number(count.samples) : ""
        return words.number(count.records) + samples
    }
}
