import Links

extension PageRenderer {
    /// The form for two names, what was wrong with what was sent, and what becomes of proposals.
    package func proposal(_ model: ProposalPage, _ frame: PageFrame) -> String {
        let words = words(frame.language)
        let link = model.link
        let hasPair = !link.spelling.isEmpty && !link.holder.isEmpty
        // With a name that is too long the form would be refused again.
        let takes = model.isOpen && !frame.isConfidential && model.refusal?.kind != .longName
        var closed: String?
        if !model.isOpen {
            closed = words["proposal.off"]
        } else if frame.isConfidential {
            closed = words["proposal.private"]
        } else if !hasPair {
            closed = words["proposal.empty"]
        }
        let context: Context = [
            "refused": model.refusal.map { refused($0, words) },
            "closed": closed,
            "form": takes && hasPair ? proposalForm(model, "proposal", words, about: nil) : nil,
            "back": Link.names(NamesLink(frame.isConfidential ? "" : link.name, language: frame.language)).text,
            "privacy": Link.page(.privacy, frame.language).text,
        ]
        let face = PageFace(
            title: words["proposal.page"],
            find: SearchState(language: frame.language),
            door: .search,
            isPrivate: !link.spelling.isEmpty,
            canonical: .proposal(ProposalLink(language: frame.language))
        )
        return page("propose", context, face, frame)
    }

    private func refused(_ refusal: ProposalPage.Refusal, _ words: Words) -> Context {
        let key = "proposal.refused." + refusal.kind.rawValue
        let text = refusal.count.map { words.counted(key, $0) } ?? words[key]
        return .notice(text, title: words["proposal.refused.title"], kind: "bad")
    }

    /// The form of two names.
    ///
    /// - Parameters:
    ///   - model: What is proposed, as far as it is filled in.
    ///   - id: What the ids of its parts begin with.
    ///   - words: The words of the page.
    ///   - about: The id of what is said to all such forms of a page.
    /// - Returns: The context of the component `proposal`.
    func proposalForm(_ model: ProposalPage, _ id: String, _ words: Words, about: String?) -> Context {
        let link = model.link
        let isReasonWrong =
            switch model.refusal?.kind {
            case .long, .email, .phone, .identity: true
            default: false
            }
        return [
            "action": Link.proposalPath, "id": id, "spelling": link.spelling, "holder": link.holder, "name": link.name,
            "isEnglish": words.language == .en,
            "legend": words("proposal.legend", ["spelling": link.spelling, "holder": link.holder]),
            "isSame": link.verdict == "same", "isDifferent": link.verdict == "different", "reason": link.reason,
            "why": words("proposal.reason", ["count": words.number(model.longestReason)]),
            "longest": model.longestReason, "isReasonWrong": isReasonWrong,
            "about": isReasonWrong ? "refused" : about,
        ]
    }
}
