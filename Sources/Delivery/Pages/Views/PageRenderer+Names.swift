import Links

extension PageRenderer {
    /// The form for a holder's name, and the spellings that may be the same holder's, to be searched together.
    package func names(_ model: NamesPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "action": Link.namesPath, "name": model.link.name, "isEnglish": frame.language == .en,
            "result": model.result.map { result($0, words) },
        ]
        let face = PageFace(
            title: words["names.page"],
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !model.link.name.isEmpty,
            canonical: .names(NamesLink(language: frame.language))
        )
        return page("names", context, face, frame)
    }

    private func result(_ result: NamesPage.Result, _ words: Words) -> Context {
        [
            "hasProposed": !result.proposed.isEmpty,
            "proposed": result.proposed.enumerated().map { place, spelling in
                [
                    "id": "pick-\(place + 1)", "name": spelling.name, "href": Link.search(spelling.search).text,
                    "why": spelling.likeness.map { words["names.why." + $0] } ?? "",
                    "facts": facts(spelling, words), "about": "pick-\(place + 1)-about",
                    // Another company of the group is picked by who knows it, never beforehand.
                    "isSure": spelling.likeness != "place",
                ] as Context
            },
            "nothing": result.proposed.isEmpty ? words["names.none"] : nil,
            "others": result.others.isEmpty
                ? nil
                : Context.links(
                    result.others.map { spelling in
                        .link(
                            Link.names(NamesLink(spelling.name, language: words.language)).text,
                            spelling.name,
                            aside: words.counted("results.total", spelling.count.records),
                            samples: spelling.count.samples > 0 ? words.number(spelling.count.samples) : nil
                        )
                    }
                ),
            "unread": result.unread > 0 ? words("names.unread", ["count": words.number(result.unread)]) : nil,
        ]
    }

    /// Counts, years and places in a line.
    private func facts(_ spelling: NamesPage.Spelling, _ words: Words) -> String {
        var facts = [words.counted("results.total", spelling.count.records)]
        if spelling.count.samples > 0 { facts.append(words.counted("results.samples", spelling.count.samples)) }
        if let first = spelling.firstYear, let last = spelling.lastYear {
            facts.append(first == last ? String(first) : "\(first)–\(last)")
        }
        facts += spelling.places.compactMap { code in
            regions.first { $0.code == code }?.name(words.language)
        }
        return facts.joined(separator: " · ")
    }
}
