import Discovery
import Domain
import EntryIndex
import Foundation
import HTTPTypes
import Links
import Wire

/// Search/Retrieve via URL: library software asks in CQL and gets Dublin Core.
extension Site {
    /// Answers a request of SRU; what cannot be answered is said in a diagnostic, as its clients expect.
    func sru(_ visit: Visit) async throws -> Answer {
        let request = SRURequest(Parameters(visit.query), options: options)
        let response = SRUResponse(version: request.version, isEscaped: request.isEscaped)
        if !request.diagnostics.isEmpty {
            return Self.xml(response.refused(request.diagnostics, isExplain: request.isExplain))
        }
        guard let query = request.query else {
            let address = URL(string: visit.origin(options.origin))
            return Self.xml(
                response.explain(
                    host: address?.host() ?? options.host,
                    port: address?.port ?? (address?.scheme == "https" ? 443 : 80),
                    indexes: ForeignSyntax.contextualIndexes.map { ($0.name, $0.label.en) },
                    pageSize: SRURequest.pageSize,
                    maximum: options.sruRecords
                )
            )
        }
        return try await found(query, request, response, visit)
    }

    private func found(
        _ query: String,
        _ request: SRURequest,
        _ response: SRUResponse,
        _ visit: Visit
    ) async throws -> Answer {
        let translation: Translation
        do throws(QueryFailure) {
            translation = try services.translateQuery(query, from: .cql)
        } catch {
            return Self.xml(response.refused([.init(10, query, error.message.en)]))
        }
        // A library program shows what it asked for: what would find something else is refused.
        let lost = translation.remarks.filter { $0.weight == .lost }
        guard lost.isEmpty else {
            return Self.xml(response.refused(lost.map { SRURequest.diagnostic($0, query) }))
        }
        var question = SearchQuestion(
            text: translation.text(),
            order: request.order,
            limit: request.count,
            offset: request.start - 1,
            language: visit.language.rawValue
        )
        question.knownSequence = visit.knownSequence
        let answer: SearchAnswer
        do {
            answer = try await services.search(question)
        } catch let failure as QueryFailure {
            return Self.xml(response.refused([.init(48, query, failure.message.en)]))
        }
        if answer.total > 0, request.start > answer.total {
            let message = "There are \(answer.total) records."
            return Self.xml(response.refused([.init(61, "startRecord", message)]))
        }
        let origin = visit.origin(options.origin)
        return Self.xml(
            response.found(
                .init(
                    total: answer.total,
                    isExact: answer.isExact,
                    start: request.start,
                    records: answer.hits.map { hit in
                        let address = RecordLink(entry: hit.id.description).map { Link.record($0).text } ?? ""
                        return DublinCore(hit.id, hit.right, title: hit.title.plain, address: origin + address)
                    },
                    request: request.echo,
                    lastStart: options.search.numberedHits + 1
                )
            )
        )
    }

    static func xml(_ root: XMLNode, type: String = "application/xml") -> Answer {
        Answer(type: type + "; charset=utf-8", body: .bytes(Array(root.document)), caching: .none)
    }
}
