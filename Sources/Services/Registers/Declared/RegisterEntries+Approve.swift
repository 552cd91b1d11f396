package import Declarations
import Domain
import Identity
import Store

extension RegisterEntries {
    /// A proposal that waits or was decided, as somebody who writes or approves sees it.
    package struct Proposal: Sendable {
        /// Its identifier.
        package let id: String
        /// What it says, without the values that who looks may not see.
        package let content: ProposalContent
        /// The declaration of the register.
        package let register: RegisterDeclaration
        /// What the entry is to be called; nil where who looks may not see that.
        package let title: FieldValue?
        /// What it changes in the entry as that is now.
        package let differences: [FieldDifference]
        /// Whether the entry changed since the proposal was made, so that it cannot be approved as it is.
        package let isOutdated: Bool
        /// Whether who looks may decide: not its maker, and somebody who may approve a change of every field that it changes.
        package let mayDecide: Bool
        /// The fields that it changes and of which others have to approve a change, as far as who looks may know of them; none for its
        /// maker.
        package let reserved: [String]
        /// Whether who looks made it.
        package let isOwn: Bool
    }

    /// The proposals that a list has at most, give or take a block, and how many blocks are looked through for them.
    package static let mostProposals = 200
    private static let mostBlocks = 50

    /// The proposals of a register that wait and that somebody may see: approvers where they lie, and makers their own.
    ///
    /// - Throws: `Failure.notFound`; what the store throws.
    package func proposals(of name: String, _ reader: EntryReader) async throws -> [Proposal] {
        let register = try await register(name, reader)
        var proposals: [Proposal] = []
        var place: OrderPlace?
        // Of a long queue the own part may stand far behind.
        for _ in 0..<Self.mostBlocks {
            let rows = try await store.entries(
                of: ProposalContent.register,
                where: "waiting",
                is: register.name,
                after: place,
                limit: Int64(Self.mostProposals)
            )
            for row in rows {
                let content = try ProposalContent.read(row)
                place = OrderPlace(number: content.time, entry: row.entry)
                if let proposal = try await look(row.entry, content, register, reader) { proposals.append(proposal) }
            }
            if rows.count < Self.mostProposals || proposals.count >= Self.mostProposals { break }
        }
        return proposals
    }

    /// A proposal.
    ///
    /// - Throws: `Failure.notFound` also for one that the reader may not see.
    package func proposal(_ id: String, _ reader: EntryReader) async throws -> Proposal {
        try await seen(id, reader).proposal
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
            let view = view(current, approver)
            throw EntryRefusal.changedMeanwhile(
                current: view,
                clashes: clashes(view, current.content, wanted, approver)
            )
        }
        let inForce = try await definitions.current()
        let check = EntryCheck(
            register,
            codes: inForce.set.codes,
            day: PartialDate(inChinaAt: store.now),
            // They were looked at when it was proposed.
            files: Set(wanted.files.map(\.digest))
        )
        let (content, problems) = check(wanted.plain, before: old)
        guard problems.isEmpty else { throw EntryRefusal.problems(problems) }
        try await checkReferences(content, before: old, register, inForce, approver)
        try await checkKeys(found.content.entry, register, content, inForce)
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
            return try await decide(try decided(id, found, .withdrawn, reader, answer), reader)
        }
        let (waiting, _) = try await waiting(id, reader)
        guard answer.contains(where: { !$0.isWhitespace }), answer.count <= 500 else {
            throw Failure.invalid(field: "answer", reason: "say in 1 to 500 characters what is to be changed")
        }
        try await decide(try decided(id, waiting, .refused, reader, answer), reader)
    }

    private func decide(_ change: EntryChange, _ reader: EntryReader) async throws {
        do {
            _ = try await store.save([change], author: reader.author)
        } catch StoreError.changedMeanwhile {
            throw Failure.conflict(reason: "somebody decided it at the same time; look at it again")
        }
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
        let (id, change) = try proposal(content, entry, base, register, note, writer)
        do {
            _ = try await store.save([change], author: writer.author)
        } catch StoreError.keyTaken(_, let owner) {
            throw EntryRefusal.waiting(proposal: owner)
        }
        return .proposed(entry: entry, proposal: id)
    }

    /// A new proposal, to be saved.
    func proposal(
        _ content: EntryContent,
        _ entry: String,
        _ base: Int64,
        _ register: RegisterDeclaration,
        _ note: String,
        _ writer: EntryReader
    ) throws -> (id: String, change: EntryChange) {
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
        let id = EntryName.new(in: ProposalContent.register)
        let draft = try proposal.draft
        return (id, EntryChange(register: ProposalContent.register, entry: id, expectedVersion: 0, draft: draft))
    }

    /// Whether a proposal that waits is this writer's and wants the same of the same version.
    func waits(
        _ proposal: String,
        with content: EntryContent,
        on base: Int64,
        by writer: EntryReader
    ) async throws -> Bool {
        let known = try await stored(proposal).content
        return known.by == writer.author && known.base == base && known.content == content
    }

    // MARK: Looking up

    private typealias Stored = (content: ProposalContent, version: Int64)

    private func stored(_ id: String) async throws -> Stored {
        guard let entry = try await store.entry(id, withTexts: false), entry.state == .live,
            entry.register == ProposalContent.register
        else { throw Failure.notFound(what: id) }
        return (try ProposalContent.read(entry), entry.version)
    }

    /// A proposal as it is stored and as a reader may see it, from one reading.
    private func seen(
        _ id: String,
        _ reader: EntryReader
    ) async throws -> (stored: Stored, register: RegisterDeclaration, proposal: Proposal) {
        let stored = try await stored(id)
        guard let register = try await definitions.current().set.registers[stored.content.register],
            let proposal = try await look(id, stored.content, register, reader)
        else { throw Failure.notFound(what: id) }
        return (stored, register, proposal)
    }

    private func look(
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
        let names = Set(
            register.fields.filter { field in
                targets.allSatisfy { reader.has(register.readers(of: field), to: .readEntries, on: $0, at: store.now) }
            }.map(\.name) + [Condition.state]
        )
        let all = FieldDifference.between(old, content.content, of: register)
        let reserved = all.map(\.field).filter { name in
            guard let access = register.field(name)?.approve else { return false }
            return !targets.allSatisfy { reader.has(access, to: .approveEntries, on: $0, at: store.now) }
        }
        let shown = all.filter { names.contains($0.field) }
        // To decide is reason enough to see whom it is about; who made it knows what they wrote, not what stood there.
        let reason = isOwn ? "" : "to decide on \(id)"
        try await disclose(content.entry, shown.map(\.field), of: register, on: targets[0], reader, reason: reason)
        var cut = content
        cut.content = EntryContent(
            fields: content.content.fields.filter { names.contains($0.key) },
            state: content.content.state,
            sample: content.content.sample
        )
        return Proposal(
            id: id,
            content: cut,
            register: register,
            title: names.contains(register.title) ? content.content.fields[register.title] : nil,
            differences: isOwn ? masked(shown, of: register, reader, keepingAfter: true) : shown,
            isOutdated: (before?.version ?? 0) != content.base,
            // Nobody approves what they cannot read.
            mayDecide: mayApprove && !isOwn && content.state == .waiting && shown == all && reserved.isEmpty,
            reserved: isOwn ? [] : reserved.filter(names.contains),
            isOwn: isOwn
        )
    }

    private func waiting(_ id: String, _ reader: EntryReader) async throws -> (Stored, RegisterDeclaration) {
        let (stored, register, shown) = try await seen(id, reader)
        guard shown.content.state == .waiting else {
            throw Failure.conflict(reason: "it was decided already: \(shown.content.state.rawValue)")
        }
        guard shown.mayDecide else {
            let what =
                shown.isOwn
                ? "what oneself wrote"
                : shown.reserved.isEmpty
                    ? "what one may not read" : "the fields \(shown.reserved.joined(separator: ", "))"
            throw Failure.notAllowed(action: "\(Action.approveEntries.rawValue) \(what)")
        }
        return (stored, register)
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
