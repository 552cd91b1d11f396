import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Store
import Wire

/// Lists of the audit: a page, JSON and CSV.
extension Site {
    func audit(_ visit: Visit, _ link: AdminLink, _ caller: Caller) async throws -> Answer {
        let kind = link.kind.flatMap(Audit.Kind.init) ?? .events
        let format = visit.request.format
        let list = try await Audit(services.accounts, caller, from: knocker(visit)).list(
            kind,
            try filter(link),
            before: link.after.flatMap(AuditPlace.init),
            isExport: format != .html
        )
        var link = link
        link.kind = kind.rawValue
        let next = list.next.map { place in
            var next = link
            next.after = place.text
            return next
        }
        switch format {
        case .json:
            let document = AuditDocument(
                kind: kind.rawValue,
                rows: list.lines.map(AuditDocument.RowDocument.init),
                next: next.flatMap { Link.admin($0).twin(.json) }
            )
            return .json(try WireJSON.encode(document))
        case .csv: return table(list, next)
        default:
            let model = AdminAuditPage(
                kind: kind.rawValue,
                lines: list.lines.map(AdminAuditPage.Line.init),
                next: next,
                canVerify: AdministerAccounts(services.accounts, as: .caller(caller, knocker(visit)))
                    .maySee(.verifyAuditLog)
            )
            let form = AdminForm(link: link, token: try services.accounts.formToken(caller))
            return .page(pages.adminAudit(model, form, frame(visit, await figures())))
        }
    }

    /// What the newest verification found, for programs.
    func verificationTwin(_ visit: Visit, _ caller: Caller) async throws -> Answer {
        let last = try await services.verifyAudit.last(caller, from: knocker(visit))
        return .json(try WireJSON.encode(AuditVerificationDocument(last.waiting, last.result)))
    }

    private func filter(_ link: AdminLink) throws -> AuditFilter {
        func end(_ day: String?, _ name: String) throws -> Int64? {
            guard let day else { return nil }
            guard let end = LastDay.end(of: day) else {
                throw Failure.invalid(field: name, reason: "\(day) is no day; write it as 2026-11-01")
            }
            return end
        }
        // A day begins 24 hours before it ends: China has no summer time.
        let since = try end(link.since, "since").map { $0 - 86_400_000_000 }
        return AuditFilter(account: link.account, since: since, until: try end(link.until, "until"))
    }

    private func table(_ list: AuditList, _ next: AdminLink?) -> Answer {
        let names = ["time", "what", "account", "name", "author", "detail", "address"]
        let rows = list.lines.map(AuditDocument.RowDocument.init).map {
            [$0.time, $0.what, $0.account, $0.name, $0.author, $0.detail, $0.address]
        }
        var answer = Answer.table([names] + rows, file: "huizhi-audit.csv")
        if let next, let address = Link.admin(next).twin(.csv), let name = HTTPField.Name("Link") {
            // RFC 8288: a table has no place for where it goes on.
            answer.headers[name] = "<\(address)>; rel=\"next\""
        }
        return answer
    }
}

extension AdminAuditPage.Line {
    init(_ line: AuditLine) {
        self.init(
            time: Moment.china(line.time),
            what: line.what,
            account: line.account,
            name: line.name,
            author: line.author,
            detail: line.detail,
            address: line.address
        )
    }
}

extension AuditDocument.RowDocument {
    init(_ line: AuditLine) {
        self.init(
            time: Moment.iso(line.time),
            what: line.what,
            account: line.account,
            name: line.name,
            author: line.author,
            detail: line.detail,
            address: line.address
        )
    }
}
