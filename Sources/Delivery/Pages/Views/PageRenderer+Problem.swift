import Links

extension PageRenderer {
    /// The page of a failure: what happened, what was kept, what one can do.
    package func problem(_ problem: Problem, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let key = "problem." + problem.key
        var detail: String?
        if case .badRequest(let reason) = problem { detail = reason }
        let context: Context = [
            "status": problem.status,
            "title": words[key + ".title"],
            "text": words(key + ".text", problem.values(words)),
            "detail": detail,
            "links": links(problem, frame, words),
            "request": frame.requestID.isEmpty ? nil : words("problem.request", ["id": frame.requestID]),
        ]
        let face = PageFace(title: words[key + ".title"], find: search(frame), isPrivate: true)
        return page("problem", context, face, frame)
    }

    private func search(_ frame: PageFrame) -> SearchState {
        if case .search(let state) = frame.link { return state }
        return SearchState(language: frame.language)
    }

    private func links(_ problem: Problem, _ frame: PageFrame, _ words: Words) -> [Context] {
        let home = Context.link(Link.home(frame.language).text, words["problem.home"])
        let help = Context.link(Link.page(.help, frame.language).text, words["problem.help"])
        switch problem {
        case .tooMany, .unavailable, .incident:
            return [.link(frame.link.text, words["problem.retry"]), home]
        case .badRequest:
            let plain = SearchState(query: search(frame).query, language: frame.language)
            return [.link(Link.search(plain).text, words["problem.back"]), help, home]
        case .notAllowed, .notFound, .gone:
            let all = SearchState(language: frame.language)
            return [.link(Link.search(all).text, words["problem.search"]), help, home]
        }
    }
}

extension Problem {
    /// The name of its texts in the table.
    var key: String {
        switch self {
        case .badRequest: "badRequest"
        case .notAllowed: "notAllowed"
        case .notFound: "notFound"
        case .gone: "gone"
        case .tooMany: "tooMany"
        case .incident: "incident"
        case .unavailable: "unavailable"
        }
    }

    /// What fills the places of its text.
    fileprivate func values(_ words: Words) -> KeyValuePairs<String, String> {
        switch self {
        case .tooMany(let seconds), .unavailable(let seconds): ["seconds": words.number(seconds)]
        case .incident(let number): ["number": number]
        case .badRequest, .notAllowed, .notFound, .gone: [:]
        }
    }
}
