import Declarations
import Discovery
import Domain
import Foundation
import HTTPTypes
import Identity
import Links
import Pages
import Registers
import Wire

/// Entries of declared registers written by programs, with a key.
extension Site {
    /// The document of an entry, with a tag that names its version.
    func entryDocument(_ view: EntryView, referrers: [Referrers.Group] = []) throws -> Answer {
        var answer = Answer.json(try WireJSON.encode(RegisterEntryDocument(view, referrers: referrers)))
        if case .bytes(let bytes) = answer.body {
            answer.caching = .revalidated(tag: EntityTag.of(bytes, version: view.version))
        }
        return answer
    }

    /// Adds an entry, or changes the one that the address names.
    func writeEntry(_ visit: Visit, _ link: RegisterLink) async throws -> Answer {
        let entries = services.registerEntries
        let writer = reader(visit)
        let register = try await entries.register(link.register ?? "", writer)
        let document = try document(visit)
        if document.sample == true, link.entry == nil, options.mode == .production {
            throw Failure.invalid(field: "sample", reason: "production mode takes no samples")
        }
        var wish = RegisterEntries.Wish(
            register: register.name,
            entry: link.entry,
            content: EntryContent(fields: document.fields, state: document.state, sample: document.sample),
            note: document.note ?? ""
        )
        do {
            if let id = link.entry {
                let current = try await entries.show(id, writer)
                guard let tags = visit.matchedTags else {
                    return try refused(
                        visit,
                        "precondition-required",
                        .preconditionRequired,
                        Bilingual(
                            "修改要带请求头 If-Match，写上读取时得到的 ETag",
                            "A change takes the header If-Match with the ETag that reading gave."
                        )
                    )
                }
                // A tag that names no version of ours is that of none.
                wish.base = EntityTag.isAny(tags) ? current.version : EntityTag.version(in: tags) ?? 0
            }
            switch try await entries.save(wish, writer) {
            case .saved(let id, _), .unchanged(let id):
                var answer = try entryDocument(try await entries.show(id, writer))
                answer.status = link.entry == nil ? .created : .ok
                answer.headers[.location] = address(of: id)
                return answer
            case .proposed(let id, let proposal):
                let page = Link.registers(link.going(to: .proposal(register.name, proposal.itemOfRegister))).text
                let document = EntryProposedDocument(id: id, proposal: proposal, page: page)
                var answer = Answer.json(try WireJSON.encode(document))
                answer.status = .accepted
                answer.headers[.location] = page
                return answer
            }
        } catch EntryRefusal.problems(let problems) {
            return try refused(
                visit,
                "invalid-entry",
                .unprocessableContent,
                Bilingual("有 \(problems.count) 处需要改", "\(problems.count) things to correct"),
                problems: problems.map { ProblemDocument.FieldProblem(field: $0.field, message: $0.message) }
            )
        } catch EntryRefusal.changedMeanwhile {
            return try await changedMeanwhile(visit, wish, writer)
        } catch EntryRefusal.waiting(let proposal) {
            let page = Link.registers(link.going(to: .proposal(register.name, proposal.itemOfRegister))).text
            return try refused(
                visit,
                "waiting",
                .conflict,
                Bilingual("已有一个修改在等待批准：\(page)", "A change of this entry waits for approval: \(page)")
            )
        }
    }

    /// Says what somebody else changed since the version that the program read; nothing is written.
    private func changedMeanwhile(
        _ visit: Visit,
        _ wish: RegisterEntries.Wish,
        _ writer: EntryReader
    ) async throws -> Answer {
        let rebased = try await services.registerEntries.rebase(wish, writer)
        let taken = rebased.taken.map {
            ProblemDocument.FieldClash(field: $0.field, theirs: $0.after, yours: $0.before)
        }
        var answer = try refused(
            visit,
            "changed-meanwhile",
            .preconditionFailed,
            Bilingual(
                "这一条现在是版本 \(rebased.current.version)，不是 If-Match 里的；请读取后再改",
                "The entry has version \(rebased.current.version) now, which is not that of If-Match; read it and change it again."
            ),
            changes: rebased.clashes.map {
                ProblemDocument.FieldClash(field: $0.field, theirs: $0.before, yours: $0.after)
            } + taken
        )
        if case .revalidated(let tag) = try entryDocument(rebased.current).caching { answer.headers[.eTag] = tag }
        return answer
    }

    /// What the program sent.
    ///
    /// - Throws: `Failure.invalid` naming the place of what is none.
    private func document(_ visit: Visit) throws -> EntryWriteDocument {
        do {
            return try JSONDecoder().decode(EntryWriteDocument.self, from: Data(visit.document ?? []))
        } catch let error as DecodingError {
            let path: [any CodingKey] =
                switch error {
                case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                    context.codingPath
                case .keyNotFound(let key, let context): context.codingPath + [key]
                @unknown default: []
                }
            throw Failure.invalid(
                field: path.isEmpty ? "body" : path.map(\.stringValue).joined(separator: "."),
                reason:
                    "write {\"fields\": {\"NAME\": VALUE}, \"state\": \"NAME\"}; a value is a text, a list of texts or "
                    + "an object with parts, and numbers stand in quotation marks"
            )
        }
    }

    private func refused(
        _ visit: Visit,
        _ kind: String,
        _ status: HTTPResponse.Status,
        _ detail: Bilingual,
        problems: [ProblemDocument.FieldProblem]? = nil,
        changes: [ProblemDocument.FieldClash]? = nil
    ) throws -> Answer {
        let document = ProblemDocument(
            kind: kind,
            title: pages.text("registers.refused", visit.language) ?? kind,
            status: status.code,
            detail: detail.text(in: visit.language.rawValue),
            instance: visit.path,
            request: visit.id,
            problems: problems,
            changes: changes
        )
        var answer = Answer.json(try WireJSON.encode(document), type: "application/problem+json")
        answer.status = status
        answer.caching = .none
        return answer
    }

    private func address(of entry: String) -> String? {
        RegisterLink(entry: entry).flatMap { Link.registers($0).twin(.json) }
    }
}
