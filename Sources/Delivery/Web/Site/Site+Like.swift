import Discovery
import Domain
import EntryIndex
import Foundation
import HTTPTypes
import Links
import Pages
import Wire

/// What is like a text or a record.
extension Site {
    /// The form, or for a text or record the way to the search that finds what is like it.
    func likePage(_ visit: Visit, _ link: LikeLink) async throws -> Answer {
        let likeness: Search.Likeness?
        do {
            likeness = try await self.likeness(link, visit.file)
        } catch let fault as DocumentFault {
            return .page(pages.like(LikePage(link: link, remark: fault.remark), frame(visit, await figures())))
        }
        guard let likeness else {
            return .page(pages.like(LikePage(link: link), frame(visit, await figures())), tagged: true)
        }
        let naming: FieldNaming = link.language == .zh ? .chinese : .alias
        guard let query = likeness.expression?.printed(naming: naming) else {
            return .page(pages.like(LikePage(link: link, remark: .strange), frame(visit, await figures())))
        }
        return try await lead(visit, to: SearchState(query: query, language: link.language))
    }

    /// The words and the query, for programs.
    func likeTwin(_ visit: Visit, _ link: LikeLink) async throws -> Answer {
        let found: Search.Likeness?
        do {
            found = try await likeness(link, visit.file)
        } catch let fault as DocumentFault {
            throw Failure.invalid(field: "file", reason: fault.reason)
        }
        guard let likeness = found else {
            throw Failure.invalid(field: "q", reason: "say what the records are to be like, or name a record")
        }
        let query = likeness.expression?.printed()
        let search = query.flatMap { Link.search(SearchState(query: $0)).twin(.json) }
        return .json(try WireJSON.encode(LikeDocument(words: likeness.words, query: query, search: search)))
    }

    /// The words of the record, or of the text and the document together; nil where there is none.
    private func likeness(_ link: LikeLink, _ file: [UInt8]?) async throws -> Search.Likeness? {
        if let id = link.record {
            guard let record = RecordLink(entry: id), let register = Register(rawValue: record.register.rawValue) else {
                throw Failure.notFound(what: id)
            }
            guard case .found(let answer) = try await services.findRecord(register, record.number) else {
                throw Failure.notFound(what: record.entry)
            }
            let right = answer.right
            let texts = right.bibliography.titles.map(\.text) + right.summaries + right.bibliography.keywords
            let application = right.bibliography.application.map { (Field.applicationNumber, $0.number) }
            let registration = right.bibliography.registration.map { (Field.registrationNumber, $0.number) }
            return try await services.search.likeness(
                of: texts.joined(separator: "\n"),
                without: application ?? registration
            )
        }
        if let file { return try await services.search.likeness(of: link.text, and: file) }
        guard !link.text.allSatisfy(\.isWhitespace) else { return nil }
        return try await services.search.likeness(of: link.text)
    }
}

extension DocumentFault {
    /// What the form says of it.
    fileprivate var remark: LikePage.Remark {
        switch self {
        case .unreadable: .unreadable
        case .tooLong: .tooLong
        case .pdfScanned: .pdfScanned
        case .pdfLocked: .pdfLocked
        case .pdfDamaged: .pdfDamaged
        case .pdfSlow: .pdfSlow
        case .pdfUnsupported: .pdfUnsupported
        }
    }
}
