import Domain
import Foundation
import HTTPTypes
import Identity
import Links
import Pages
import Wire

/// The page of what an account keeps.
extension Site {
    /// Things on a page of the list.
    private static let keptRows = 50

    /// Puts things into the account, or removes them.
    func keep(_ visit: Visit, _ link: AccountLink, _ sent: Parameters) async throws -> Answer {
        let caller = try signedIn(visit)
        if let id = sent["remove"] {
            try await services.accounts.dropKept(id, caller)
            return done(.keptRemoved, on: .kept, link)
        }
        switch sent["do"] {
        case "keep":
            guard !visit.isConfidential else {
                return try await accountPage(visit, link, AccountForm.Refusal(.confidential), .forbidden)
            }
            let collection: KeptCollection
            do {
                collection = try KeptCollection(json: Data((sent["kept"] ?? "").utf8))
            } catch Failure.invalid(_, let place) {
                return try await accountPage(visit, link, AccountForm.Refusal(.keptWrong, text: place), .badRequest)
            }
            try await services.accounts.keep(collection, caller)
            return done(.kept, on: .kept, link)
        case "clear":
            try await services.accounts.dropKept(nil, caller)
            return done(.keptRemoved, on: .kept, link)
        default: return .redirect(.seeOther, to: Link.account(link).text)
        }
    }

    /// The same for programs, as the file that browsers import.
    func keptTwin(_ caller: Caller) async throws -> Answer {
        let items = try await services.accounts.kept(caller).map(\.item)
        var answer = Answer.json(try WireJSON.encode(KeptCollection(items)))
        answer.headers[.contentDisposition] = "attachment; filename=\"huizhi-kept.json\""
        return answer
    }

    /// The page, from the row behind the one that the link names.
    func keptPage(_ visit: Visit, _ link: AccountLink) async throws -> AccountKeptPage {
        let lines = try await services.accounts.kept(try signedIn(visit))
        let start = link.after.flatMap { id in lines.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
        let shown = lines[start...].prefix(Self.keptRows)
        return AccountKeptPage(
            rows: shown.map { AccountKeptPage.Row($0, link.language) },
            count: lines.count,
            most: services.accounts.options.kept.things,
            next: shown.endIndex < lines.endIndex ? shown.last?.id : nil
        )
    }
}

extension AccountKeptPage.Row {
    /// Something that an account keeps, as its page shows it.
    fileprivate init(_ line: Accounts.KeptLine, _ language: PageLanguage) {
        let kept = line.item.time.flatMap { PartialDate(inChinaAt: $0)?.description } ?? ""
        let (title, link, queries): (String, Link?, String?)
        var tags: [String] = []
        var note = ""
        switch line.item {
        case .record(let record):
            title = record.title.isEmpty ? record.id : record.title
            link = RecordLink(entry: record.id, language: language).map(Link.record)
            queries = nil
            (tags, note) = (record.tags, record.note)
        case .search(let search):
            title = search.title
            link = Self.place(of: search).inLanguage(language)
            queries = nil
        case .queries(let group):
            title = group.text.split(separator: "\n").first.map(String.init) ?? group.text
            link = .history(PastedText(group.text, language: language))
            queries = group.text
        }
        self.init(
            id: line.id,
            kind: line.item.kind.rawValue,
            title: title,
            href: link.flatMap { $0.isShort ? $0.text : nil },
            queries: queries,
            tags: tags,
            note: note,
            kept: kept
        )
    }

    /// Where a kept search leads: a view of a declared register stands there by its address.
    private static func place(of search: KeptCollection.Search) -> Link {
        guard search.isOfRegister else { return .search(SearchState(Parameters(search.parameters))) }
        let halves = search.parameters.split(separator: "?", maxSplits: 1).map(String.init)
        return LinkRequest(path: halves.first ?? "", query: halves.count > 1 ? halves[1] : "").link
    }
}
