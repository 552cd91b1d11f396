import Domain
import EntryIndex
import Foundation
import HTTPTypes
import Links
import Pages
import Wire

/// Failures as pages and documents.
extension Site {
    /// Tells a failure in the form in which the answer was wanted.
    func failure(_ mapping: ProblemMapping, _ visit: Visit) async -> Answer {
        // What leads on from there must not hold the key again.
        let told = mapping.kind == "key-in-address" ? visit.going(to: .home(visit.language)) : visit
        var answer = visit.wantsPage ? page(mapping, told) : document(mapping, visit)
        answer.status = mapping.status
        answer.caching = .none
        if let authenticate = mapping.authenticate { answer.headers[.wwwAuthenticate] = authenticate }
        if let seconds = mapping.retryAfter { answer.headers[.retryAfter] = String(seconds) }
        return answer
    }

    private func page(_ mapping: ProblemMapping, _ visit: Visit) -> Answer {
        // Without figures: the node may be too busy to count them.
        let frame = frame(visit, nil)
        let language = visit.language.rawValue
        let asked: SearchState? =
            switch visit.request.link {
            case .search(let state): state
            case .related(let link): SearchState(query: link.query, language: link.language)
            default: nil
            }
        guard let failure = mapping.query, let state = asked else {
            return .page(pages.problem(mapping.problem(language, id: visit.id), frame))
        }
        let model = QueryErrorPage(
            state: state,
            message: failure.message.text(in: language),
            position: Self.characters(state.query, 0, failure.position),
            length: Self.characters(state.query, failure.position, failure.length),
            suggestion: failure.suggestion,
            translation: TranslationLink(guessing: state)
        )
        return .page(pages.queryError(model, frame))
    }

    private func document(_ mapping: ProblemMapping, _ visit: Visit) -> Answer {
        do {
            if let failure = mapping.query {
                return .json(
                    try WireJSON.encode(
                        QueryErrorDocument(failure, shiftedBy: Self.trimmedScalars(visit.query))
                    )
                )
            }
            let document = ProblemDocument(
                kind: mapping.kind,
                title: pages.text(mapping.titleKey, visit.language) ?? mapping.kind,
                status: mapping.status.code,
                detail: mapping.detail?.text(in: visit.language.rawValue),
                instance: visit.path,
                request: visit.id
            )
            return .json(try WireJSON.encode(document), type: "application/problem+json")
        } catch {
            // Texts and whole numbers always have a JSON form.
            return .json(Data("{}\n".utf8), type: "application/problem+json")
        }
    }

    /// How many characters a stretch of Unicode scalars makes: pages count what people see.
    static func characters(_ text: String, _ start: Int, _ length: Int) -> Int {
        let scalars = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(length)))
        return scalars.count
    }

    /// Blanks before the query, which the address's reader drops: programs count from what they sent.
    private static func trimmedScalars(_ query: String) -> Int {
        Parameters(query)["q"]?.unicodeScalars.prefix { $0.properties.isWhitespace }.count ?? 0
    }
}
