import Links

extension PageRenderer {
    /// The form for a history of queries, and every query with what it finds.
    package func history(_ model: HistoryPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var table = TableView([
            (words["history.query"], false), (words["history.records"], true), (words["history.samples"], true),
            (words["history.open"], false),
        ])
        for line in model.lines {
            guard case .counted(let tally, let query, let isExact) = line.outcome else { continue }
            let least = isExact ? "" : "≥ "
            table.add([
                .init("#\(line.number)  \(line.text)"), .init(least + words.number(tally.records)),
                .init(tally.samples > 0 ? "+" + words.number(tally.samples) : ""), open(query, words),
            ])
        }
        let refused = model.lines.compactMap { refusal($0, words) }
        let context: Context = [
            "action": Link.history(PastedText(language: frame.language)).text + "#result",
            "text": Context.area("history", "h", words["history.text"], model.link.text, rows: 8),
            "hasResult": !model.lines.isEmpty,
            "kept": Link.page(.kept, frame.language).text,
            // A history too long for an address is in none.
            "keep": frame.link == .history(model.link) ? words["history.keep"] : nil,
            "refused": refused,
            "table": table.isEmpty ? nil : table.context,
            "uncounted": model.uncounted > 0 ? words.counted("history.uncounted", model.uncounted) : nil,
            "examples": Self.histories.map { lines, key in
                [
                    "href": Link.history(PastedText(lines, language: frame.language)).text,
                    "lines": lines.split(separator: "\n").map(String.init),
                    "says": words[key],
                ] as Context
            },
        ]
        let face = PageFace(
            title: words["history.page"],
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.text.isEmpty,
            canonical: .history(PastedText(language: frame.language)),
            canKeep: true
        )
        return page("history", context, face, frame)
    }

    /// The way to what a query finds; a query too long for an address has none.
    private func open(_ query: String, _ words: Words) -> TableView.Cell {
        let link = Link.search(SearchState(query: query, language: words.language))
        return link.isShort ? .init(words["history.hits"], href: link.text) : .init(words["history.long"])
    }

    private func refusal(_ line: HistoryPage.Line, _ words: Words) -> Context? {
        guard case .refused(let message, let place) = line.outcome else { return nil }
        let pieces = CaretPieces(query: line.text, position: place.lowerBound, length: place.count)
        return [
            "number": "#\(line.number)", "before": pieces.before, "wrong": pieces.wrong, "after": pieces.after,
            "isGood": false, "message": message,
        ]
    }

    /// Histories to try, with the keys of what they show.
    private static let histories = [
        ("TI=(电池 OR battery)\nIPC=H01M10\n#1 AND #2\n#3 NOT LS=失效", "history.example.1"),
        ("PA=大学\nAD>=2020\n#1 AND #2 AND TYPE=发明专利", "history.example.2"),
    ]
}
