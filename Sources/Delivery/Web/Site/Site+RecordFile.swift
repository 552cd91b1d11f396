import Discovery
import Domain
import HTTPTypes
import Links
import Pages
import Wire

/// Records as files to take along.
extension Site {
    /// A record in one of the forms of `RecordFormat`.
    func recordFile(_ visit: Visit, _ link: RecordLink, _ format: RecordFormat) async throws -> Answer {
        guard let register = Register(rawValue: link.register.rawValue) else { throw RequestFailure.nowhere }
        switch try await services.findRecord(register, link.number) {
        case .withdrawn(let id): throw RequestFailure.gone(id.description)
        case .known(let id):
            guard let known = RecordLink(entry: id.description, language: link.language) else {
                throw RequestFailure.nowhere
            }
            return .redirect(.found, to: Link.recordFile(known, format).text)
        case .found(let record):
            let bytes = try file(record, link, format, visit)
            var answer = Answer(
                type: format.mediaType,
                body: .bytes(bytes),
                caching: .revalidated(tag: EntityTag.of(bytes))
            )
            // The name of an entry is letters, digits and hyphens.
            answer.headers[.contentDisposition] = "attachment; filename=\"\(record.id.local).\(format.fileSuffix)\""
            return answer
        }
    }

    private func file(
        _ record: RecordAnswer,
        _ link: RecordLink,
        _ format: RecordFormat,
        _ visit: Visit
    ) throws -> [UInt8] {
        let presenter = RecordPresenter(record: record, link: link, origin: visit.origin(options.origin))
        switch format {
        case .ris: return Array(presenter.reference.ris.utf8)
        case .bib: return Array(presenter.reference.bibTeX.utf8)
        case .csl: return Array(try WireJSON.encode(presenter.reference.csl))
        case .csv:
            let table = RecordTable(language: link.language, pages: pages)
            return table.head() + table.row(record.id, record.right)
        case .txt: return Array(pages.recordText(presenter.page, frame(visit, nil)).utf8)
        }
    }
}
