import Links

/// The pictures of a record, and the names of those that are not kept.
extension RecordView {
    var drawings: Context? {
        guard !model.drawings.isEmpty else { return nil }
        let kept = model.drawings.filter { $0.picture != nil }
        let figures = kept.filter { $0.kind != .formula }
        let formulas = kept.filter { $0.kind == .formula }
        return [
            "figures": figures.isEmpty ? nil : list(figures, isSmall: false),
            "formulas": formulas.isEmpty
                ? nil
                : list(formulas, isSmall: true).adding([
                    "summary": words.counted("record.formulas", formulas.count)
                ]),
            "missing": missing,
        ]
    }

    /// How many figures the record has, for the tab; nil where it has none.
    var figureCount: Int? {
        let count = model.drawings.count { $0.kind == .figure }
        return count > 0 ? count : nil
    }

    private func list(_ drawings: [RecordPage.Drawing], isSmall: Bool) -> Context {
        let counts = Dictionary(model.drawings.map { ($0.kind, 1) }, uniquingKeysWith: +)
        return [
            "isSmall": isSmall,
            "items": drawings.prefix(options.documents).compactMap { item($0, of: counts[$0.kind] ?? 0) },
        ]
    }

    private func item(_ drawing: RecordPage.Drawing, of count: Int) -> Context? {
        guard let picture = drawing.picture else { return nil }
        let number = words.number(drawing.number)
        return [
            "href": Link.drawing(picture.link).text,
            "width": String(picture.width), "height": String(picture.height),
            "label": words("record.drawing." + drawing.kind.rawValue, ["number": number]),
            "text": words(
                "record.drawing." + drawing.kind.rawValue + ".of",
                ["number": number, "total": words.number(count)]
            ),
        ]
    }

    /// The files that the source names and that are not kept.
    private var missing: Context? {
        let files = model.drawings.filter { $0.picture == nil }
        guard !files.isEmpty else { return nil }
        var table = TableView([(words["record.drawings.file"], false), (words["record.drawings.label"], false)])
        for drawing in files.prefix(options.documents) {
            let number = words.number(drawing.number)
            table.add([
                .init(drawing.file), .init(words("record.drawing." + drawing.kind.rawValue, ["number": number])),
            ])
        }
        return table.context
    }
}
