import Links

extension PageRenderer {
    /// The form for a query, and the words that go with it.
    package func related(_ model: RelatedPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "action": Link.relatedPath, "query": model.link.query, "isEnglish": frame.language == .en,
            "result": model.result.map { result($0, model, words) },
        ]
        let face = PageFace(
            title: words["related.page"],
            find: SearchState(query: model.link.query, language: frame.language),
            door: .search,
            isPrivate: !model.link.query.isEmpty,
            canonical: .related(RelatedLink(language: frame.language))
        )
        return page("related", context, face, frame)
    }

    private func result(_ result: RelatedPage.Result, _ model: RelatedPage, _ words: Words) -> Context {
        let search = Link.search(SearchState(query: model.link.query, language: words.language)).text
        let pairs = result.isToEnglish ? "related.english" : "related.chinese"
        return [
            "summary": words(
                "related.summary",
                [
                    "count": words.number(result.total.records), "samples": words.number(result.total.samples),
                    "read": words.number(result.read),
                ]
            ),
            "search": ["href": search, "text": words["related.search"]] as Context,
            "words": result.words.isEmpty ? nil : table(result.words, "related.llr", hasCondition: true, words),
            "nothing": result.words.isEmpty ? words["related.none"] : nil,
            "pairsTitle": words[pairs],
            "pairs": result.translations.isEmpty
                ? nil : table(result.translations, "related.dice", hasCondition: false, words),
            "pairsNote": words(
                result.translations.isEmpty ? "related.pairs.none" : "related.pairs.note",
                ["count": words.number(result.bilingual)]
            ),
        ]
    }

    private func table(
        _ rows: [RelatedPage.Word],
        _ score: String,
        hasCondition: Bool,
        _ words: Words
    ) -> Context {
        let condition = hasCondition ? [(words["related.and"], false)] : []
        var table = TableView(
            [
                (words["related.word"], false), (words["related.both"], true), (words["related.all"], true),
                (words[score], true), (words["related.or"], false),
            ] + condition
        )
        func count(_ tally: Tally) -> String {
            words.number(tally.records) + (tally.samples > 0 ? " +" + words.number(tally.samples) : "")
        }
        for row in rows {
            let lone = SearchState(query: row.text, language: words.language)
            table.add(
                [
                    .init(row.text, href: Link.search(lone).text), .init(count(row.both)), .init(count(row.all)),
                    .init(words.decimal(row.score, places: hasCondition ? 1 : 2)),
                    .init(words("related.or.add", ["word": row.text]), href: Link.search(row.alternative).text),
                    .init(words("related.and.add", ["word": row.text]), href: Link.search(row.condition).text),
                ].dropLast(hasCondition ? 0 : 1)
            )
        }
        return table.context
    }
}
