import Discovery
import Domain
import Foundation
import Links
import Wire

/// Searches as feeds, and what software needs to search here.
extension Site {
    /// The newest records of a search, or the oldest: a feed by relevance would never show what is new.
    func searchFeed(_ visit: Visit, _ state: SearchState) async throws -> Answer {
        var state = SearchQuestion.knownFacets(of: state)
        if state.sort == .relevance { state.sort = .newest }
        state.explainsScores = false
        var question = question(visit, state)
        question.facets = [:]
        let answer = try await services.search(question)
        let document = SearchDocument(answer, state: state, options: options.search)
        let next = answer.next.map { state.following($0.page(at: answer.sequence), options: options.search) }
        let name = visit.language == .zh ? "惠知" : "Huizhi"
        let feed = AtomFeed(
            origin: visit.origin(options.origin),
            name: state.inLanguage(visit.language).going(to: 1).parameters.text,
            title: state.query.isEmpty ? name : "\(name) · \(state.query)",
            author: options.operatorName ?? name,
            language: visit.language.tag,
            links: AtomFeed.Links(
                itself: Link.feed(of: state),
                page: Link.search(state).text,
                first: Link.feed(of: state.going(to: 1)),
                next: next.map(Link.feed)
            ),
            updated: document.hits.map(\.changed).max() ?? "1970-01-01T00:00:00Z",
            query: state.query,
            total: document.total,
            start: state.offset + 1,
            pageSize: state.pageSize,
            hits: document.hits
        )
        var reply = Self.xml(feed.root, type: "application/atom+xml")
        if case .bytes(let bytes) = reply.body { reply.caching = .revalidated(tag: EntityTag.of(bytes)) }
        return reply
    }

    /// How to search here.
    func openSearch(_ visit: Visit) -> Answer {
        let root = OpenSearchDescription.root(origin: visit.origin(options.origin), language: visit.language.rawValue)
        var answer = Self.xml(root, type: OpenSearchDescription.type)
        answer.caching = .revalidated(tag: nil)
        return answer
    }
}
