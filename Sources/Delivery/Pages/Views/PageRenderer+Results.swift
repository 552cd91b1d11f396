package import Links

extension PageRenderer {
    /// A page of hits, or the page that says there are none and what to try.
    package func results(_ model: ResultsPage, _ frame: PageFrame) -> String {
        let view = ResultsView(renderer: self, model: model, frame: frame)
        let face = PageFace(
            // A browser keeps titles in its history.
            title: frame.isConfidential ? words(frame.language)["results.page"] : view.title,
            density: "work",
            sampleLine: view.sampleLine,
            find: model.state,
            door: .search,
            isPrivate: !model.state.facets.isEmpty || model.state.page > 1,
            canonical: .search(model.state.going(to: 1)),
            canKeep: true
        )
        return page("results", view.context, face, frame)
    }

    /// The page for a query that cannot be read.
    package func queryError(_ model: QueryErrorPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let pieces = CaretPieces(query: model.state.query, position: model.position, length: model.length)
        let place = words.number(min(max(0, model.position), model.state.query.count) + 1)
        let isEnd = model.position >= model.state.query.count
        let where_ =
            isEnd
            ? words("queryerror.end", ["message": model.message])
            : words("queryerror.where", ["position": place, "message": model.message])
        let help = Link.page(.help, frame.language).text
        let context: Context = [
            "before": pieces.before, "wrong": pieces.wrong, "after": pieces.after, "isGood": false,
            "where": where_,
            "suggestion": model.suggestion.map { text in
                ["href": Link.search(model.state.replacingQuery(text)).text, "text": text] as Context
            },
            "links": [model.translation.map { translated($0, words) }, Context.link(help, words["problem.help"])]
                .compactMap(\.self),
        ]
        let face = PageFace(
            title: words["queryerror.page"],
            density: "work",
            find: model.state,
            door: .search,
            isPrivate: true
        )
        return page("query-error", context, face, frame)
    }

    /// The way to the translation of a query that looks like one of another system.
    func translated(_ link: TranslationLink, _ words: Words) -> Context {
        let system = link.system.map { words["translate.system." + $0.rawValue] } ?? ""
        return .link(Link.translation(link).text, words("translate.offer", ["system": system]))
    }
}

extension SearchState {
    /// The same search with a corrected text: filters, order and register stay.
    package func replacingQuery(_ text: String) -> SearchState {
        var next = going(to: 1)
        next.query = text
        return next
    }
}
