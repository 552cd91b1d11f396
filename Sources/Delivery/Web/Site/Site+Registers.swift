import Declarations
import Discovery
import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Registers
import Wire

/// Declared registers and their entries.
///
/// The use cases decide what who asks may see; what they may not see at all is answered as what is not there.
extension Site {
    func registers(_ visit: Visit, _ link: RegisterLink) async throws -> Answer {
        switch link.place {
        case .all: try await allRegisters(visit, link)
        case .register(let name):
            switch visit.request.format {
            case .csv, .jsonl, .xlsx: try await registerFile(visit, link)
            case .atom: try await registerFeed(visit, link)
            case .html, .json:
                visit.isWriting ? try await writeEntry(visit, link) : try await registerPage(visit, link, name)
            }
        case .entry where visit.isWriting: try await writeEntry(visit, link)
        case .entry(let name, let id): try await entry(visit, link, name + "/" + id)
        case .history(let name, let id): try await entryHistory(visit, link, name + "/" + id)
        case .poster(let name, let id): try await entryPoster(visit, link, name + "/" + id)
        case .new, .edit: try await entryForm(visit, link)
        case .table(let name): try await entryTable(visit, link, name)
        case .file(let name, let id, let digest): try await entryFile(visit, name + "/" + id, digest)
        case .proposals(let name): try await entryProposals(visit, link, name)
        case .proposal(let name, let id): try await entryProposal(visit, link, name, id)
        }
    }

    /// Who asks, as the use cases of registers know them.
    func reader(_ visit: Visit) -> EntryReader {
        visit.caller.map { .caller($0, knocker(visit)) } ?? .everyone
    }

    /// The words of entries, with what those that they refer to are called.
    func presenter(_ visit: Visit, _ references: Set<String> = []) async throws -> EntryPresenter {
        let entries = services.registerEntries
        return EntryPresenter(
            codes: try await entries.codes(),
            calendar: try await entries.calendar(),
            titles: try await entries.titles(of: references, reader(visit)),
            language: visit.language,
            now: entries.now
        )
    }

    /// A frame whose links do not repeat what was just done.
    func registerFrame(_ visit: Visit, _ link: RegisterLink) async -> PageFrame {
        var frame = frame(visit, await figures())
        frame.link = .registers(link.plain)
        return frame
    }

    private func allRegisters(_ visit: Visit, _ link: RegisterLink) async throws -> Answer {
        let registers = try await services.registerEntries.registers(reader(visit))
        if visit.request.format == .json {
            let items = registers.map { register in
                RegistersDocument.Item(
                    name: register.name,
                    label: register.label,
                    entry: register.entry,
                    help: register.help,
                    source: register.source,
                    door: register.door.rawValue,
                    sample: register.isSample
                )
            }
            return .json(try WireJSON.encode(RegistersDocument(registers: items)), tagged: true)
        }
        let presenter = try await presenter(visit)
        let model = RegistersPage(link: link, registers: registers.map(presenter.head))
        return .page(pages.registers(model, await registerFrame(visit, link)), tagged: true)
    }

    private func registerPage(_ visit: Visit, _ link: RegisterLink, _ name: String) async throws -> Answer {
        let entries = services.registerEntries
        let reader = reader(visit)
        let register = try await entries.register(name, reader)
        let duties = entries.duties(in: register, reader)
        let presenter = try await presenter(visit)
        if visit.request.format == .json {
            let answer = try await services.listEntries(question(link), reader)
            return .json(try WireJSON.encode(document(answer, link.list.page)), tagged: true)
        }
        var model = RegisterPage(
            link: link,
            head: presenter.head(register),
            fields: entries.visible(register, reader).map { field in
                RegisterPage.Field(
                    label: presenter.text(field.label),
                    help: field.help.map(presenter.text),
                    type: field.type.word,
                    isPublic: register.readers(of: field) == .everyone
                )
            },
            mayWrite: duties.mayWrite,
            mayApprove: duties.mayApprove,
            list: try await entryList(try await list(link, reader), visit, link),
            personal: presenter.personal(entries.visible(register, reader)),
            isPublic: register.read == .everyone
        )
        model.drafts = try await draftRows(visit, of: name)
        if !model.drafts.isEmpty { model.token = try services.accounts.formToken(try signedIn(visit)) }
        return .page(pages.register(model, await registerFrame(visit, link)), tagged: true)
    }

    private func entryList(_ answer: ListEntries.Answer?, _ visit: Visit, _ link: RegisterLink) async throws
        -> EntryList?
    {
        guard let answer else { return nil }
        let references = answer.entries.reduce(into: Set<String>()) { all, view in
            all.formUnion(view.content.references(view.fields.filter { $0.uses.contains(.list) }))
        }
        return try await presenter(visit, references).list(answer, link)
    }

    /// The entries that are asked for; nil while the register is being indexed.
    private func list(_ link: RegisterLink, _ reader: EntryReader) async throws -> ListEntries.Answer? {
        do {
            return try await services.listEntries(question(link), reader)
        } catch Failure.unavailable {
            return nil
        }
    }

    private func document(_ answer: ListEntries.Answer, _ page: Int) -> RegisterListDocument {
        RegisterListDocument(
            register: answer.register.name,
            records: answer.records,
            samples: answer.samples,
            page: page,
            entries: answer.entries.map { RegisterEntryDocument($0) },
            facets: answer.facets.map(document),
            snapshot: answer.sequence
        )
    }

    func document(_ facet: ListEntries.Facet) -> RegisterListDocument.Facet {
        RegisterListDocument.Facet(
            field: facet.field,
            values: facet.values.map { .init(code: $0.code, label: $0.label, count: $0.count) }
        )
    }

    private func entryHistory(_ visit: Visit, _ link: RegisterLink, _ id: String) async throws -> Answer {
        let (view, versions) = try await services.registerEntries.history(id, reader(visit))
        if visit.request.format == .json {
            let document = EntryHistoryDocument(
                register: view.register.name,
                id: view.id,
                versions: versions.map { version in
                    EntryHistoryDocument.Version(
                        version: version.version,
                        changed: Moment.iso(version.time),
                        author: version.author,
                        changes: version.differences?.map {
                            .init(field: $0.field, before: $0.before, after: $0.after)
                        }
                    )
                }
            )
            return .json(try WireJSON.encode(document), tagged: true)
        }
        let references = versions.reduce(into: Set<String>()) {
            $0.formUnion(($1.differences ?? []).references(in: view.register))
        }
        let presenter = try await presenter(visit, references)
        let names = try await services.accounts.maskedNames(of: Set(versions.compactMap(\.author)))
        let model = EntryHistoryPage(
            link: link,
            register: presenter.head(view.register),
            title: presenter.title(view),
            isSample: view.content.sample ?? false,
            versions: versions.map { version in
                EntryHistoryPage.Version(
                    number: Int(version.version),
                    changed: Moment.china(version.time),
                    author: version.author.map { names[$0] ?? $0 },
                    changes: version.differences.map { presenter.changes($0, view.register) }
                )
            }
        )
        return .page(pages.entryHistory(model, await registerFrame(visit, link)), tagged: true)
    }
}
