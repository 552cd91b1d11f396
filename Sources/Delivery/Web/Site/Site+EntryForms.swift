import Declarations
import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Registers

/// The forms of entries of declared registers.
extension Site {
    /// What a form page shows besides the fields, and with which status.
    private struct Shown {
        var content: EntryContent
        var base: Int64
        var problems: [ValueProblem] = []
        var refusal: EntryFormPage.Refusal?
        var draft: EntryDraft?
        var status = HTTPResponse.Status.ok
    }

    func entryForm(_ visit: Visit, _ link: RegisterLink) async throws -> Answer {
        if visit.sent?["do"] == "unmask", let id = link.entry { return try await unmasked(visit, link, id) }
        if let dropped = try await dropDraft(visit, link) { return dropped }
        let entries = services.registerEntries
        let reader = reader(visit)
        let register = try await entries.register(link.register ?? "", reader)
        let view: EntryView? = if let id = link.entry { try await entries.show(id, reader) } else { nil }
        let presenter = try await presenter(visit)
        let mayWrite = view?.mayWrite ?? entries.duties(in: register, reader).mayWrite
        let fields =
            view.map { view in view.fields.filter { view.writable.contains($0.name) } }
            ?? entries.blank(register, reader)
        let form = EntryFormPresenter(register, mayWrite ? fields : [], current: view?.content, presenter)
        var shown = Shown(content: view?.content ?? EntryContent(fields: [:]), base: view?.version ?? 0)
        guard mayWrite else {
            shown.refusal = .notAllowed
            shown.status = .forbidden
            return try await formPage(visit, link, form, view, shown)
        }
        shown.draft = try await entries.draft(of: register.name, view?.id, reader)
        guard visit.sent != nil else {
            if let draft = shown.draft {
                shown.content = draft.content(over: view?.content)
                shown.base = draft.base
            }
            return try await formPage(visit, link, form, view, shown)
        }
        guard let sent = try sentFromHere(visit) else {
            if let sent = visit.sent { shown.content = form.content(sent) }
            shown.refusal = .elsewhere
            shown.status = .forbidden
            return try await formPage(visit, link, form, view, shown)
        }
        shown.content = form.content(sent)
        // A form that does not say what it changes changes nothing unseen.
        shown.base = sent["base"].flatMap(Int64.init) ?? 0
        let wish = RegisterEntries.Wish(
            register: register.name,
            entry: view?.id,
            base: shown.base,
            content: shown.content,
            note: sent["note"] ?? "",
            uploads: form.uploads(visit.files)
        )
        do {
            if sent["do"] == "draft" { return try await keepDraft(wish, visit, link) }
            let outcome = try await entries.save(wish, reader)
            if shown.draft != nil { try await entries.dropDraft(of: register.name, view?.id, reader) }
            return redirect(outcome, link)
        } catch EntryRefusal.problems(let problems) {
            shown.problems = problems
            shown.status = .badRequest
        } catch EntryRefusal.changedMeanwhile {
            let rebased = try await entries.rebase(wish, reader)
            let words = try await self.presenter(visit, (rebased.clashes + rebased.taken).references(in: register))
            shown.content = rebased.content
            shown.base = rebased.current.version
            shown.refusal = .changed(
                clashes: words.changes(rebased.clashes, register),
                taken: words.changes(rebased.taken, register)
            )
            shown.status = .conflict
            let current = EntryFormPresenter(register, fields, current: rebased.current.content, presenter)
            return try await formPage(visit, link, current, rebased.current, shown)
        } catch EntryRefusal.waiting(let proposal) {
            let place = RegisterLink.Place.proposal(register.name, proposal.itemOfRegister)
            shown.refusal = .waiting(link.plain.going(to: place))
            shown.status = .conflict
        } catch EntryRefusal.drafts {
            shown.refusal = .drafts
            shown.status = .conflict
        } catch Failure.notAllowed {
            shown.refusal = .place
            shown.status = .forbidden
        }
        return try await formPage(visit, link, form, view, shown)
    }

    /// Where one goes on to after something was saved or proposed.
    private func redirect(_ outcome: RegisterEntries.Outcome, _ link: RegisterLink) -> Answer {
        let next: RegisterLink? =
            switch outcome {
            case .saved(let entry, _): RegisterLink(entry: entry, done: .saved, language: link.language)
            case .unchanged(let entry): RegisterLink(entry: entry, done: .unchanged, language: link.language)
            case .proposed(_, let proposal):
                link.going(to: .proposal(link.register ?? "", proposal.itemOfRegister), done: .proposed)
            }
        return .redirect(.seeOther, to: Link.registers(next ?? link.plain).text)
    }

    private func formPage(
        _ visit: Visit,
        _ link: RegisterLink,
        _ form: EntryFormPresenter,
        _ view: EntryView?,
        _ shown: Shown
    ) async throws -> Answer {
        let note = visit.sent?["note"] ?? shown.draft?.note ?? ""
        var model = EntryFormPage(
            link: link,
            register: form.words.head(form.register),
            title: view.map(form.words.title),
            token: try services.accounts.formToken(try signedIn(visit)),
            base: Int(shown.base),
            fields: shown.refusal == .notAllowed ? [] : form.fields(shown.content, shown.problems),
            note: form.register.approve == nil ? nil : note,
            isMasked: view.map { view in form.fields.contains { view.masked.contains($0.name) } } ?? false,
            hasFiles: form.fields.contains { $0.type.sort == .file },
            problems: form.problems(shown.problems),
            refusal: shown.refusal
        )
        model.draft = shown.draft.map { Moment.china($0.time) }
        var answer = Answer.page(pages.entryForm(model, await registerFrame(visit, link)))
        answer.status = shown.status
        return answer
    }
}

extension String {
    /// What stands behind the slash of an identifier.
    var itemOfRegister: String { String(drop { $0 != "/" }.dropFirst()) }
}
