internal import Domain
internal import SQLCore

extension Store {
    /// Keeps a proposal, or counts it up where the same is open.
    ///
    /// - Parameters:
    ///   - proposal: The pair, the verdict, the reason and the day; of one that is counted up the first reason stays.
    ///   - limit: Proposals that may be open in all.
    /// - Returns: The proposal as it is kept; nil where so many are open.
    /// - Throws: `DatabaseError`.
    package func propose(_ proposal: AliasProposal, limit: Int64) async throws -> AliasProposal? {
        // Alone among all processes, so that numbers are given once and the limit holds.
        try await database.migrationLock { transaction in
            let pair: [Value] = [.text(proposal.spelling), .text(proposal.holder), .text(proposal.verdict.rawValue)]
            if let known = try transaction.first(ProposalStatements.again, pair, { try AliasProposal($0) }) {
                return known
            }
            let open = try transaction.first(ProposalStatements.openCount) { try $0.integer(0) } ?? 0
            guard open < limit else { return nil }
            var kept = proposal
            kept.id = (try transaction.first(ProposalStatements.last) { try $0.integer(0) } ?? 0) + 1
            try transaction.run(
                ProposalStatements.put,
                [.integer(kept.id)] + pair + [.text(optional: kept.reason), .text(kept.day)]
            )
            return kept
        }
    }

    /// The proposals of a state, or all, in the order in which they came.
    package func aliasProposals(_ state: AliasProposal.State? = nil) async throws -> [AliasProposal] {
        try await database.read { transaction in
            guard let state else { return try transaction.all(ProposalStatements.all) { try AliasProposal($0) } }
            return try transaction.all(ProposalStatements.inState, [.integer(state.rawValue)]) { try AliasProposal($0) }
        }
    }

    /// The newest proposals that name a holder, on either side.
    package func aliasProposals(naming name: String, limit: Int64) async throws -> [AliasProposal] {
        try await database.read { transaction in
            try transaction.all(ProposalStatements.naming, [.text(name), .integer(limit)]) { try AliasProposal($0) }
        }
    }

    /// Decides open proposals, and publishes the edition that follows from it in the same transaction; the reasons of what
    /// is decided are not kept.
    ///
    /// - Parameters:
    ///   - ids: The proposals.
    ///   - decision: What becomes of them, and the edition that follows.
    /// - Returns: The edition; nil where none follows.
    /// - Throws: `Failure.conflict` where one is no longer open or another edition came first; then nothing is changed.
    @discardableResult
    package func decide(_ ids: [Int64], _ decision: AliasDecision) async throws -> Definition? {
        let now = options.now()
        return try await database.migrationLock { transaction in
            for id in ids {
                let changed = try transaction.run(
                    ProposalStatements.decide,
                    [
                        .integer(id), .integer(decision.state.rawValue), .text(optional: decision.answer),
                        .text(decision.day),
                    ]
                )
                guard changed == 1 else {
                    throw Failure.conflict(reason: "proposal \(id) is not open any more; nothing was changed")
                }
            }
            guard let edition = decision.edition else { return nil }
            let (kind, name) = (AliasTable.definitionKind, AliasTable.definitionName)
            let newest = try transaction.first(DefinitionStatements.newest, [.text(kind), .text(name)]) {
                try Definition($0)
            }
            guard newest?.version ?? 0 == edition.follows else {
                throw Failure.conflict(
                    reason: "another edition of the table was published meanwhile; nothing was changed, try again"
                )
            }
            return try Self.publish(kind: kind, name: name, text: edition.table.text, now: now, in: transaction)
        }
    }
}

extension AliasProposal {
    /// Reads a row of all columns.
    init(_ row: borrowing Row) throws {
        let (id, verdict, state) = (try row.integer(0), try row.text(3), try row.integer(7))
        guard let verdict = AliasEntry.Verdict(rawValue: verdict), let state = State(rawValue: state) else {
            throw StoreError.damaged("proposal \(id)")
        }
        self.init(try row.text(1), of: try row.text(2), verdict, reason: try row.textIfAny(4), day: try row.text(5))
        self.id = id
        self.state = state
        times = try row.integer(6)
        answer = try row.textIfAny(8)
        decidedOn = try row.textIfAny(9)
    }
}
