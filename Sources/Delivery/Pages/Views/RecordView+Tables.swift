import Links

/// The tables at the end of a record's page.
extension RecordView {
    func documents(_ list: [RecordPage.Document]) -> Context? {
        guard !list.isEmpty else { return nil }
        let hasNote = list.contains { $0.note != nil }
        let hasState = list.contains { $0.state != nil }
        var table = TableView(
            [
                (words["record.document.number"], false), (words["record.document.country"], false),
                (words["record.document.date"], false),
            ] + (hasNote ? [(words["record.document.note"], false)] : [])
                + (hasState ? [(words["record.document.state"], false)] : [])
        )
        for document in list.prefix(options.documents) {
            let link = document.link.map { Link.record($0) } ?? document.search.map { Link.search($0) }
            var cells: [TableView.Cell] = [
                .init(document.number, href: link?.text),
                .init(document.country ?? words["nodata"]),
                .init(document.date.map(words.date) ?? words["nodata"]),
            ]
            if hasNote { cells.append(.init(document.note ?? "")) }
            if hasState {
                cells.append(document.state.map { .init("", state: $0) } ?? .init(words["nodata"]))
            }
            table.add(cells)
        }
        return table.context
    }

    var citations: Context? {
        let list = documents(model.citations)
        guard list != nil || !model.literature.isEmpty else { return nil }
        return [
            "documents": list,
            "literature": model.literature.isEmpty
                ? nil : ["items": Array(model.literature.prefix(options.documents))] as Context,
        ]
    }

    var drawings: Context? {
        guard !model.drawings.isEmpty else { return nil }
        let hasLabel = model.drawings.contains { $0.label != nil }
        var table = TableView(
            [(words["record.drawings.file"], false)] + (hasLabel ? [(words["record.drawings.label"], false)] : [])
        )
        for drawing in model.drawings.prefix(options.documents) {
            table.add([.init(drawing.file), .init(drawing.label ?? "")])
        }
        return table.context
    }

    var sources: Context? {
        guard !model.sources.isEmpty else { return nil }
        var table = TableView([
            (words["record.sources.file"], false), (words["record.sources.format"], false),
            (words["record.sources.date"], false), (words["record.sources.says"], false),
        ])
        for source in model.sources {
            table.add([
                .init(source.file), .init(source.format), .init(source.date.map(words.date) ?? words["nodata"]),
                .init(source.says ?? words["nodata"]),
            ])
        }
        return table.context
    }

    var versions: Context? {
        guard !model.versions.isEmpty else { return nil }
        var table = TableView([
            (words["record.versions.number"], false), (words["record.versions.date"], false),
            (words["record.versions.sequence"], true), (words["record.versions.digest"], false),
        ])
        for version in model.versions.sorted(by: { $0.number > $1.number }) {
            table.add([
                .init(words.number(version.number)), .init(words.date(version.date)),
                .init(words.number(Int(clamping: version.sequence))), .init(version.digest),
            ])
        }
        return table.context
    }
}
