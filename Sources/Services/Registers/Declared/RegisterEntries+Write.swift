package import Declarations
import Domain
import Identity
import Store

extension RegisterEntries {
    /// What somebody wants an entry to be.
    package struct Wish: Sendable {
        /// The register.
        package var register: String
        /// The entry; nil for a new one.
        package var entry: String?
        /// The version that it was made of; 0 for a new entry.
        package var base: Int64
        /// Its values; fields that the writer may not see or change are left out and stay as they are.
        package var content: EntryContent
        /// Why; kept with a proposal.
        package var note: String
        /// Files that come with it, to be put into its content.
        package var uploads: [Upload]
        /// The digests of those among them that are in the content.
        var files: Set<String> = []

        /// Describes a wish.
        package init(
            register: String,
            entry: String? = nil,
            base: Int64 = 0,
            content: EntryContent,
            note: String = "",
            uploads: [Upload] = []
        ) {
            self.register = register
            self.entry = entry
            self.base = base
            self.content = content
            self.note = note
            self.uploads = uploads
        }
    }

    /// What became of a wish.
    package enum Outcome: Sendable, Hashable {
        /// The entry has this version now.
        case saved(entry: String, version: Int64)
        /// Somebody else has to approve it.
        case proposed(entry: String, proposal: String)
        /// It was so already.
        case unchanged(entry: String)
    }

    /// Saves an entry, or proposes it where the register wants two people.
    ///
    /// - Parameters:
    ///   - wish: what it is to be.
    ///   - writer: who wants it.
    /// - Returns: what became of it.
    /// - Throws: `EntryRefusal`, with which nothing is lost; `Failure.notFound`, `.notAllowed`; what the store throws.
    package func save(_ wish: Wish, _ writer: EntryReader) async throws -> Outcome {
        let definitions = try await definitions.current()
        let register = try await register(wish.register, writer)
        let before = try await wish.entry == nil ? nil : entry(wish.entry ?? "", writer)
        if let before, before.register.name != register.name { throw Failure.notFound(what: before.id) }
        guard writer.hasSomewhere(register.write, to: .writeEntries, at: store.now) else {
            throw Failure.notAllowed(action: Action.writeEntries.rawValue)
        }
        let id = before?.id ?? EntryName.new(in: register.name)
        let (sent, unknown) = attached(wish, register)
        let check = EntryCheck(
            register,
            codes: definitions.set.codes,
            day: PartialDate(inChinaAt: store.now),
            files: sent.files
        )
        // Where the entry would lie is known when its region is read: 西安 is 610100. What is wrong there is told first, because
        // nobody may write nowhere.
        let (place, slips) = check(sent.content, before: before?.content)
        let misplaced = slips.filter { [register.place.region, register.place.institution].contains($0.field) }
        guard misplaced.isEmpty else { throw EntryRefusal.problems(before == nil ? slips : misplaced) }
        try permit(place, before, id, register, writer)
        let base = try await base(of: sent, before)
        var wish = sent
        wish.content = unmasked(sent.content, read: place, over: base, register, writer)
        let target = before?.target ?? register.target(of: place, id: id)
        let wanted = try merged(wish.content, into: before, at: target, register, writer)
        var (content, problems) = check(wanted, before: before?.content)
        if before == nil { problems += beginning(content, register, writer) }
        problems += unknown
        guard problems.isEmpty else { throw EntryRefusal.problems(problems) }
        if let before {
            guard before.version == wish.base else { throw clash(wish, before, base, register, writer) }
        }
        let kept = content.keeping(register.uniqueKeys(of: content))
        // Keys are compared too: a rule that came later has none of them yet.
        if let before, kept == before.content { return .unchanged(entry: id) }
        try await checkReferences(content, before: before?.content, register, definitions, writer)
        try await checkKeys(id, register, content, definitions)
        try await keep(wish, kept)
        guard !writer.isOperator, register.approve != nil else {
            return try await store(kept, id, before?.version ?? 0, register, content, writer)
        }
        return try await propose(kept, id, before?.version ?? 0, register, wish.note, writer)
    }

    /// What the entry said in the version of which a wish was made.
    private func base(of wish: Wish, _ before: Found?) async throws -> EntryContent? {
        guard let before, before.version != wish.base else { return before?.content }
        return try await store.version(wish.base, of: before.id).map(DeclaredContent.read)
    }

    /// What the writer wrote over what the entry says: what the writer may not see or change stays.
    private func merged(
        _ wanted: EntryContent,
        into before: Found?,
        at target: Target,
        _ register: RegisterDeclaration,
        _ writer: EntryReader
    ) throws -> EntryContent {
        let (content, refused) = merged(wanted, over: before?.content, at: target, register, writer)
        if let field = refused.first { throw Failure.notAllowed(action: "write the field \(field.name)") }
        return content
    }

    /// What is wrong with the state in which somebody begins a new entry; the operator takes over what is there already.
    func beginning(
        _ content: EntryContent,
        _ register: RegisterDeclaration,
        _ writer: EntryReader
    ) -> [ValueProblem] {
        guard let first = register.states.first, content.state != first.name else { return [] }
        if writer.isOperator { return [] }
        return [
            ValueProblem(
                field: Condition.state,
                message: Bilingual("新条目从“\(first.label.zh)”开始", "a new entry begins as ‘\(first.label.en)’")
            )
        ]
    }

    /// Refuses what the writer may not do where the entry lies, and where it would lie.
    private func permit(
        _ content: EntryContent,
        _ before: Found?,
        _ id: String,
        _ register: RegisterDeclaration,
        _ writer: EntryReader
    ) throws {
        let targets = [before?.target, register.target(of: content, id: id)].compactMap(\.self)
        for target in targets where !writer.has(register.write, to: .writeEntries, on: target, at: store.now) {
            throw Failure.notAllowed(action: Action.writeEntries.rawValue)
        }
    }

    private func clash(
        _ wish: Wish,
        _ before: Found,
        _ base: EntryContent?,
        _ register: RegisterDeclaration,
        _ writer: EntryReader
    ) -> EntryRefusal {
        let view = view(before, writer)
        let theirs = FieldDifference.between(base, before.content, of: register).map(\.field)
        let mine = FieldDifference.between(base, wish.content, of: register).map(\.field)
        let clashes = clashes(view, before.content, wish.content, writer)
            .filter { theirs.contains($0.field) && mine.contains($0.field) }
        return .changedMeanwhile(current: view, clashes: clashes)
    }

    /// What an entry and a wish say differently, as far as the reader of a view may see it.
    func clashes(
        _ view: EntryView,
        _ current: EntryContent,
        _ wish: EntryContent,
        _ reader: EntryReader
    ) -> [FieldDifference] {
        let names = Set(view.fields.map(\.name) + [Condition.state])
        let all = FieldDifference.between(current, wish, of: view.register).filter { names.contains($0.field) }
        return masked(all, of: view.register, reader)
    }

    /// Refuses new references to entries that are not there or that the writer may not see.
    func checkReferences(
        _ content: EntryContent,
        before: EntryContent?,
        _ register: RegisterDeclaration,
        _ definitions: DefinitionsInForce,
        _ writer: EntryReader
    ) async throws {
        var problems: [ValueProblem] = []
        for field in register.fields {
            guard case .entry = field.type, let value = content.fields[field.name] else { continue }
            let known = Set(before?.fields[field.name]?.items ?? [])
            let ids = value.items.filter { !known.contains($0) }.compactMap(\.text)
            for (id, entry) in zip(ids, try await store.entries(ids)) {
                if let entry, !entry.isTombstone, try canSee(entry, definitions, writer) { continue }
                problems.append(
                    ValueProblem(
                        field: field.name,
                        message: Bilingual(
                            "\(field.label.zh)：没有条目“\(id)”",
                            "\(field.label.en): there is no entry ‘\(id)’"
                        )
                    )
                )
            }
        }
        guard problems.isEmpty else { throw EntryRefusal.problems(problems) }
    }

    func canSee(_ entry: StoredEntry, _ definitions: DefinitionsInForce, _ reader: EntryReader) throws -> Bool {
        guard let register = definitions.set.registers[entry.register] else {
            return Register(rawValue: entry.register) != nil
        }
        let target = register.target(of: try DeclaredContent.read(entry), id: entry.entry)
        return reader.has(register.read, to: .readEntries, on: target, at: store.now)
    }

    /// Refuses values that another entry has.
    func checkKeys(
        _ id: String,
        _ register: RegisterDeclaration,
        _ content: EntryContent,
        _ definitions: DefinitionsInForce
    ) async throws {
        let keys = register.uniqueKeys(of: content).filter { $0.age != .earlier }
        let owners = try await store.owners(of: keys.map(\.lookup))
        var taken = zip(keys, owners).filter { $1 != nil && $1 != id }.map(\.0.message)
        let earlier = try await store.haveEarlier(keys.map { ($0, id) }, in: definitions)
        taken += zip(keys, earlier).filter(\.1).map(\.0.message)
        guard taken.isEmpty else { throw EntryRefusal.problems(taken) }
    }

    func store(
        _ kept: EntryContent,
        _ id: String,
        _ base: Int64,
        _ register: RegisterDeclaration,
        _ content: EntryContent,
        _ writer: EntryReader,
        besides: [EntryChange] = []
    ) async throws -> Outcome {
        let change = EntryChange(
            register: register.name,
            entry: id,
            expectedVersion: base,
            draft: try DeclaredContent.draft(kept)
        )
        do {
            let result = try await store.save([change] + besides, author: writer.author)
            return .saved(entry: id, version: result.versions.first ?? 0)
        } catch StoreError.keyTaken(let key, _) {
            let taken = register.uniqueKeys(of: content).first { $0.lookup == key }
            throw EntryRefusal.problems([
                taken?.message
                    ?? ValueProblem(field: "", message: Bilingual("已有相同条目", "there is such an entry already"))
            ])
        } catch StoreError.changedMeanwhile(let changed, _, _) {
            guard changed == id else {
                throw Failure.conflict(reason: "somebody decided it at the same time; look at it again")
            }
            let current = try await entry(id, writer)
            let view = view(current, writer)
            throw EntryRefusal.changedMeanwhile(current: view, clashes: clashes(view, current.content, content, writer))
        }
    }
}

extension EntryContent {
    /// The content without what is worked out from it.
    var plain: EntryContent { EntryContent(fields: fields, state: state, sample: sample) }
}

extension UniqueKey {
    /// The row that keeps it.
    var lookup: LookupKey { LookupKey(scope: scope, field: field, value: value) }
}

extension Store {
    /// Whether other entries from before the day of a rule have values that those from after may not have.
    ///
    /// - Parameters:
    ///   - wanted: the values, each with the entry that is to have it.
    ///   - definitions: the declarations in force.
    /// - Returns: one answer for each value.
    /// - Throws: `DatabaseError`.
    func haveEarlier(_ wanted: [(key: UniqueKey, id: String)], in definitions: DefinitionsInForce) async throws
        -> [Bool]
    {
        var asked: [(place: Int, value: (register: String, field: String, text: String))] = []
        for (place, (key, _)) in wanted.enumerated() where key.age == .later {
            let field = DeclaredContent.earlierField(key.scope, key.field)
            for register in definitions.registers where register.isBound(by: key.scope) {
                asked.append((place, (register.name, field, key.value)))
            }
        }
        var found = [Bool](repeating: false, count: wanted.count)
        guard !asked.isEmpty else { return found }
        for ((place, _), holders) in zip(asked, try await holders(of: asked.map(\.value)))
        where holders.contains(where: { $0 != wanted[place].id }) {
            found[place] = true
        }
        return found
    }
}

extension RegisterDeclaration {
    /// Whether a rule from a day on keeps values of a scope apart.
    fileprivate func isBound(by scope: String) -> Bool {
        rules.contains { rule in
            guard case .unique(_, let across, _?) = rule.sort else { return false }
            return scope == across.map { "across:" + $0 } ?? name
        }
    }
}
