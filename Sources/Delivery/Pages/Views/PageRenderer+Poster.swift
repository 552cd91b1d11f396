import Links

/// What a visitor asks of a place.
extension PageRenderer {
    /// What an entry says to one question of a visitor.
    func visitPart(_ part: VisitPart, _ words: Words) -> Context {
        [
            "id": part.question.rawValue, "title": words["visit." + part.question.rawValue],
            "facts": part.facts.map { fact($0, words) },
        ]
    }

    /// A place on one sheet of paper.
    package func poster(_ model: PosterPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        var path = crumbs(model.link, model.register, words)
        if case .poster(let name, let id) = model.link.place {
            path.append(crumb(model.link.going(to: .entry(name, id)), model.title))
        }
        let code = QRCode(model.address)
        let context: Context = [
            "crumbs": path, "title": model.title, "isSample": model.isSample, "kind": model.register.entry,
            "parts": model.parts.map { part -> Context in
                [
                    "title": words["visit." + part.question.rawValue],
                    "lines": part.facts.flatMap { posterLines($0, words) },
                ]
            },
            "code": code.map { ["size": $0.size, "path": $0.path] as Context },
            "address": model.address,
        ]
        let face = registerFace(
            words("poster.of", ["title": model.title]),
            model.register,
            frame,
            isSample: model.isSample
        )
        return page("poster", context, face, frame)
    }

    /// What of a fact is hung up: texts on one line, hours by days, numbers to dial.
    private func posterLines(_ fact: EntryFact, _ words: Words) -> [String] {
        var texts: [String] = []
        var lines: [String] = []
        for value in fact.values {
            switch value {
            case .hours(let hours):
                lines += days(hours, words).map { words("poster.line", ["day": $0.day, "times": $0.times]) }
            case .text(let text), .named(let text, _), .phone(let text, _), .web(let text): texts.append(text)
            default: break
            }
        }
        return lines + (texts.isEmpty ? [] : [texts.joined(separator: words.comma)])
    }
}
