import Discovery
import Domain
import HTTPTypes
import Links
import Pages
import Wire

/// Records as pages and documents.
extension Site {
    func record(_ visit: Visit, _ link: RecordLink) async throws -> Answer {
        guard let register = Register(rawValue: link.register.rawValue) else { throw RequestFailure.nowhere }
        switch try await services.findRecord(register, link.number) {
        case .withdrawn(let id): throw RequestFailure.gone(id.description)
        case .known(let id):
            guard let known = RecordLink(entry: id.description, language: link.language) else {
                throw RequestFailure.nowhere
            }
            let format = visit.request.format
            return .redirect(.found, to: Link.record(known).twin(format) ?? Link.record(known).text)
        case .found(let record):
            // The record is worth showing where the index cannot be asked now.
            let citing = try? await services.search.citing(record.right)
            if visit.request.format == .json {
                return .json(try WireJSON.encode(RecordDocument(record, citing: citing)), tagged: true)
            }
            let named = try await services.findRecord.named(by: record.right)
            var page = RecordPresenter(
                record: record,
                link: link,
                catalogue: await services.classes.catalogue(),
                named: named,
                citing: citing,
                origin: visit.origin(options.origin)
            ).page
            await place(&page, of: record, link)
            return .page(pages.record(page, frame(visit, await figures())), tagged: true)
        }
    }

    /// Where the record stands among the hits of the search it was opened from, with its neighbours.
    private func place(_ page: inout RecordPage, of record: RecordAnswer, _ link: RecordLink) async {
        guard let state = link.search, let position = link.position,
            position <= options.search.numberedHits
        else { return }
        var question = SearchQuestion(SearchQuestion.knownFacets(of: state), facetValues: 0, openFacetValues: 0)
        question.facets = [:]
        question.after = nil
        question.offset = max(0, position - 2)
        question.limit = 3
        // The record is worth showing where its neighbours cannot be found: a broken query, a busy node.
        guard let answer = try? await services.search(question) else { return }
        let place = position == 1 ? 0 : 1
        // After an update another record may stand here; then there are no neighbours to name.
        guard answer.hits.indices.contains(place), answer.hits[place].id == record.id else { return }
        page.searchTotal = answer.listed
        func neighbour(_ step: Int) -> RecordLink? {
            guard answer.hits.indices.contains(place + step) else { return nil }
            return RecordLink(entry: answer.hits[place + step].id.description, language: link.language)?
                .found(by: state, at: position + step)
        }
        page.previous = neighbour(-1)
        page.next = neighbour(1)
    }
}
