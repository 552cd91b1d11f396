import Links

extension PageRenderer {
    /// Codes of publications, countries, legal events and states.
    package func codes(_ model: CodesPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "action": Link.codesPath, "value": model.link.words, "isEnglish": frame.language == .en,
            "isEmpty": model.lists.isEmpty,
            "lists": model.lists.map { list in
                ["id": list.name.rawValue, "title": words["codes." + list.name.rawValue], "table": table(list, words)]
                    as Context
            },
            "csv": Link.codes(model.link).twin(.csv),
        ]
        let face = PageFace(
            title: words["codes.page"],
            density: "work",
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.words.isEmpty,
            canonical: .codes(CodesLink(language: frame.language))
        )
        return page("codes", context, face, frame)
    }

    private func table(_ list: CodesPage.List, _ words: Words) -> Context {
        let hasAside = list.codes.contains { $0.aside != nil }
        var heads = [(words["codes.code"], false), (words["codes.meaning"], false)]
        if hasAside { heads.append((words["codes.aside." + list.name.rawValue], false)) }
        var table = TableView(heads)
        for code in list.codes {
            var cells = [TableView.Cell(code.code), TableView.Cell(code.meaning)]
            if hasAside { cells.append(.init(code.aside ?? "", language: code.asideLanguage)) }
            table.add(cells, anchor: list.name.rawValue + "-" + code.code.replacing(" ", with: "-"))
        }
        return table.context
    }
}
