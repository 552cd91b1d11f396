import Links

extension PageRenderer {
    /// The first page.
    package func home(_ model: HomePage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let state = SearchState(language: frame.language)
        let hasSamples = model.counts.values.contains { $0.samples > 0 }
        let context: Context = [
            "bigFind": find(state, frame, id: "q", isLarge: true),
            "hasTries": !model.examples.isEmpty,
            "tries": model.examples.map { example in
                ["href": Link.search(state.asking(example)).text, "text": example] as Context
            },
            "rooms": rooms(frame, words),
            "counts": Context.links(registerLinks(model.counts, frame.language, words)),
            "countNote": countNote(model, hasSamples, words),
            "how": Context.links(how(frame.language, words) + ways(frame.language, words)),
        ]
        let face = PageFace(
            title: words["home.page"],
            sampleLine: frame.hasSamples ? "sample.line.home" : nil,
            canonical: .home(frame.language)
        )
        return page("home", context, face, frame)
    }

    private func rooms(_ frame: PageFrame, _ words: Words) -> [Context] {
        Door.allCases.map { door in
            let link = frame.openDoors.contains(door) ? link(to: door, frame.language) : nil
            return [
                "href": link?.text, "isShut": link == nil, "character": door.character,
                "name": words["door." + door.rawValue], "about": words["door.\(door.rawValue).about"],
                "links": rows(door, frame.language, words),
            ]
        }
    }

    /// The ways through an open door.
    private func rows(_ door: Door, _ language: PageLanguage, _ words: Words) -> [Context] {
        switch door {
        case .search: registerTabs(language, words)
        case .figures:
            [
                .link(Link.indicators(IndicatorLink(language: language)).text, words["indicators.page"]),
                .link(Link.plan(PlanLink(language: language)).text, words["plan.page"]),
            ]
        case .network:
            [
                .link(Link.network(NetworkLink(language: language)).text, words["network.page"]),
                .link(Link.registers(RegisterLink(language: language)).text, words["registers.all"]),
            ]
        case .apply, .verify, .ask, .data, .learn: []
        }
    }

    private func registerTabs(_ language: PageLanguage, _ words: Words) -> [Context] {
        RegisterName.allCases.map { register in
            .link(
                Link.search(SearchState(register: register, language: language)).text,
                words["register." + register.rawValue]
            )
        }
    }

    private func registerLinks(
        _ counts: [RegisterName: Tally],
        _ language: PageLanguage,
        _ words: Words
    ) -> [Context] {
        RegisterName.allCases.map { register in
            let tally = counts[register] ?? Tally(0)
            return .link(
                Link.search(SearchState(register: register, language: language)).text,
                words["register." + register.rawValue],
                aside: tally.all == 0 ? words["home.counts.none"] : words.counted("home.counts.records", tally.records),
                samples: tally.samples > 0 ? words.number(tally.samples) : nil
            )
        }
    }

    private func countNote(_ model: HomePage, _ hasSamples: Bool, _ words: Words) -> String? {
        if model.counts.values.allSatisfy({ $0.all == 0 }) { return words["home.counts.empty"] }
        return hasSamples ? words["home.counts.note"] : nil
    }

    private func how(_ language: PageLanguage, _ words: Words) -> [Context] {
        ["number", "words", "fields", "all"].map { topic in
            let anchor = ["number": "#numbers", "words": "#words", "fields": "#fields"][topic] ?? ""
            return .link(
                Link.page(.help, language).text + anchor,
                words["home.how." + topic],
                aside: words["home.how.\(topic).aside"]
            )
        }
    }
}
