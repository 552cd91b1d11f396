import Links

extension PageRenderer {
    /// The form for a query of another system, and what became of one.
    package func translation(_ model: TranslationPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "action": Link.translation(TranslationLink(language: frame.language)).text + "#result",
            "text": Context.area("query", "q", words["translate.text"], model.link.text),
            "from": Context.choices("from", "from", words["translate.from"], systems(model, words)),
            "problem": refusal(model),
            "result": result(model, words),
            "examples": model.examples.map { example in
                [
                    "href": Link.translation(
                        TranslationLink(example.query, from: example.system, language: frame.language)
                    ).text,
                    "query": example.query, "says": words["translate.system." + example.system.rawValue],
                ] as Context
            },
        ]
        let face = PageFace(
            title: words["translate.page"],
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.text.isEmpty,
            canonical: .translation(TranslationLink(language: frame.language))
        )
        return page("translation", context, face, frame)
    }

    private func systems(_ model: TranslationPage, _ words: Words) -> [Context] {
        let guess = Context.option("", words["translate.guess"], isChosen: model.link.system == nil)
        return [guess]
            + TranslationLink.SystemName.allCases.map { name in
                .option(name.rawValue, words["translate.system." + name.rawValue], isChosen: name == model.link.system)
            }
    }

    private func refusal(_ model: TranslationPage) -> Context? {
        guard case .refused(let message, let place)? = model.outcome else { return nil }
        let pieces = CaretPieces(query: model.link.text, position: place.lowerBound, length: place.count)
        return [
            "before": pieces.before, "wrong": pieces.wrong, "after": pieces.after, "isGood": false, "message": message,
        ]
    }

    private func result(_ model: TranslationPage, _ words: Words) -> Context? {
        guard case .translated(let translated)? = model.outcome else { return nil }
        let remarks = translated.remarks.map { remark in
            let pieces = CaretPieces(
                query: model.link.text,
                position: remark.place.lowerBound,
                length: remark.place.count
            )
            let isSaid = pieces.wrong == " " || remark.text.contains(pieces.wrong)
            let piece = isSaid ? nil : pieces.wrong
            return Context.notice(
                remark.text + (piece.map { words("translate.place", ["text": $0]) } ?? ""),
                title: words[remark.isLoss ? "translate.lost" : "translate.differs"],
                kind: remark.isLoss ? "warn" : nil
            )
        }
        let system = translated.system.map { words["translate.system." + $0.rawValue] }
        return [
            "read": system.map { words("translate.read", ["system": $0]) },
            "before": translated.query, "wrong": nil, "after": "", "isGood": true,
            "search": Link.search(SearchState(query: translated.query, language: words.language)).text,
            "remarks": remarks, "isSame": remarks.isEmpty,
        ]
    }
}

extension Context {
    /// A field of several lines.
    static func area(_ id: String, _ name: String, _ label: String, _ value: String, rows: Int = 4) -> Context {
        let area: Context = ["id": id, "name": name, "value": value, "rows": rows]
        return ["id": id, "label": label, "hint": nil, "area": area, "select": nil, "input": nil]
    }

    /// A field with choices.
    static func choices(_ id: String, _ name: String, _ label: String, _ options: [Context]) -> Context {
        let select: Context = ["id": id, "name": name, "options": options]
        return ["id": id, "label": label, "hint": nil, "area": nil, "select": select, "input": nil]
    }

    static func option(_ value: String, _ text: String, isChosen: Bool) -> Context {
        ["value": value, "text": text, "isChosen": isChosen]
    }
}
