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

        /// Describes a wish.
        package init(register: String, entry: String? = nil, base: Int64 = 0, content: EntryContent, note: String = "")
        {
            self.register = register
            self.entry = entry
            self.base = base
            self.content = content
            self.note = note
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
        let id = before?.id ?? Self.newID(register.name)
        let check = EntryCheck(register, codes: definitions.set.codes, day: PartialDate(inChinaAt: store.now))
        // Where a new entry would lie is known when its region is read: 西安 is 610100. What is wrong there is told first,
        // because nobody may write nowhere.
        let new = before == nil ? check(wish.content) : nil
        let places = [register.place.region, register.place.institution]
        if let new, new.problems.contains(where: { places.contains($0.field) }),
            writer.hasSomewhere(register.write, to: .writeEntries, at: store.now)
        {
            throw EntryRefusal.problems(new.problems)
        }
        let place = before?.content ?? new?.content ?? wish.content
        let wanted = try merged(wish.content, into: before, at: register.target(of: place, id: id), register, writer)
        let (content, problems) = check(wanted, before: before?.content)
        try permit(content, before, id, register, writer)
        guard problems.isEmpty else { throw EntryRefusal.problems(problems) }
        if let before {
            guard before.version == wish.base else { throw try await clash(wish, before, register, writer) }
            guard content != before.content.plain else { return .unchanged(entry: id) }
        }
        try await checkReferences(content, register, definitions, writer)
        let kept = content.keeping(register.uniqueKeys(of: content))
        let isTwofold: Bool
        if case .operator = writer { isTwofold = false } else { isTwofold = register.approve != nil }
        guard isTwofold else {
            return try await store(kept, id, before?.version ?? 0, register, content, writer)
        }
        try await checkKeys(kept, id, register, content)
        return try await propose(kept, id, before?.version ?? 0, register, wish.note, writer)
    }

    /// What the writer wrote over what the entry says: what the writer may not see or change stays.
    private func merged(
        _ wanted: EntryContent,
        into before: Found?,
        at target: Target,
        _ register: RegisterDeclaration,
        _ writer: EntryReader
    ) throws -> EntryContent {
        var content = wanted
        let now = store.now
        let old = before?.content
        for field in register.fields {
            let mayRead = writer.has(register.readers(of: field), to: .readEntries, on: target, at: now)
            let mayWrite = field.write.map { writer.has($0, to: .writeEntries, on: target, at: now) } ?? true
            if mayRead, mayWrite { continue }
            if let value = content.fields[field.name], value != old?.fields[field.name] {
                throw Failure.notAllowed(action: "write the field \(field.name)")
            }
            content.fields[field.name] = old?.fields[field.name]
        }
        // A sample stays one: what was made up does not become true by being edited.
        content.sample = before == nil ? wanted.sample : old?.sample
        return content
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
        _ register: RegisterDeclaration,
        _ writer: EntryReader
    ) async throws -> EntryRefusal {
        let view = view(before, writer)
        let base = try await store.version(wish.base, of: before.id).map(DeclaredContent.read)
        let theirs = FieldDifference.between(base, before.content, of: register).map(\.field)
        let names = Set(view.fields.map(\.name) + [Condition.state])
        let clashes = FieldDifference.between(before.content, wish.content, of: register)
            .filter { names.contains($0.field) && theirs.contains($0.field) }
        return .changedMeanwhile(current: view, clashes: clashes)
    }

    /// Refuses references to entries that are not there or that the writer may not see.
    private func checkReferences(
        _ content: EntryContent,
        _ register: RegisterDeclaration,
        _ definitions: DefinitionsInForce,
        _ writer: EntryReader
    ) async throws {
        var problems: [ValueProblem] = []
        for field in register.fields {
            guard case .entry = field.type, let value = content.fields[field.name] else { continue }
            let ids = value.items.compactMap(\.text)
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

    private func canSee(_ entry: StoredEntry, _ definitions: DefinitionsInForce, _ reader: EntryReader) throws -> Bool {
        guard let register = definitions.set.registers[entry.register] else {
            return Register(rawValue: entry.register) != nil
        }
        let target = register.target(of: try DeclaredContent.read(entry), id: entry.entry)
        return reader.has(register.read, to: .readEntries, on: target, at: store.now)
    }

    /// Refuses values that another entry has.
    func checkKeys(
        _ kept: EntryContent,
        _ id: String,
        _ register: RegisterDeclaration,
        _ content: EntryContent
    ) async throws {
        let keys = register.uniqueKeys(of: content)
        let owners = try await store.owners(of: keys.map(\.lookup))
        let taken = zip(keys, owners).filter { $1 != nil && $1 != id }.map(\.0.message)
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
        } catch StoreError.changedMeanwhile {
            let current = try await entry(id, writer)
            throw EntryRefusal.changedMeanwhile(
                current: view(current, writer),
                clashes: FieldDifference.between(current.content, content, of: register)
            )
        }
    }

    static func newID(_ register: String) -> String { EntryName.new(in: register) }
}

extension EntryContent {
    /// The content without what is worked out from it.
    var plain: EntryContent { EntryContent(fields: fields, state: state, sample: sample) }
}

extension UniqueKey {
    /// The row that keeps it.
    var lookup: LookupKey { LookupKey(scope: scope, field: field, value: value) }
}
