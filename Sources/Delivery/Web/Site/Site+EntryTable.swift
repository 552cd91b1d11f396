import Declarations
import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Registers

/// Tables of entries that somebody sends: a trial first, and then what was tried.
extension Site {
    /// The most rows of each list of a trial that the page shows.
    private static let mostShown = 200

    /// A table that came, or that came before and was kept.
    private struct Table {
        let bytes: [UInt8]
        let name: String
        /// Its SHA-256 in hexadecimal.
        let digest: String
        /// What the second step says that was seen; nil in the first.
        var basis: String?
    }

    /// What the page shows besides the form, and with which status.
    private struct Shown {
        var trial: EntryTablePage.Trial?
        var refusal: EntryTablePage.Refusal?
        var status = HTTPResponse.Status.ok
    }

    func entryTable(_ visit: Visit, _ link: RegisterLink, _ name: String) async throws -> Answer {
        let entries = services.registerEntries
        let reader = reader(visit)
        let register = try await entries.register(name, reader)
        guard entries.duties(in: register, reader).mayWrite else {
            return try await tablePage(visit, link, register, Shown(refusal: .notAllowed, status: .forbidden))
        }
        guard visit.sent != nil else { return try await tablePage(visit, link, register, Shown()) }
        guard let sent = try sentFromHere(visit) else {
            return try await tablePage(visit, link, register, Shown(refusal: .elsewhere, status: .forbidden))
        }
        guard let table = try await table(visit, sent) else {
            let refusal: EntryTablePage.Refusal = sent["table"] == nil ? .noFile : .gone
            return try await tablePage(visit, link, register, Shown(refusal: refusal, status: .badRequest))
        }
        do {
            return try await take(table, visit, link, register)
        } catch Failure.invalid(_, let reason) {
            return try await tablePage(
                visit,
                link,
                register,
                Shown(refusal: .unreadable(reason), status: .badRequest)
            )
        }
    }

    /// The table of a form: the one that was chosen, or the one of the first step where it was sent in this session.
    private func table(_ visit: Visit, _ sent: Parameters) async throws -> Table? {
        let tables = services.importEntries
        if let file = visit.files.first(where: { !$0.content.isEmpty }) {
            let name = String(file.name.split(whereSeparator: { "/\\".contains($0) }).last?.prefix(100) ?? "")
            return Table(bytes: file.content, name: name, digest: try await tables.stage(file.content))
        }
        guard let digest = sent["table"], let proof = sent["proof"], let basis = sent["basis"],
            try services.accounts.isSentToken(proof, digest, try signedIn(visit)),
            let bytes = try await tables.staged(digest)
        else { return nil }
        return Table(bytes: bytes, name: String((sent["name"] ?? "").prefix(100)), digest: digest, basis: basis)
    }

    /// Tries a table, or takes it in where it was tried and would do the same.
    private func take(
        _ table: Table,
        _ visit: Visit,
        _ link: RegisterLink,
        _ register: RegisterDeclaration
    ) async throws -> Answer {
        let reader = reader(visit)
        let tables = services.importEntries
        var shown = Shown()
        let report: ImportEntries.Report
        do {
            report = try await tables(
                table: table.bytes,
                into: register.name,
                trial: table.basis == nil,
                by: reader,
                basis: table.basis
            )
            if report.isStored {
                let next =
                    report.isTwofold
                    ? link.going(to: .proposals(register.name), done: .proposed)
                    : link.going(to: .register(register.name), done: .imported)
                return .redirect(.seeOther, to: Link.registers(next).text)
            }
            if let basis = table.basis, basis != report.basis {
                shown.refusal = .outdated
                shown.status = .conflict
            }
        } catch Failure.conflict(let reason) {
            report = try await tables(table: table.bytes, into: register.name, trial: true, by: reader)
            shown.refusal = .interrupted(reason)
            shown.status = .conflict
        }
        if report.problemCount > 0, shown.refusal == nil { shown.status = .badRequest }
        shown.trial = try await trial(report, table, visit, register)
        return try await tablePage(visit, link, register, shown)
    }

    private func trial(
        _ report: ImportEntries.Report,
        _ table: Table,
        _ visit: Visit,
        _ register: RegisterDeclaration
    ) async throws -> EntryTablePage.Trial {
        let changes = report.changes.prefix(Self.mostShown)
        let ids = Set(changes.map(\.entry))
        let references = changes.reduce(into: Set<String>()) { $0.formUnion($1.differences.references(in: register)) }
        let titles = try await services.registerEntries.titles(of: ids, reader(visit))
        let words = try await presenter(visit, references)
        let mayGoOn = report.problemCount == 0 && report.new + report.changed > 0
        return EntryTablePage.Trial(
            file: table.name,
            rows: report.rows,
            new: report.new,
            changed: report.changed,
            unchanged: report.unchanged,
            waiting: report.waiting,
            problemCount: report.problemCount,
            problems: report.problems.prefix(Self.mostShown).map { problem in
                let name = String(problem.name.prefix { $0 != "." && $0 != "+" })
                return EntryTablePage.Problem(
                    cell: problem.cell,
                    row: problem.row,
                    column: register.field(name) == nil ? problem.name : words.label(of: name, in: register),
                    text: words.text(problem.message)
                )
            },
            changes: changes.map { change in
                EntryTablePage.Change(
                    row: change.row,
                    title: titles[change.entry] ?? change.entry,
                    link: RegisterLink(entry: change.entry, language: visit.language),
                    fields: words.changes(change.differences, register)
                )
            },
            additions: report.additions.prefix(Self.mostShown).map {
                EntryTablePage.Addition(row: $0.row, title: $0.title ?? "")
            },
            confirmation: mayGoOn
                ? EntryTablePage.Confirmation(
                    digest: table.digest,
                    proof: try services.accounts.sentToken(table.digest, try signedIn(visit)),
                    basis: report.basis
                ) : nil
        )
    }

    private func tablePage(
        _ visit: Visit,
        _ link: RegisterLink,
        _ register: RegisterDeclaration,
        _ shown: Shown
    ) async throws -> Answer {
        let entries = services.registerEntries
        let words = try await presenter(visit)
        let fields = entries.blank(register, reader(visit)).filter { $0.type.sort != .file }
        let state = EntryTablePage.Column(
            name: Condition.state,
            label: words.label(of: Condition.state, in: register),
            type: nil,
            isRequired: false
        )
        let id = EntryTablePage.Column(
            name: "id",
            label: words.text(Bilingual("条目编号", "The identifier of an entry")),
            type: nil,
            isRequired: false
        )
        let columns =
            [id] + (register.states.isEmpty ? [] : [state])
            + fields.map { field in
                EntryTablePage.Column(
                    name: field.name,
                    label: words.text(field.label),
                    type: field.type.word,
                    isRequired: field.required == .always
                )
            }
        let model = EntryTablePage(
            link: link,
            register: words.head(register),
            token: try services.accounts.formToken(try signedIn(visit)),
            isTwofold: register.approve != nil,
            columns: shown.refusal == .notAllowed ? [] : columns,
            mostRows: ImportEntries.mostRowsSent,
            trial: shown.trial,
            refusal: shown.refusal
        )
        var answer = Answer.page(pages.entryTable(model, await registerFrame(visit, link)))
        answer.status = shown.status
        return answer
    }
}
