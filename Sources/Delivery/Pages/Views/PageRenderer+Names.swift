import Links

extension PageRenderer {
    /// The form for a holder's name, and the spellings that may be the same holder's, to be searched together.
    package func names(_ model: NamesPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let context: Context = [
            "action": Link.namesPath, "name": model.link.name, "isEnglish": frame.language == .en,
            "result": model.result.map { result($0, model.link, words, isConfidential: frame.isConfidential) },
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

    private func result(
        _ result: NamesPage.Result,
        _ link: NamesLink,
        _ words: Words,
        isConfidential: Bool
    ) -> Context {
        // What is proposed is kept, so confidential search offers nothing of the kind.
        let reference = isConfidential ? nil : result.reference
        func correction(_ spelling: NamesPage.Spelling, _ id: String) -> Context? {
            guard let reference, spelling.isCorrectable, spelling.name != reference else { return nil }
            let proposal = ProposalLink(spelling.name, of: reference, from: link.name, language: words.language)
            return proposalForm(ProposalPage(link: proposal), id, words, about: "correcting")
        }
        let proposed = result.proposed.enumerated().map { place, spelling in
            [
                "id": "pick-\(place + 1)", "name": spelling.name, "href": Link.search(spelling.search).text,
                "why": why(spelling, words), "facts": facts(spelling, words),
                "about": "pick-\(place + 1)-about", "told": told(spelling.proposals, words),
                // Another company of the group is picked by who knows it, never beforehand.
                "isSure": spelling.standing != nil || spelling.likeness != "place",
                "correction": correction(spelling, "correct-\(place + 1)"),
            ] as Context
        }
        let others = result.others.enumerated().map { place, spelling in
            [
                "name": spelling.name,
                "href": Link.names(NamesLink(spelling.name, language: words.language)).text,
                "facts": facts(spelling, words),
                "why": spelling.standing.map { standing($0, words) }, "told": told(spelling.proposals, words),
                "correction": correction(spelling, "other-\(place + 1)"),
            ] as Context
        }
        let about = Link.proposal(ProposalLink(language: words.language)).text
        return [
            "sent": link.isSent ? Context.notice(words["names.sent"], kind: "good") : nil,
            "edition": edition(result.edition, words),
            "method": result.edition == nil ? words["names.method"] : words["names.method.table"],
            "hasProposed": !proposed.isEmpty, "proposed": proposed,
            "nothing": proposed.isEmpty ? words["names.none"] : nil,
            "hasOthers": !others.isEmpty, "others": others,
            "correcting": reference.map { _ in ["text": words["names.correcting"], "href": about] as Context },
            "unread": result.unread > 0 ? words.counted("names.unread", result.unread) : nil,
        ]
    }

    private func edition(_ edition: NamesPage.Edition?, _ words: Words) -> String {
        guard let edition else { return words["names.edition.none"] }
        let (version, day) = (words.number(edition.version), words.date(edition.published))
        guard let name = edition.name else { return words("names.edition", ["version": version, "day": day]) }
        return words("names.edition.named", ["name": name, "version": version, "day": day])
    }

    /// Why a spelling is proposed: what the table says, else what the names have in common.
    private func why(_ spelling: NamesPage.Spelling, _ words: Words) -> String {
        if let standing = spelling.standing { return self.standing(standing, words) }
        return spelling.likeness.map { words["names.why." + $0] } ?? ""
    }

    private func standing(_ standing: NamesPage.Standing, _ words: Words) -> String {
        let (key, line): (String, NamesPage.Line)
        switch standing {
        case .holder: return words["names.standing.holder"]
        case .spelling(let found): (key, line) = ("names.standing.spelling", found)
        case .different(let found): (key, line) = ("names.standing.different", found)
        }
        // A place that a text does not have is passed over.
        let text = words(key, ["spelling": line.spelling, "holder": line.holder, "source": line.source])
        return line.from.map { text + " " + words("names.standing.from", ["day": words.date($0)]) } ?? text
    }

    /// What is open of a pair, and what was decided last; nil where nothing was proposed.
    private func told(_ proposals: NamesPage.Proposals, _ words: Words) -> String? {
        var lines: [String] = []
        switch (proposals.same > 0, proposals.different > 0) {
        case (true, true): lines.append(words["names.told.open.both"])
        case (true, false): lines.append(words["names.told.open.same"])
        case (false, true): lines.append(words["names.told.open.different"])
        case (false, false): break
        }
        for decision in proposals.decisions {
            let key = (decision.isAccepted ? "names.told.accepted." : "names.told.rejected.") + decision.verdict
            lines.append(words(key, ["day": words.date(decision.day), "answer": decision.answer ?? ""]))
        }
        return lines.isEmpty ? nil : lines.joined(separator: " ")
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
