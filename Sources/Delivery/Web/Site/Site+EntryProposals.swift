import Declarations
import Domain
import HTTPTypes
import Identity
import Links
import Pages
import Registers

/// What waits for a second person in declared registers, and the decision.
extension Site {
    func entryProposals(_ visit: Visit, _ link: RegisterLink, _ name: String) async throws -> Answer {
        let entries = services.registerEntries
        let reader = reader(visit)
        let register = try await entries.register(name, reader)
        let presenter = try await presenter(visit)
        let proposals = try await entries.proposals(of: name, reader)
        let names = try await services.accounts.maskedNames(of: Set(proposals.map(\.content.by)))
        let rows = proposals.map { proposal in
            EntryProposalsPage.Row(
                id: proposal.id.itemOfRegister,
                title: title(of: proposal, presenter),
                isNew: proposal.content.base == 0,
                fields: proposal.differences.map { presenter.label(of: $0.field, in: register) },
                by: names[proposal.content.by] ?? proposal.content.by,
                time: Moment.china(proposal.content.time),
                isOwn: proposal.isOwn
            )
        }
        let model = EntryProposalsPage(link: link, register: presenter.head(register), rows: rows)
        return .page(pages.entryProposals(model, await registerFrame(visit, link)))
    }

    func entryProposal(_ visit: Visit, _ link: RegisterLink, _ name: String, _ item: String) async throws -> Answer {
        let entries = services.registerEntries
        let reader = reader(visit)
        let id = ProposalContent.register + "/" + item
        let proposal = try await entries.proposal(id, reader)
        guard proposal.register.name == name else { throw Failure.notFound(what: id) }
        guard visit.sent != nil else { return try await proposalPage(visit, link, proposal) }
        guard let sent = try sentFromHere(visit) else {
            return try await proposalPage(visit, link, proposal, refusal: "elsewhere", .forbidden)
        }
        do {
            switch sent["do"] {
            case "approve":
                guard case .saved(let entry, _) = try await entries.approve(id, reader),
                    let done = RegisterLink(entry: entry, done: .approved, language: link.language)
                else { break }
                return .redirect(.seeOther, to: Link.registers(done).text)
            case "refuse", "withdraw":
                try await entries.refuse(id, answer: sent["answer"] ?? "", reader)
                let done = link.going(to: .proposals(name), done: proposal.isOwn ? .withdrawn : .refused)
                return .redirect(.seeOther, to: Link.registers(done).text)
            default: break
            }
            return .redirect(.seeOther, to: Link.registers(link.plain).text)
        } catch EntryRefusal.problems(let problems) {
            return try await proposalPage(visit, link, proposal, problems, .conflict)
        } catch EntryRefusal.changedMeanwhile {
            // The page read again says that it is outdated.
            return try await proposalPage(visit, link, try await entries.proposal(id, reader), [], .conflict)
        } catch Failure.invalid(field: "answer", _) {
            return try await proposalPage(visit, link, proposal, refusal: "answer", .badRequest)
        } catch Failure.conflict {
            let decided = try await entries.proposal(id, reader)
            return try await proposalPage(visit, link, decided, refusal: "decided", .conflict)
        }
    }

    private func proposalPage(
        _ visit: Visit,
        _ link: RegisterLink,
        _ proposal: RegisterEntries.Proposal,
        _ problems: [ValueProblem] = [],
        refusal: String? = nil,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let register = proposal.register
        let presenter = try await presenter(visit, proposal.differences.references(in: register))
        let content = proposal.content
        let names = try await services.accounts.maskedNames(
            of: Set([content.by] + [content.decider].compactMap(\.self))
        )
        var model = EntryProposalPage(
            link: link,
            register: presenter.head(register),
            title: title(of: proposal, presenter),
            entry: content.base == 0 && content.state != .approved
                ? nil : RegisterLink(entry: content.entry, language: link.language),
            token: try services.accounts.formToken(try signedIn(visit)),
            changes: presenter.changes(proposal.differences, register),
            by: names[content.by] ?? content.by,
            time: Moment.china(content.time),
            note: content.note,
            state: content.state.rawValue,
            decider: content.decider.map { names[$0] ?? $0 },
            decided: content.decided.map(Moment.china),
            answer: content.answer,
            isOutdated: proposal.isOutdated,
            mayDecide: proposal.mayDecide,
            isOwn: proposal.isOwn
        )
        if content.state == .waiting {
            model.files = content.content.files.compactMap { file in
                RegisterLink(file: file.digest, of: content.entry, language: link.language).map { (file.name, $0) }
            }
        }
        model.reserved =
            content.state == .waiting ? proposal.reserved.map { presenter.label(of: $0, in: register) } : []
        model.refusals = problems.map { presenter.text($0.message) }
        model.refusal = refusal
        var answer = Answer.page(pages.entryProposal(model, await registerFrame(visit, link)))
        answer.status = status
        return answer
    }

    /// What the entry is to be called, as far as who looks may see it; else its identifier.
    private func title(of proposal: RegisterEntries.Proposal, _ presenter: EntryPresenter) -> String {
        let name = proposal.register.title
        guard let value = proposal.title else { return proposal.content.entry }
        return presenter.text(value, of: name, in: proposal.register)
    }
}
