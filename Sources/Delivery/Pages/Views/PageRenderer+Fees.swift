import Links

extension PageRenderer {
    /// The form for a right's days, and every year of its term with its fee.
    package func fees(_ model: FeesPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let link = model.link
        func options(_ key: String, _ names: [String], _ chosen: String) -> [Context] {
            names.map { .option($0, words[key + $0], isChosen: $0 == chosen) }
        }
        var refused: Context?
        if case .refused(let field)? = model.outcome {
            refused = .notice(words["fees.refused." + field], title: words["fees.refused"], kind: "bad")
        }
        let context: Context = [
            "action": Link.feesPath + "#result",
            "isEnglish": frame.language == .en,
            "right": Context.choices(
                "right",
                "right",
                words["fees.right"],
                options("right.", ["patent", "utilityModel", "design"], link.right)
            ),
            "payer": Context.choices(
                "payer",
                "payer",
                words["fees.payer"],
                options("fees.payer.", ["full", "one", "several"], link.payer)
            ),
            "filed": link.filed, "granted": link.granted,
            "isFiledWrong": model.outcome == .refused(field: "filed"),
            "isGrantedWrong": model.outcome == .refused(field: "granted"),
            "refused": refused,
            "result": result(model, words),
        ]
        let face = PageFace(
            title: words["fees.page"],
            find: SearchState(language: frame.language),
            door: .search,
            canonical: .fees(FeesLink(language: frame.language))
        )
        return page("fees", context, face, frame)
    }

    private func result(_ model: FeesPage, _ words: Words) -> Context? {
        guard case .found(let fees)? = model.outcome else { return nil }
        var table = TableView([
            (words["fees.year"], false), (words["fees.period"], false), (words["fees.full"], true),
            (words["fees.fee"], true), (words["fees.due"], false), (words["fees.grace"], false),
        ])
        for year in fees.years {
            let registration = year.fee == nil ? words["fees.none"] : words["fees.registration"]
            table.add([
                .init(words("fees.number", ["number": String(year.number)])),
                .init(words("fees.days", ["first": words.date(year.firstDay), "last": words.date(year.lastDay)])),
                .init(words.number(year.fullFee)), .init(year.fee.map(words.number) ?? ""),
                .init(year.dueDay.map(words.date) ?? registration), .init(year.lastGraceDay.map(words.date) ?? ""),
            ])
        }
        return [
            "term": words("fees.term", ["last": words.date(fees.lastDay), "years": String(fees.length)]),
            "total": words("fees.total", ["total": words.number(fees.total)]),
            "valid": words("fees.valid", ["day": words.date(fees.validOn)]),
            "table": table.context,
        ]
    }
}
