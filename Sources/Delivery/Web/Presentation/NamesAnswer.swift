import Discovery
import Domain
import Pages
import Store
import Wire

/// The spellings of a name with what stands in the published table and what readers proposed.
struct NamesAnswer {
    var found: HolderSpellings
    var edition: Aliases.Edition?
    /// Those that name the reference, the newest first, by the key of the other name.
    private var proposals: [String: [AliasProposal]] = [:]
    /// The key of the reference; nil for none.
    private var referenceKey: String?

    /// Puts them together; `proposals` are those that name the reference, the newest first.
    init(found: HolderSpellings, edition: Aliases.Edition?, proposals: [AliasProposal]) {
        self.found = found
        self.edition = edition
        referenceKey = found.reference.map(PartyName.key)
        guard let referenceKey else { return }
        for proposal in proposals {
            guard let key = proposal.keyBeside(referenceKey) else { continue }
            self.proposals[key, default: []].append(proposal)
        }
    }

    /// How many decisions of a pair are told.
    static let toldDecisions = 3

    /// What was proposed of a name and the reference, the newest first.
    func proposals(of name: String) -> [AliasProposal] { proposals[PartyName.key(name)] ?? [] }

    /// Whether a proposal of a name and the reference can be taken: they are two names, and short enough.
    func canPropose(_ name: String) -> Bool {
        guard let reference = found.reference, PartyName.key(name) != referenceKey else { return false }
        return max(name.utf8.count, reference.utf8.count) <= AliasTable.longestName
    }
}

extension HolderSpellings.Spelling {
    /// Whether the published table puts it among the names of the holder.
    var isPublished: Bool {
        switch standing {
        case .holder, .spelling: true
        case .different, nil: false
        }
    }
}

extension HolderSpellings.Standing {
    /// The line of the table; nil for the holder's own name.
    var line: AliasEntry? {
        switch self {
        case .holder: nil
        case .spelling(let line), .different(let line): line
        }
    }
}

extension NamesPage.Standing {
    init(_ standing: HolderSpellings.Standing) {
        func line(_ entry: AliasEntry) -> NamesPage.Line {
            NamesPage.Line(
                spelling: entry.spelling,
                holder: entry.holder,
                source: entry.source,
                from: entry.from?.description
            )
        }
        switch standing {
        case .holder: self = .holder
        case .spelling(let entry): self = .spelling(line(entry))
        case .different(let entry): self = .different(line(entry))
        }
    }
}

extension NamesPage.Proposals {
    /// What is open of a pair, and what was decided last.
    init(_ proposals: [AliasProposal]) {
        // How often the same was sent is for who decides: one reader can send it many times.
        func count(_ verdict: AliasEntry.Verdict) -> Int {
            proposals.count { $0.state == .open && $0.verdict == verdict }
        }
        let decided = proposals.filter { $0.state != .open }.prefix(NamesAnswer.toldDecisions)
        self.init(
            same: count(.same),
            different: count(.different),
            decisions: decided.map {
                NamesPage.Decision(
                    isAccepted: $0.state == .accepted,
                    verdict: $0.verdict.rawValue,
                    day: $0.decidedOn ?? "",
                    answer: $0.answer
                )
            }
        )
    }
}

extension NamesDocument.LineDocument {
    init(_ entry: AliasEntry) {
        self.init(
            spelling: entry.spelling,
            holder: entry.holder,
            verdict: entry.verdict.rawValue,
            source: entry.source,
            from: entry.from?.description
        )
    }
}

extension NamesDocument.ProposalsDocument {
    /// What is open of a pair, and what was decided last; nil where nothing was proposed.
    init?(_ proposals: [AliasProposal]) {
        guard !proposals.isEmpty else { return nil }
        let told = NamesPage.Proposals(proposals)
        self.init(
            openSame: told.same,
            openDifferent: told.different,
            decided: told.decisions.map {
                NamesDocument.DecisionDocument(
                    state: $0.isAccepted ? "accepted" : "rejected",
                    verdict: $0.verdict,
                    day: $0.day,
                    answer: $0.answer
                )
            }
        )
    }
}
