import Links

extension PageRenderer {
    /// The page on which a script shows what the reader keeps in the browser; without scripts it says what does instead.
    package func kept(_ frame: PageFrame) -> String {
        let words = words(frame.language)
        let search = Context.link(Link.search(SearchState(language: frame.language)).text, words["results.title.all"])
        let context: Context = [
            "empty": [
                "title": words["kept.records.none"], "text": words["kept.records.none.text"], "hasLinks": true,
                "links": [search],
            ] as Context,
            "compare": Link.comparePath,
            "numbers": Link.numbers(PastedText(language: frame.language)).text,
            "history": Link.history(PastedText(language: frame.language)).text,
            "search": Link.searchPath,
            "account": Link.account(AccountLink(.kept, language: frame.language)).text,
            "isEnglish": frame.language == .en,
            "points": ["1", "2", "3", "4"].map { words["kept.how." + $0] },
        ]
        let face = PageFace(
            title: words["kept.page"],
            find: SearchState(language: frame.language),
            door: .search,
            canonical: .page(.kept, frame.language),
            canKeep: true
        )
        return page("kept", context, face, frame)
    }
}
