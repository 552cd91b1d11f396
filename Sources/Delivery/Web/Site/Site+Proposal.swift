import Discovery
import Domain
import HTTPTypes
import Links
import Pages

/// What readers propose of two names.
extension Site {
    /// The form, or what became of one that was sent: the only thing that a reader's request changes.
    func proposalPage(_ visit: Visit, _ link: ProposalLink) async throws -> Answer {
        guard visit.isForm, !visit.isConfidential, services.aliases.options.open > 0 else {
            return await proposalPage(visit, link, nil)
        }
        guard visit.isFromHere(options.origin) else {
            return await proposalPage(visit, link, ProposalPage.Refusal(.elsewhere), status: .forbidden)
        }
        guard let verdict = link.verdict.flatMap(AliasEntry.Verdict.init) else {
            return await proposalPage(visit, link, ProposalPage.Refusal(.verdict), status: .badRequest)
        }
        do {
            _ = try await services.aliases.propose(link.spelling, of: link.holder, verdict, reason: link.reason)
        } catch let refusal as Aliases.Refusal {
            return await refused(visit, link, refusal)
        }
        let back = NamesLink(link.name, isSent: true, language: link.language)
        return .redirect(.seeOther, to: Link.names(back).text + "#result")
    }

    private func refused(_ visit: Visit, _ link: ProposalLink, _ refusal: Aliases.Refusal) async -> Answer {
        switch refusal {
        case .minute(let seconds):
            return await waiting(visit, link, ProposalPage.Refusal(.minute, count: seconds), seconds)
        case .open(let seconds):
            return await waiting(visit, link, ProposalPage.Refusal(.open, count: (seconds + 3_599) / 3_600), seconds)
        case .contact(let contact):
            let kind: ProposalPage.Refusal.Kind =
                switch contact {
                case .email: .email
                case .phone: .phone
                case .identity: .identity
                }
            return await proposalPage(visit, link, ProposalPage.Refusal(kind), status: .badRequest)
        case .long(let most):
            return await proposalPage(visit, link, ProposalPage.Refusal(.long, count: most), status: .badRequest)
        case .longName(let most):
            return await proposalPage(visit, link, ProposalPage.Refusal(.longName, count: most), status: .badRequest)
        case .names: return await proposalPage(visit, link, ProposalPage.Refusal(.names), status: .badRequest)
        }
    }

    private func waiting(
        _ visit: Visit,
        _ link: ProposalLink,
        _ refusal: ProposalPage.Refusal,
        _ seconds: Int
    ) async -> Answer {
        var answer = await proposalPage(visit, link, refusal, status: .tooManyRequests)
        answer.headers[.retryAfter] = String(seconds)
        return answer
    }

    private func proposalPage(
        _ visit: Visit,
        _ link: ProposalLink,
        _ refusal: ProposalPage.Refusal?,
        status: HTTPResponse.Status = .ok
    ) async -> Answer {
        let limits = services.aliases.options
        let model = ProposalPage(
            link: link,
            refusal: refusal,
            isOpen: limits.open > 0,
            longestReason: limits.longestReason
        )
        var answer = Answer.page(pages.proposal(model, frame(visit, await figures())))
        answer.status = status
        return answer
    }
}
