import Discovery
import HTTPTypes
import Hummingbird
import Links
import NIOCore
import Pages
import Wire

/// Searches as pages, documents and tables.
extension Site {
    func searchPage(_ visit: Visit, _ state: SearchState) async throws -> Answer {
        let state = SearchQuestion.knownFacets(of: state)
        let answer = try await services.search(question(visit, state))
        let presenter = ResultsPresenter(
            answer: answer,
            state: state,
            pages: pages,
            visit: visit,
            catalogue: await services.classes.catalogue()
        )
        let frame = frame(visit, await figures(), sequence: answer.sequence)
        return .page(pages.results(presenter.page, frame))
    }

    func searchTwin(_ visit: Visit, _ state: SearchState) async throws -> Answer {
        let state = SearchQuestion.knownFacets(of: state)
        let answer = try await services.search(question(visit, state))
        return .json(try WireJSON.encode(SearchDocument(answer, state: state, options: options.search)))
    }

    /// The first records of a search as a table, written while they are read.
    func searchTable(_ visit: Visit, _ state: SearchState) async throws -> Answer {
        let state = SearchQuestion.knownFacets(of: state)
        let found = try await services.search.identifiers(question(visit, state), limit: options.csvRows)
        let table = RecordTable(state.columns, language: state.language, pages: pages)
        let (findRecord, batch) = (services.findRecord, options.csvBatch)
        var answer = Answer(
            type: "text/csv; charset=utf-8",
            body: .stream { @concurrent writer in
                try await writer.write(ByteBuffer(bytes: table.head()))
                var rest = found.ids[...]
                while !rest.isEmpty {
                    let records = try await findRecord.records(Array(rest.prefix(batch)))
                    rest = rest.dropFirst(batch)
                    let rows = records.flatMap { table.row($0.id, $0.right) }
                    try await writer.write(ByteBuffer(bytes: rows))
                }
                try await writer.finish(nil)
            },
            caching: .none
        )
        answer.headers[.contentDisposition] = "attachment; filename=\"huizhi.csv\""
        if let name = HTTPField.Name.totalCount { answer.headers[name] = String(found.total) }
        return answer
    }

    func question(_ visit: Visit, _ state: SearchState) -> SearchQuestion {
        var question = SearchQuestion(
            state,
            facetValues: options.facetValues,
            openFacetValues: options.openFacetValues
        )
        question.knownSequence = visit.knownSequence
        return question
    }
}
