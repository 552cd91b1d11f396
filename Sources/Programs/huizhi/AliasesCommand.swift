import App
import ArgumentParser
import Domain
import Registers
import Store

/// `huizhi aliases`.
struct AliasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aliases",
        abstract: "Publish the table of aliases, and decide what readers propose.",
        discussion: """
            ACTIONS
              aliases import FILE    publish a table in the place of the one in force; - is standard input
              aliases list           the editions
              aliases export         print the table in force, or an edition
              aliases proposals      what readers propose and nobody has decided
              aliases accept ID...   publish a new edition that holds them
              aliases reject ID...   say why not

            EXAMPLES
              huizhi aliases --data data import aliases.tsv --dry-run
              huizhi aliases --data data export --edition-version 2 > before.tsv
              huizhi aliases --data data proposals
              huizhi aliases --data data accept 3 5
              huizhi aliases --data data reject 4 --reason 'two companies of one group'

            A running node shows a new edition within seconds.
            """
    )

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument {
        case `import`, list, export, proposals, accept, reject
    }

    @OptionGroup var options: DataOptions
    @Flag(help: "Of import: show what would change, and change nothing.") var dryRun = false
    @Flag(help: "Of import: take a file too that was exported from another version; what came since then goes.")
    var replace = false
    @Option(help: "Of import: the edition's name, such as 2026-11. (default: as the file says)") var edition: String?
    @Option(help: "Of export: an earlier edition, by its version.") var editionVersion: Int64?
    @Flag(help: "Of proposals: those that were decided too.") var all = false
    @Option(help: "Of reject: why; readers see it.") var reason: String?
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: "import, list, export, proposals, accept or reject.") var action: Action
    @Argument(help: "A file to import, or numbers of proposals.") var words: [String] = []

    private struct Change: Encodable {
        var published: PublishAliases.Edition?
        var added: [Line]
        var removed: [Line]
    }

    private struct Line: Encodable {
        var spelling: String
        var holder: String
        var verdict: String
        var source: String
        var from: String?

        init(_ entry: AliasEntry) {
            (spelling, holder, verdict) = (entry.spelling, entry.holder, entry.verdict.rawValue)
            (source, from) = (entry.source, entry.from?.description)
        }
    }

    private struct Proposal: Encodable {
        var id: Int64
        var spelling: String
        var holder: String
        var verdict: String
        var reason: String?
        var day: String
        var times: Int64
        var state: String
        var answer: String?
        var decidedOn: String?

        init(_ proposal: AliasProposal) {
            (id, spelling, holder) = (proposal.id, proposal.spelling, proposal.holder)
            (verdict, reason, day) = (proposal.verdict.rawValue, proposal.reason, proposal.day)
            (times, answer, decidedOn) = (proposal.times, proposal.answer, proposal.decidedOn)
            state = "\(proposal.state)"
        }
    }

    func validate() throws {
        switch action {
        case .import:
            guard words.count == 1 else { throw ValidationError("import takes one file; - is standard input") }
        case .list, .export, .proposals:
            guard words.isEmpty else { throw ValidationError("\(action.rawValue) takes no further words") }
        case .accept, .reject:
            guard !words.isEmpty, words.allSatisfy({ Int64($0) != nil }) else {
                throw ValidationError("\(action.rawValue) takes numbers of proposals, as `proposals` lists them")
            }
        }
        if action == .reject, reason == nil { throw ValidationError("say with --reason why; readers see it") }
        let misplaced: [(Bool, Action, String)] = [
            (dryRun, .import, "--dry-run"), (replace, .import, "--replace"), (edition != nil, .import, "--edition"),
            (editionVersion != nil, .export, "--edition-version"), (all, .proposals, "--all"),
            (reason != nil, .reject, "--reason"),
        ]
        if let option = misplaced.first(where: { $0.0 && $0.1 != action }) {
            throw ValidationError("\(option.2) belongs to \(option.1.rawValue)")
        }
    }

    func run() async throws {
        try await Console.run {
            // A file that cannot be read makes no data folder.
            let text = action == .import ? try Console.text(words[0]) : ""
            let settings = try options.settings()
            let installation =
                action == .import && !dryRun
                ? try await Installation.open(settings) : try await Installation.openExisting(settings)
            do {
                try await act(installation, text)
            } catch {
                try await installation.close()
                throw error
            }
            try await installation.close()
        }
    }

    private func act(_ installation: Installation, _ text: String) async throws {
        let publish = installation.publishAliases
        let decide = installation.decideProposals
        let ids = words.compactMap { Int64($0) }
        switch action {
        case .import: try await take(text, publish)
        case .list: try show(try await publish.editions())
        case .export: Console.print(try await publish.text(version: editionVersion).trimmingLineEnd)
        case .proposals: try show(try await decide.proposals(all: all))
        case .accept: try show([try await decide.accept(ids)])
        case .reject:
            try await decide.reject(ids, reason: reason ?? "")
            if json { return try Console.json(ids) }
            Console.print("\(ids.count) rejected")
        }
    }

    private func take(_ text: String, _ publish: PublishAliases) async throws {
        let plan: PublishAliases.Plan
        do {
            plan = try await publish.plan(text, edition: edition, isReplacing: replace)
        } catch Failure.invalid(let field, let reason) {
            throw Failure.invalid(field: "\(words[0]), \(field)", reason: reason)
        }
        let published = dryRun ? nil : try await publish(plan)
        if json {
            let change = Change(
                published: published,
                added: plan.added.map(Line.init),
                removed: plan.removed.map(Line.init)
            )
            return try Console.json(change)
        }
        for (sign, entries) in [("-", plan.removed), ("+", plan.added)] {
            for entry in entries {
                let cells = [sign, entry.spelling, entry.holder, entry.verdict.rawValue, entry.source]
                Console.print((cells + [entry.from?.description ?? ""]).joined(separator: "\t"))
            }
        }
        let counts = "\(plan.added.count) lines added, \(plan.removed.count) taken out"
        guard let published else { return Console.print("\(counts); nothing was changed (--dry-run)") }
        Console.print("\(counts); version \(published.version) is in force")
    }

    private func show(_ editions: [PublishAliases.Edition]) throws {
        if json { return try Console.json(editions) }
        Console.print("version\tpublished\tsame\tdifferent\tedition")
        for edition in editions {
            Console.print(
                "\(edition.version)\t\(edition.published)\t\(edition.same)\t\(edition.different)\t\(edition.edition ?? "")"
            )
        }
    }

    private func show(_ proposals: [AliasProposal]) throws {
        if json { return try Console.json(proposals.map(Proposal.init)) }
        Console.print("id\tday\ttimes\tstate\tverdict\tspelling\tholder\treason")
        for proposal in proposals {
            let answer = proposal.answer.map { " -> " + $0 } ?? ""
            Console.print(
                "\(proposal.id)\t\(proposal.day)\t\(proposal.times)\t\(proposal.state)\t\(proposal.verdict.rawValue)\t"
                    + "\(proposal.spelling)\t\(proposal.holder)\t\(proposal.reason ?? "")\(answer)"
            )
        }
    }
}

extension String {
    /// Without the line end at its end, which a printed line gets.
    fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
