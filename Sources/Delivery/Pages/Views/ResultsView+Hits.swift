import Links

/// The hits, the page numbers, and what to try when there is no hit.
extension ResultsView {
    var hits: Context {
        ["start": state.offset + 1, "hits": model.hits.map(hit)]
    }

    /// The words found on this page in their colours; a word alone needs no legend.
    var legend: Context? {
        let runs = model.hits.flatMap { $0.title.runs + ($0.snippet?.runs ?? []) }
        let found = Set(runs.compactMap(\.word)).filter { model.words.indices.contains($0) }.sorted()
        guard found.count > 1 else { return nil }
        return [
            "label": words["results.legend"],
            "words": found.prefix(options.legendWords).map { number in
                ["wordMarkup": MarkedText([.init(model.words[number], word: number)]).markup] as Context
            },
            "rest": found.count > options.legendWords
                ? words("results.legend.more", ["count": words.number(found.count - options.legendWords)]) : nil,
        ]
    }

    private func hit(_ hit: Hit) -> Context {
        let href = Link.record(hit.link).text
        return [
            "href": href, "titleLanguage": foreign(hit.title.language), "titleMarkup": hit.title.markup,
            "isSample": hit.isSample, "state": hit.state.map { Context.state($0) },
            "right": words["right." + hit.right.rawValue], "numbers": hit.numbers,
            "dates": hit.dates.map { fact in
                ["name": words["fact." + fact.name.rawValue], "date": words.date(fact.date)] as Context
            },
            "family": hit.familySize.map { size in
                ["href": href + "#family", "text": words("results.family", ["count": words.number(size)])] as Context
            },
            "found": hit.family.map { family in
                [
                    "href": Link.search(family.search).text,
                    "text": words("results.family.found", ["count": words.number(family.count)]),
                ] as Context
            },
            "pick": canCompare ? hit.link.entry : nil,
            "score": hit.score.map(score),
            "star": ["id": hit.link.entry, "title": hit.title.plain] as Context,
            // Milliseconds, as scripts count.
            "changed": hit.changed.map { $0 / 1_000 },
            "snippet": hit.snippet.map { text in
                ["language": foreign(text.language), "textMarkup": text.markup] as Context
            },
            "parties": hit.parties.map { party in
                [
                    "name": party.name, "isLink": party.search != nil,
                    "href": party.search.map { Link.search($0).text },
                ] as Context
            },
            "classes": hit.classes.map { symbol in
                [
                    "symbol": symbol.symbol, "title": symbol.title, "isLink": symbol.search != nil,
                    "href": symbol.search.map { Link.search($0).text },
                ] as Context
            },
        ]
    }

    /// The words with what each adds, then what each field adds to a word.
    private func score(_ score: Hit.Score) -> Context {
        var table = TableView(
            [
                ("score.word", false), ("score.field", false), ("score.times", true), ("score.length", true),
                ("score.weight", true), ("score.part", true),
            ].map { (text: words[$0.0], isNumber: $0.1) }
        )
        for part in score.words.flatMap(\.parts) {
            let length = words.number(part.length) + " / " + words.decimal(part.meanLength, places: 1)
            table.add([
                .init(part.text), .init(part.field), .init(words.number(part.times)), .init(length),
                .init(words.decimal(part.weight)), .init(words.decimal(part.part)),
            ])
        }
        return [
            "title": words("score.title", ["score": words.decimal(score.total)]),
            "lines": score.words.map { line($0, of: score) }
                + (score.omitted > 0 ? [words("score.omitted", ["count": words.number(score.omitted)])] : []),
            "table": table.isEmpty ? nil : table.context,
        ]
    }

    private func line(_ word: Hit.Score.Word, of score: Hit.Score) -> String {
        guard word.frequency > 0 else { return words("score.missing", ["word": word.text]) }
        let frequency = words.decimal(word.frequency)
        let boost = word.boost == 1 ? "" : words.decimal(word.boost) + " × "
        return words(
            "score.line",
            [
                "word": word.text, "documents": words.number(word.documents), "all": words.number(score.documents),
                "factors": boost + words.decimal(word.idf), "frequency": frequency,
                "saturation": words.decimal(score.saturation), "score": words.decimal(word.score),
            ]
        )
    }

    /// The language of a text where it is not that of the page.
    func foreign(_ language: String?) -> String? {
        language == frame.language.rawValue ? nil : language
    }

    // MARK: Pages

    var paging: Context? {
        guard model.total.all > 0 else { return nil }
        let numbers = PageNumbers(
            total: model.grouping?.listed ?? model.total.all,
            pageSize: state.pageSize,
            page: state.page,
            options: options.search
        )
        let sizes = options.search.pageSizes.map { size in
            Context.choice(
                words.number(size),
                Link.search(state.showing(size, options: options.search)).text,
                isCurrent: size == state.pageSize
            )
        }
        return [
            "label": words["pages.label"],
            "previous": state.cursor == nil && state.page > 1 ? Link.search(state.going(to: state.page - 1)).text : nil,
            "numbers": state.cursor == nil ? numberLinks(numbers) : deepLinks(),
            "next": next(numbers),
            "perPage": perPage(sizes),
            "pagingNote": pagingNote(numbers),
        ]
    }

    private func perPage(_ sizes: [Context]) -> Context {
        [
            "label": words["results.perpage.label"], "filter": nil,
            "groups": [["title": words["results.perpage"], "choices": sizes] as Context], "ends": [Context](),
        ]
    }

    private func numberLinks(_ numbers: PageNumbers) -> [Context] {
        numbers.shown.map { number in
            guard let number else { return ["text": "…", "href": nil, "isCurrent": false] }
            let isCurrent = number == state.page
            return [
                "text": words.number(number), "isCurrent": isCurrent,
                "href": isCurrent ? nil : Link.search(state.going(to: number)).text,
            ]
        }
    }

    /// Past the numbered pages: back to the first, and where we are.
    private func deepLinks() -> [Context] {
        [
            ["text": "1", "isCurrent": false, "href": Link.search(state.going(to: 1)).text],
            ["text": "…", "href": nil, "isCurrent": false],
            ["text": words.number(state.page), "href": nil, "isCurrent": true],
        ]
    }

    private func next(_ numbers: PageNumbers) -> String? {
        if state.cursor == nil, state.page < numbers.lastNumbered {
            return Link.search(state.going(to: state.page + 1)).text
        }
        return model.next.map { Link.search(state.following($0, options: options.search)).text }
    }

    private func pagingNote(_ numbers: PageNumbers) -> String? {
        guard numbers.isCut else { return nil }
        let last = words.number(numbers.lastNumbered)
        guard state.cursor != nil else { return words("results.deep", ["page": last]) }
        return words("results.deep.now", ["page": words.number(state.page), "last": last])
    }

    // MARK: Nothing found

    var empty: Context {
        if model.total.all > 0 {
            let first = Context.link(Link.search(state.going(to: 1)).text, words["empty.firstpage"])
            return [
                "title": words["empty.title"], "hasLinks": true, "links": [first],
                "text": words("empty.page", ["page": words.number(state.page)]),
            ]
        }
        let isStoreEmpty = state.query.isEmpty && !state.isNarrowed
        return [
            "title": words["empty.title"], "hasLinks": true, "links": attempts,
            "text": isStoreEmpty ? words["empty.text.all"] : words("empty.text", ["query": title]),
        ]
    }

    /// What finds something comes first, then every way of asking for less.
    private var attempts: [Context] {
        var rows = model.corrections.map { row($0.search, words("empty.meant", ["text": $0.replacement])) }
        rows += model.suggestions.map { row($0, $0.state.query) }
        if state.register != nil {
            rows.append(.link(Link.search(state.choosing(nil)).text, words["empty.allregisters"]))
        }
        if !state.facets.isEmpty {
            rows.append(.link(Link.search(state.removingFacets()).text, words["empty.nofilters"]))
        }
        if state.excludesSamples {
            rows.append(.link(Link.search(state.excludingSamples(false)).text, words["empty.samples"]))
        }
        if model.terms.count > 1 {
            for term in model.terms {
                guard let query = term.queryWithout else { continue }
                rows.append(
                    .link(
                        Link.search(state.replacingQuery(query)).text,
                        words("empty.without", ["text": term.text])
                    )
                )
            }
        }
        return rows + [.link(Link.page(.help, frame.language).text, words["empty.help"])]
    }

    private func row(_ suggestion: ResultsPage.Suggestion, _ text: String) -> Context {
        .link(
            Link.search(suggestion.state).text,
            text,
            aside: suggestion.total.map { words.counted("results.total", $0.records) },
            samples: suggestion.total.flatMap { $0.samples > 0 ? words.number($0.samples) : nil }
        )
    }
}
