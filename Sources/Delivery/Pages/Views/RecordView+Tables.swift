import Links

/// The tables at the end of a record's page.
extension RecordView {
    func documents(_ list: [RecordPage.Document]) -> Context? {
        guard !list.isEmpty else { return nil }
        let hasNote = list.contains { $0.note != nil }
        let hasState = list.contains { $0.state != nil }
        let hasTitle = list.contains { $0.title != nil }
        var table = TableView(
            [
                (words["record.document.number"], false), (words["record.document.country"], false),
                (words["record.document.date"], false),
            ] + (hasTitle ? [(words["record.document.title"], false)] : [])
                + (hasNote ? [(words["record.document.note"], false)] : [])
                + (hasState ? [(words["record.document.state"], false)] : [])
        )
        for document in list.prefix(options.documents) {
            var cells: [TableView.Cell] = [
                .init(document.number, href: href(of: document)),
                .init(document.country ?? words["nodata"]),
                .init(document.date.map(words.date) ?? words["nodata"]),
            ]
            if hasTitle { cells.append(.init(document.title ?? "")) }
            if hasNote { cells.append(.init(document.note ?? "")) }
            if hasState {
                cells.append(document.state.map { .init("", state: $0) } ?? .init(words["nodata"]))
            }
            table.add(cells)
        }
        return table.context
    }

    /// Its record, else the search for its number.
    func href(of document: RecordPage.Document) -> String? {
        (document.link.map { Link.record($0) } ?? document.search.map { Link.search($0) })?.text
    }

    var sources: Context? {
        guard !model.sources.isEmpty else { return nil }
        let hasDate = model.sources.contains { $0.date != nil }
        var table = TableView(
            [
                (words["record.sources.number"], false), (words["record.sources.file"], false),
                (words["record.sources.format"], false),
            ] + (hasDate ? [(words["record.sources.date"], false)] : []) + [(words["record.sources.says"], false)]
        )
        for (place, source) in model.sources.enumerated() {
            var cells: [TableView.Cell] = [.init(words.number(place + 1)), .init(source.file), .init(source.format)]
            if hasDate { cells.append(.init(source.date.map(words.date) ?? words["nodata"])) }
            cells.append(.init(source.says ?? words["nodata"]))
            table.add(cells, anchor: "source-\(place + 1)")
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
