package import Declarations
import Domain
import Identity
import Store

extension RegisterEntries {
    /// A proposal that waits or was decided, as somebody who writes or approves sees it.
    package struct Proposal: Sendable {
        /// Its identifier.
        package let id: String
        /// What it says.
        package let content: ProposalContent
        /// The declaration of the register.
        package let register: RegisterDeclaration
        /// What the entry is to be called; nil where who looks may not see that.
        package let title: FieldValue?
        /// What it changes in the entry as that is now.
        package let differences: [FieldDifference]
        /// Whether the entry changed since the proposal was made, so that it cannot be approved as it is.
        package let isOutdated: Bool
        /// Whether who looks may decide: not its maker.
        package let mayDecide: Bool
        /// Whether who looks made it.
        package let isOwn: Bool
    }

    /// The most proposals of a list.
    package static let mostProposals = 200

    /// The proposals of a register that wait and that somebody may see: approvers where they lie, and makers their own.
    ///
    /// - Throws: `Failure.notFound`; what the store throws.
    package func proposals(of name: String, _ reader: EntryReader) async throws -> [Proposal] {
        let register = try await register(name, reader)
        let rows = try await store.entries(
            of: ProposalContent.register,
            where: "waiting",
            is: register.name,
            limit: Int64(Self.mostProposals)
        )
        var proposals: [Proposal] = []
        for row in rows {
            let content = try ProposalContent.read(row)
            guard let proposal = try await proposal(row.entry, content, register, reader) else { continue }
            proposals.append(proposal)
        }
        return proposals
    }

    /// A proposal.
    ///
    /// - Throws: `Failure.notFound` also for one that the reader may not see.
    package func proposal(_ id: String, _ reader: EntryReader) async throws -> Proposal {
        let found = try await stored(id)
        guard let register = try await definitions.current().set.registers[found.content.register],
            let proposal = try await proposal(id, found.content, register, reader)
        else { throw Failure.notFound(what: id) }
        return proposal
    }

    /// Approves a proposal: the entry is as it says.
    ///
    /// - Throws: `Failure.notFound`, `.notAllowed` for its maker, `.conflict` for one that was decided; `EntryRefusal` where the
    ///   entry changed since, or where what was right then is so no longer.
    package func approve(_ id: String, _ approver: EntryReader) async throws -> Outcome {
        let (found, register) = try await waiting(id, approver)
        let wanted = found.content.content
        let before = try await store.entry(found.content.entry, withTexts: false)
        let old = try before.flatMap { $0.isTombstone ? nil : try DeclaredContent.read($0) }
        guard (before?.version ?? 0) == found.content.base else {
            let current = try await entry(found.content.entry, approver)
            throw EntryRefusal.changedMeanwhile(
                current: view(current, approver),
                clashes: FieldDifference.between(current.content, wanted, of: register)
            )
        }
        let codes = try await definitions.current().set.codes
        let check = EntryCheck(register, codes: codes, day: PartialDate(inChinaAt: store.now))
        let (content, problems) = check(wanted.plain, before: old)
        guard problems.isEmpty else { throw EntryRefusal.problems(problems) }
        return try await store(
            content.keeping(register.uniqueKeys(of: content)),
            found.content.entry,
            found.content.base,
            register,
            content,
            approver,
            besides: [try decided(id, found, .approved, approver, "")]
        )
    }

    /// Refuses a proposal with words for its maker, or takes it back as its maker.
    ///
    /// - Throws: As ``approve(_:_:)``; `Failure.invalid` where an approver says no reason.
    package func refuse(_ id: String, answer: String, _ reader: EntryReader) async throws {
        let found = try await stored(id)
        if found.content.by == reader.author, found.content.state == .waiting {
            _ = try await store.save([try decided(id, found, .withdrawn, reader, answer)], author: reader.author)
            return
        }
        let (waiting, _) = try await waiting(id, reader)
        guard answer.contains(where: { !$0.isWhitespace }), answer.count <= 500 else {
            throw Failure.invalid(field: "answer", reason: "say in 1 to 500 characters what is to be changed")
        }
        _ = try await store.save([try decided(id, waiting, .refused, reader, answer)], author: reader.author)
    }

    // MARK: Proposing

    func propose(
        _ content: EntryContent,
        _ entry: String,
        _ base: Int64,
        _ register: RegisterDeclaration,
        _ note: String,
        _ writer: EntryReader
    ) async throws -> Outcome {
        let proposal = ProposalContent(
            register: register.name,
            entry: entry,
            base: base,
            content: content,
            by: writer.author,
            time: store.now,
            note: String(note.prefix(500)),
            state: .waiting
        )
        let id = Self.newID(ProposalContent.register)
        let change = EntryChange(
            register: ProposalContent.register,
            entry: id,
            expectedVersion: 0,
            draft: try proposal.draft
        )
        do {
            _ = try await store.save([change], author: writer.author)
        } catch StoreError.keyTaken(_, let owner) {
            throw EntryRefusal.waiting(proposal: owner)
        }
        return .proposed(entry: entry, proposal: id)
    }

    // MARK: Looking up

    private typealias Stored = (content: ProposalContent, version: Int64)

    private func stored(_ id: String) async throws -> Stored {
        guard let entry = try await store.entry(id, withTexts: false), entry.state == .live,
            entry.register == ProposalContent.register
        else { throw Failure.notFound(what: id) }
        return (try ProposalContent.read(entry), entry.version)
    }

    private func proposal(
        _ id: String,
        _ content: ProposalContent,
        _ register: RegisterDeclaration,
        _ reader: EntryReader
    ) async throws -> Proposal? {
        let before = try await store.entry(content.entry, withTexts: false)
        let old = try before.flatMap { $0.isTombstone ? nil : try DeclaredContent.read($0) }
        let isOwn = content.by == reader.author
        let targets = [old ?? content.content, content.content].map { register.target(of: $0, id: content.entry) }
        let mayApprove = targets.allSatisfy { target in
            register.approve.map { reader.has($0, to: .approveEntries, on: target, at: store.now) } ?? false
        }
        guard isOwn || mayApprove else { return nil }
        let seen = Set(
            register.fields.filter { field in
                targets.allSatisfy { reader.has(register.readers(of: field), to: .readEntries, on: $0, at: store.now) }
            }.map(\.name) + [Condition.state]
        )
        return Proposal(
            id: id,
            content: content,
            register: register,
            title: seen.contains(register.title) ? content.content.fields[register.title] : nil,
            differences: FieldDifference.between(old, content.content, of: register).filter { seen.contains($0.field) },
            isOutdated: (before?.version ?? 0) != content.base,
            mayDecide: mayApprove && !isOwn && content.state == .waiting,
            isOwn: isOwn
        )
    }

    private func waiting(_ id: String, _ reader: EntryReader) async throws -> (Stored, RegisterDeclaration) {
        let shown = try await proposal(id, reader)
        guard shown.content.state == .waiting else {
            throw Failure.conflict(reason: "it was decided already: \(shown.content.state.rawValue)")
        }
        guard shown.mayDecide else {
            throw Failure.notAllowed(action: "\(Action.approveEntries.rawValue) what oneself wrote")
        }
        return (try await stored(id), shown.register)
    }

    private func decided(
        _ id: String,
        _ found: Stored,
        _ state: ProposalContent.State,
        _ reader: EntryReader,
        _ answer: String
    ) throws -> EntryChange {
        var content = found.content
        content.state = state
        content.decider = reader.author
        content.decided = store.now
        content.answer = answer.isEmpty ? nil : answer
        return EntryChange(
            register: ProposalContent.register,
            entry: id,
            expectedVersion: found.version,
            draft: try content.draft
        )
    }
}
