import Declarations
import Discovery
import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Registers
import Wire

/// An entry of a declared register.
extension Site {
    func entry(_ visit: Visit, _ link: RegisterLink, _ id: String) async throws -> Answer {
        let view = try await services.registerEntries.show(id, reader(visit))
        if visit.request.format == .json {
            return try entryDocument(view, referrers: try await referrers(view, reader(visit)))
        }
        return try await entryPage(visit, link, view)
    }

    /// Shows the personal fields of an entry to whoever says why; the form stands on its page.
    func unmasked(_ visit: Visit, _ link: RegisterLink, _ id: String) async throws -> Answer {
        guard case .edit(let name, let item) = link.place else { throw Failure.notFound(what: id) }
        let (entries, reader) = (services.registerEntries, reader(visit))
        let page = link.going(to: .entry(name, item))
        guard let sent = try sentFromHere(visit) else {
            return try await entryPage(visit, page, try await entries.show(id, reader), "elsewhere", .forbidden)
        }
        do {
            let view = try await entries.unmask(id, reason: sent["reason"] ?? "", reader)
            return try await entryPage(visit, page, view)
        } catch Failure.invalid(field: "reason", _) {
            return try await entryPage(visit, page, try await entries.show(id, reader), "reason", .badRequest)
        }
    }

    /// The groups of entries that refer to one; none where they cannot be had now, which its page is worth showing without.
    private func referrers(_ view: EntryView, _ reader: EntryReader) async throws -> [Referrers.Group] {
        do {
            return try await Referrers(services.listEntries)(view, reader)
        } catch Failure.tooMany {
            return []
        }
    }

    private func entryPage(
        _ visit: Visit,
        _ link: RegisterLink,
        _ view: EntryView,
        _ refusal: String? = nil,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let presenter = try await presenter(visit, view.content.references(view.fields))
        let parts = presenter.visit(view)
        let referrers = try await referrers(view, reader(visit))
        var model = EntryPage(
            link: link,
            register: presenter.head(view.register),
            title: presenter.title(view),
            state: presenter.chip(view.content.state, view.register),
            isSample: view.content.sample ?? false,
            version: Int(view.version),
            changed: Moment.china(view.time),
            visit: parts,
            facts: presenter.facts(view) { parts.isEmpty || $0.visit == nil },
            progress: try await progress(view, visit, presenter),
            near: try await near(view).compactMap(presenter.row),
            referrers: referrers.map { presenter.referrers($0, to: view.id) },
            personal: presenter.personal(view.fields),
            mayWrite: view.mayWrite,
            mayApprove: view.mayApprove
        )
        if !view.masked.isEmpty {
            model.unmask = EntryPage.Unmask(
                token: try services.accounts.formToken(try signedIn(visit)),
                refusal: refusal
            )
        }
        // What somebody was shown with a reason is shown once.
        let isOwn = !presenter.personal(view.fields).isEmpty
        var answer = Answer.page(pages.entry(model, await registerFrame(visit, link)), tagged: !isOwn)
        answer.status = status
        return answer
    }
}
