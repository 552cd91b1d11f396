import Links

/// Citations both ways: a drawing, and the lists that say the same in words.
extension RecordView {
    var citations: Context? {
        let list = documents(model.citations)
        guard list != nil || !model.literature.isEmpty || model.citing != nil else { return nil }
        return [
            "graph": graph, "documents": list,
            "literature": model.literature.isEmpty
                ? nil : ["items": Array(model.literature.prefix(options.documents))] as Context,
            "citing": model.citing.map(citing),
        ]
    }

    private func citing(_ citing: RecordPage.Citing) -> Context {
        let isPart = citing.total.all > citing.documents.count
        let name = citing.total.samples > 0 ? "record.citing.samples" : "record.citing"
        let count = words.number(citing.total.records)
        return [
            "heading": words(name, ["count": count, "samples": words.number(citing.total.samples)]),
            "list": documents(citing.documents),
            "empty": citing.total.all == 0 ? words["record.citing.none"] : nil,
            "more": isPart
                ? Context.link(
                    Link.search(citing.search).text,
                    words("record.citing.more", ["count": words.number(citing.total.all)])
                ) : nil,
        ]
    }

    // MARK: Drawing

    private var graph: Context? {
        let (left, right) = (model.citations, model.citing?.documents ?? [])
        guard !left.isEmpty || !right.isEmpty else { return nil }
        let (cites, isCited) = (Array(left.prefix(Self.side)), Array(right.prefix(Self.side)))
        let rows = max(cites.count, isCited.count)
        let middle = Self.top + (rows - 1) * Self.step / 2
        let total = model.citing?.total.all ?? 0
        var said = [words["record.graph.def"]]
        if left.count > Self.side || total > Self.side {
            said.append(words("record.graph.part", ["count": words.number(Self.side)]))
        }
        let own = model.numbers.first?.values.first.map(text) ?? model.link.number
        return [
            "title": words["record.graph"], "definition": said.joined(separator: words.semicolon),
            "height": Self.top + (rows - 1) * Self.step + 16,
            "heads": [
                head("end", "29%", words("record.graph.cites", ["count": words.number(left.count)])),
                head("start", "71%", words("record.graph.cited", ["count": words.number(total)])),
            ],
            "lines": cites.indices.map { line("30%", Self.y($0), "36%", middle) }
                + isCited.indices.map { line("64%", middle, "70%", Self.y($0)) },
            "nodes": cites.enumerated().map { node($1, "end", "29%", Self.y($0)) }
                + [node(own, "middle", "50%", middle, style: "v")]
                + isCited.enumerated().map { node($1, "start", "71%", Self.y($0)) },
        ]
    }

    private func head(_ anchor: String, _ x: String, _ text: String) -> Context {
        ["anchor": anchor, "x": x, "text": text]
    }

    private func line(_ x1: String, _ y1: Int, _ x2: String, _ y2: Int) -> Context {
        ["x1": x1, "y1": y1, "x2": x2, "y2": y2]
    }

    private func node(_ document: RecordPage.Document, _ anchor: String, _ x: String, _ y: Int) -> Context {
        node(document.number, anchor, x, y, href: href(of: document))
    }

    private func node(
        _ text: String,
        _ anchor: String,
        _ x: String,
        _ y: Int,
        href: String? = nil,
        style: String = "t"
    ) -> Context {
        let bare = text.filter { $0 != " " }
        let short = bare.count > Self.characters ? bare.prefix(Self.characters - 1) + "…" : bare
        return ["text": short, "anchor": anchor, "x": x, "y": y + 4, "href": href, "style": style]
    }

    private static func y(_ place: Int) -> Int { top + place * step }

    /// Documents drawn on each side at most; the lists have them all.
    private static let side = 12
    /// Where the first row stands and how far rows are apart, in pixels.
    private static let top = 36
    private static let step = 26
    /// What fits beside the others on a phone; the lists have numbers whole.
    private static let characters = 14
}
