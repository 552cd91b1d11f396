import Links

/// The layout around every page: header, doors, display menu, footer.
extension PageRenderer {
    func layout(_ frame: PageFrame, _ face: PageFace, main: Markup) -> Context {
        let words = words(frame.language)
        let other = frame.language.other
        return [
            "languageTag": frame.language.tag,
            "theme": frame.theme?.rawValue,
            "size": frame.size?.rawValue,
            "title": face.title,
            "isPrivate": face.isPrivate,
            "stylesheet": stylesheet.name.link.text,
            "icon": asset("favicon.svg").text,
            "scripts": face.scripts.map { asset($0).text },
            "canonical": frame.isConfidential ? nil : face.canonical?.text,
            "alternates": alternates(frame, face),
            "twins": twins(frame),
            // A browser that searches from its own box sends what is typed in an address.
            "openSearch": frame.isConfidential ? nil : Link.openSearch(frame.language).text,
            "density": face.density,
            "isHome": face.find == nil,
            "confidential": frame.isConfidential
                ? [
                    "about": Link.page(.privacy, frame.language).text,
                    "leave": frame.link.choosing(.confidential(false)),
                ] as Context : nil,
            "sampleLine": face.sampleLine.map { words[$0] },
            "mainMarkup": main,
            "home": Link.home(frame.language).text,
            "find": face.find.map { find($0, frame, id: "q", isLarge: false) },
            "otherLanguage": ["href": frame.link.inLanguage(other).text, "tag": other.tag] as Context,
            "display": display(frame, words),
            "account": account(frame),
            "doors": doors(frame, face, words),
            "machine": machine(frame),
            "about": footerLinks(frame, words),
            "footnotes": footnotes(frame, words),
        ]
    }

    /// The search box for what comes after this search: a new text keeps the register, the size and the samples.
    func find(_ state: SearchState, _ frame: PageFrame, id: String, isLarge: Bool) -> Context {
        let kept = state.asking("").parameters
        return [
            "id": id, "isLarge": isLarge,
            // In confidence nothing of what is typed is sent before the form is.
            "suggest": frame.isConfidential ? nil : Link.suggest(SuggestLink(language: state.language)).text,
            "action": Link.searchPath,
            "value": state.query,
            "hidden": kept.pairs.map { ["name": $0.name, "value": $0.value] as Context },
        ]
    }

    private func alternates(_ frame: PageFrame, _ face: PageFace) -> [Context] {
        guard !frame.isConfidential, let canonical = face.canonical else { return [] }
        return PageLanguage.allCases.map { ["tag": $0.tag, "href": canonical.inLanguage($0).text] }
    }

    private func twins(_ frame: PageFrame) -> [Context] {
        guard !frame.isConfidential else { return [] }
        return [(LinkFormat.json, "application/json"), (.csv, "text/csv"), (.atom, "application/atom+xml")].compactMap {
            format,
            type in
            frame.link.twin(format).map { ["type": type, "href": $0] }
        }
    }

    private func display(_ frame: PageFrame, _ words: Words) -> [Context] {
        let choices: [(DisplayChoice, String, Bool)] = [
            (.standard, "standard", frame.theme == nil && frame.size == nil),
            (.size(.large), "large", frame.size == .large),
            (.theme(.light), "light", frame.theme == .light),
            (.theme(.dark), "dark", frame.theme == .dark),
            (.theme(.contrast), "contrast", frame.theme == .contrast),
            (.confidential(!frame.isConfidential), "confidential", frame.isConfidential),
        ]
        return choices.map { choice, name, isCurrent in
            ["href": frame.link.choosing(choice), "label": words["display." + name], "isCurrent": isCurrent]
        }
    }

    /// The way to the reader's account, the same for everybody: pages say nothing of who is signed in.
    private func account(_ frame: PageFrame) -> Context {
        let isCurrent =
            switch frame.link {
            case .account, .admin: true
            default: false
            }
        return [
            "href": Link.account(AccountLink(language: frame.language)).text, "isCurrent": isCurrent,
        ]
    }

    private func doors(_ frame: PageFrame, _ face: PageFace, _ words: Words) -> [Context] {
        Door.allCases.map { door in
            [
                "href": frame.openDoors.contains(door) ? link(to: door, frame.language)?.text : nil,
                "character": door.character,
                "name": words["door." + door.rawValue],
                "isCurrent": face.door == door,
                "isEnglish": frame.language == .en,
            ]
        }
    }

    /// The room behind a door, where this program has one.
    func link(to door: Door, _ language: PageLanguage) -> Link? {
        switch door {
        case .search: .search(SearchState(language: language))
        case .network: .network(NetworkLink(language: language))
        case .figures: .indicators(IndicatorLink(language: language))
        case .apply, .verify, .ask, .data, .learn: nil
        }
    }

    private func machine(_ frame: PageFrame) -> [Context] {
        // A feed is fetched again and again, by its address.
        let formats: [LinkFormat] = frame.isConfidential ? [.json, .csv] : [.json, .csv, .atom]
        let twins = formats.compactMap { format -> Context? in
            guard let href = frame.link.twin(format) else { return nil }
            let path = href.prefix { $0 != "?" }
            return ["href": href, "text": String(path)]
        }
        return twins + [["href": Link.openAPI.text, "text": "OpenAPI"]]
    }

    private func footerLinks(_ frame: PageFrame, _ words: Words) -> [Context] {
        [FixedPage.about, .help, .kept, .privacy, .accessibility, .design].map { page in
            ["href": Link.page(page, frame.language).text, "text": words["foot.link." + page.rawValue]]
        }
    }

    private func footnotes(_ frame: PageFrame, _ words: Words) -> [String] {
        var notes: [String] = []
        if let snapshot = frame.snapshot {
            let sequence = words.number(Int(clamping: snapshot.sequence))
            notes.append(
                snapshot.date.map { words("foot.asof", ["date": words.date($0), "sequence": sequence]) }
                    ?? words("foot.sequence", ["sequence": sequence])
            )
        }
        if let name = frame.notice.name { notes.append(words("foot.operator", ["name": name])) }
        return notes + [frame.notice.icp, frame.notice.police].compactMap { $0 }
    }
}
