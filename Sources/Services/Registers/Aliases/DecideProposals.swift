import Domain
package import Store

/// Decides what readers proposed of two names; an operator's work.
package struct DecideProposals: Sendable {
    private let store: Store

    package init(store: Store) {
        self.store = store
    }

    /// What is said to a rejection at most; characters.
    package static let longestAnswer = 300

    /// The open proposals, or all, in the order in which they came.
    package func proposals(all: Bool = false) async throws -> [AliasProposal] {
        try await store.aliasProposals(all ? nil : .open)
    }

    /// Accepts proposals: one new edition of the table holds them all, each with its day as the source.
    ///
    /// - Parameter ids: Their numbers.
    /// - Returns: The edition in force.
    /// - Throws: `Failure.notFound` for a number that is not open, `Failure.invalid` for a name that no line can have,
    ///   `Failure.conflict` where the table says otherwise or another edition was published meanwhile; then nothing is
    ///   changed.
    package func accept(_ ids: [Int64]) async throws -> PublishAliases.Edition {
        let proposals = try await open(ids)
        let publish = PublishAliases(store: store)
        let (table, version) = try await publish.inForce()
        let day = try publish.day()
        let source = "读者建议 / reader's proposal, accepted \(day)"
        let decided = proposals.map { AliasEntry($0.spelling, of: $0.holder, $0.verdict, source: source) }
        let decision = AliasDecision(
            .accepted,
            day: day,
            edition: .init(try table.accepting(decided), follows: version)
        )
        guard let definition = try await store.decide(proposals.map(\.id), decision) else {
            throw Failure.unavailable(reason: "no edition was published")
        }
        return try PublishAliases.edition(definition)
    }

    /// Rejects proposals; the reason is shown to everybody who looks at the pair.
    ///
    /// - Parameters:
    ///   - ids: Their numbers.
    ///   - reason: Why; without ways to reach a person.
    /// - Throws: `Failure.notFound` for a number that is not open, `Failure.invalid` for a reason that cannot be shown;
    ///   then nothing is changed.
    package func reject(_ ids: [Int64], reason: String) async throws {
        guard reason.contains(where: { !$0.isWhitespace }), reason.count <= Self.longestAnswer else {
            throw Failure.invalid(
                field: "reason",
                reason: "say in 1 to \(Self.longestAnswer) characters why; it is shown to readers"
            )
        }
        guard ContactData.kind(in: reason) == nil else {
            throw Failure.invalid(
                field: "reason",
                reason: "it is shown to readers and must hold no e-mail address, telephone or identity number"
            )
        }
        let proposals = try await open(ids)
        let day = try PublishAliases(store: store).day()
        try await store.decide(proposals.map(\.id), AliasDecision(.rejected, answer: reason, day: day))
    }

    private func open(_ ids: [Int64]) async throws -> [AliasProposal] {
        let open = try await store.aliasProposals(.open)
        var seen: Set<Int64> = []
        return try ids.filter { seen.insert($0).inserted }.map { id in
            guard let proposal = open.first(where: { $0.id == id }) else {
                throw Failure.notFound(
                    what: "open proposal \(id); `huizhi aliases proposals` lists those that are open"
                )
            }
            return proposal
        }
    }
}
