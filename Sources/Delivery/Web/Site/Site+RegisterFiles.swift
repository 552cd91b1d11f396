import Declarations
import Discovery
import Domain
import HTTPTypes
import Hummingbird
import Identity
import Links
import NIOCore
import Pages
import Registers
import Wire

/// Lists of declared registers as files and feeds: everything that is found, as its reader may see it.
extension Site {
    /// What is asked of the list of a register.
    func question(_ link: RegisterLink) -> ListEntries.Question {
        ListEntries.Question(
            register: link.register ?? "",
            text: link.list.text,
            filters: link.list.filters,
            region: link.list.region,
            withoutSamples: link.list.withoutSamples,
            sort: link.list.sort,
            page: link.list.page
        )
    }

    /// All entries that are found, written while they are read.
    func registerFile(_ visit: Visit, _ link: RegisterLink) async throws -> Answer {
        let entries = services.registerEntries
        let reader = reader(visit)
        let found = try await services.listEntries.all(question(link), reader)
        let table = EntryTable(
            found.register,
            fields: entries.taken(found.register, reader),
            codes: try await entries.codes(),
            day: PartialDate(inChinaAt: entries.now),
            language: visit.language.rawValue
        )
        guard let format = EntryExport.Format(rawValue: visit.request.format.rawValue) else {
            throw RequestFailure.nowhere
        }
        guard format != .xlsx || found.count <= EntryExport.mostInSheet else {
            throw Failure.invalid(
                field: "xlsx",
                reason: "a sheet has no more than \(EntryExport.mostInSheet) rows; narrow the list, or take CSV"
            )
        }
        let name = found.register.label.text(in: visit.language.rawValue)
        let batch = options.csvBatch
        var answer = Answer(
            type: format.mediaType,
            body: .stream { @concurrent writer in
                let file = EntryExport(format, table, named: name)
                try await writer.write(ByteBuffer(bytes: file.begin()))
                for start in stride(from: 0, to: found.count, by: batch) {
                    let views = try await found.entries(start..<start + batch)
                    try await writer.write(ByteBuffer(bytes: file.add(views)))
                }
                try await writer.write(ByteBuffer(bytes: file.end()))
                try await writer.finish(nil)
            },
            caching: .none
        )
        // The name of a register is letters, digits and hyphens.
        answer.headers[.contentDisposition] = "attachment; filename=\"\(found.register.name).\(format.rawValue)\""
        if let name = HTTPField.Name.totalCount { answer.headers[name] = String(found.count) }
        return answer
    }

    /// The newest changes of a list as a feed: a feed in another order would never show what is new.
    func registerFeed(_ visit: Visit, _ link: RegisterLink) async throws -> Answer {
        var question = question(link)
        question.sort = "-" + ListEntries.changed
        question.page = 1
        let answer = try await services.listEntries(question, reader(visit))
        let (register, language) = (answer.register, visit.language)
        let columns = register.fields.filter { $0.uses.contains(.list) && $0.name != register.title }
        let references = answer.entries.reduce(into: Set<String>()) { $0.formUnion($1.content.references(columns)) }
        let presenter = try await presenter(visit, references)
        let items = answer.entries.compactMap { view -> RegisterFeed.Item? in
            guard let entry = RegisterLink(entry: view.id, language: language) else { return nil }
            let place = Link.registers(entry)
            return RegisterFeed.Item(
                id: view.id,
                title: presenter.title(view),
                changed: Moment.iso(view.time),
                page: place.text,
                document: place.twin(.json) ?? place.text,
                state: view.content.state.map { presenter.text(.text($0), of: Condition.state, in: register) },
                isSample: view.content.sample ?? false,
                facts: columns.compactMap { field in
                    view.content.fields[field.name].map {
                        presenter.text(field.label) + language.colon + presenter.text($0, of: field.name, in: register)
                    }
                }
            )
        }
        var list = link.list.kept
        list.sort = nil
        var page = link.plain
        page.list = list
        let place = Link.registers(page)
        let name = language == .zh ? "惠知" : "Huizhi"
        let feed = RegisterFeed(
            origin: visit.origin(options.origin),
            name: place.inLanguage(.zh).text.replacing(Link.registersPath + "/", with: ""),
            title: "\(name) · \(presenter.text(register.label))" + (list.text.isEmpty ? "" : " · \(list.text)"),
            author: options.operatorName ?? name,
            language: language.tag,
            itself: place.twin(.atom) ?? place.text,
            page: place.text,
            items: items
        )
        var reply = Self.xml(feed.root, type: "application/atom+xml")
        if case .bytes(let bytes) = reply.body { reply.caching = .revalidated(tag: EntityTag.of(bytes)) }
        return reply
    }
}

extension PageLanguage {
    /// What stands between a name and its value.
    fileprivate var colon: String { self == .zh ? "：" : ": " }
}

extension EntryExport.Format {
    /// The type that the answer says.
    fileprivate var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .jsonl: "application/jsonl"
        }
    }
}
