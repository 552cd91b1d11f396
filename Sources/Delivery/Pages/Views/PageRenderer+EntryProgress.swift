import Links

/// How far a measure is, as events say.
extension PageRenderer {
    func progress(_ progress: EntryProgress, _ words: Words) -> Context {
        var table = TableView([
            (words["progress.time"], false), (words["progress.field"], false), (words["progress.event"], false),
        ])
        for event in progress.events {
            table.add([.init(words.moment(event.time)), .init(event.field), .init(text(event.what, words))])
        }
        return [
            "table": table.isEmpty ? nil : table.context,
            "figures": progress.figures.isEmpty
                ? nil
                : Context.links(
                    progress.figures.map { figure in
                        .link(Link.indicators(figure.link).text, figure.title, aside: value(of: figure, words))
                    }
                ),
        ]
    }

    /// The value of a figure with what one is called.
    func value(of figure: PlanPage.Figure, _ words: Words) -> String {
        cells(figure.value, words).map(\.text).joined(separator: words.semicolon)
            + (figure.value.shares.isEmpty ? figure.unit.map { " " + $0 } ?? "" : "")
    }

    private func text(_ event: EntryProgress.Event.What, _ words: Words) -> String {
        switch event {
        case .state(nil, let state): words("progress.state.first", ["state": state])
        case .state(let before?, let state): words("progress.state", ["before": before, "state": state])
        case .file(let name, true): words("progress.file.added", ["name": name])
        case .file(let name, false): words("progress.file.removed", ["name": name])
        }
    }
}
