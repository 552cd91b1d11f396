package import Declarations
import Domain
import Identity
package import Store

/// Reads entries of declared registers; each call is one use case and shows only what its reader may see.
///
/// A register or an entry that a reader may not see at all is answered as one that does not exist.
package struct RegisterEntries: Sendable {
    let store: Store
    package let definitions: DefinitionCache

    /// Takes the store and the declarations in force.
    package init(store: Store, definitions: DefinitionCache) {
        self.store = store
        self.definitions = definitions
    }

    /// The registers that a reader may see.
    package func registers(_ reader: EntryReader) async throws -> [RegisterDeclaration] {
        try await definitions.current().registers.filter {
            reader.hasSomewhere($0.read, to: .readEntries, at: store.now)
        }
    }

    /// A register that a reader may see.
    ///
    /// - Throws: `Failure.notFound`.
    package func register(_ name: String, _ reader: EntryReader) async throws -> RegisterDeclaration {
        let register = try await definitions.current().register(name)
        guard reader.hasSomewhere(register.read, to: .readEntries, at: store.now) else {
            throw Failure.notFound(what: "a register \(name)")
        }
        return register
    }

    /// An entry.
    ///
    /// - Throws: `Failure.notFound`; what the store throws.
    package func show(_ id: String, _ reader: EntryReader) async throws -> EntryView {
        let found = try await entry(id, reader)
        let view = self.view(found, reader)
        try await disclose([view], reader)
        return view
    }

    /// Some entries in the order asked for, without those that are gone or that the reader may not see.
    ///
    /// - Throws: What the store throws.
    package func show(_ ids: [String], _ reader: EntryReader) async throws -> [EntryView] {
        let definitions = try await definitions.current()
        let views = try await store.entries(ids).compactMap { entry -> EntryView? in
            guard let entry, let found = try found(entry, definitions, reader) else { return nil }
            return view(found, reader)
        }
        try await disclose(views, reader)
        return views
    }

    /// Goes through the entries of a register that a reader may see, in the order of their identifiers.
    ///
    /// Nothing is noted of who looked: the body keeps what a list is made of and shows no values. What is then shown is read by
    /// ``show(_:_:)``.
    /// **Cost** Every entry of the register is read.
    ///
    /// - Parameters:
    ///   - register: the declaration.
    ///   - reader: who asks.
    ///   - body: called with each.
    /// - Throws: What the store throws, and the body.
    package func forEach(
        of register: RegisterDeclaration,
        _ reader: EntryReader,
        _ body: (EntryView) throws -> Void
    ) async throws {
        let definitions = try await definitions.current()
        let prefix = register.name + "/"
        var last = prefix
        while true {
            try Task.checkCancellation()
            let block = try await store.entries(following: last, limit: Self.block)
            for entry in block where entry.register == register.name {
                if let found = try found(entry, definitions, reader) { try body(view(found, reader)) }
            }
            guard block.count == Self.block, let end = block.last?.entry, end.hasPrefix(prefix) else { return }
            last = end
        }
    }

    /// Entries that are read together.
    private static let block = 500

    /// What some entries are called, by their identifiers, without those that are gone or that the reader may not see.
    ///
    /// A title that says something of a person is left out, so that nothing is disclosed by a reference.
    /// - Throws: What the store throws.
    package func titles(of ids: Set<String>, _ reader: EntryReader) async throws -> [String: String] {
        guard !ids.isEmpty else { return [:] }
        let definitions = try await definitions.current()
        var titles: [String: String] = [:]
        for entry in try await store.entries(ids.sorted()) {
            guard let entry, let found = try found(entry, definitions, reader),
                found.register.field(found.register.title)?.personal == nil
            else { continue }
            titles[found.id] = view(found, reader).title
        }
        return titles
    }

    /// A version of an entry with what it changed.
    package struct Version: Sendable {
        /// Which one, from 1.
        package let version: Int64
        /// When it was made, in microseconds UTC.
        package let time: Int64
        /// Who made it, where the reader may know: people are named to those who write the register.
        package let author: String?
        /// What it changed, as far as the reader may see it; nil where the content was erased.
        package let differences: [FieldDifference]?
    }

    /// The versions of an entry, the newest first.
    ///
    /// - Throws: `Failure.notFound`; what the store throws.
    package func history(_ id: String, _ reader: EntryReader) async throws -> (entry: EntryView, versions: [Version]) {
        let found = try await entry(id, reader)
        let view = self.view(found, reader)
        let seen = Set(view.fields.map(\.name) + [Condition.state])
        let lines = try await store.versions(of: id)
        let authors = view.mayWrite ? try await store.authors(of: lines.map(\.sequence)) : [:]
        var before: EntryContent?
        var versions: [Version] = []
        for line in lines {
            let content = try await store.version(line.version, of: id).map(DeclaredContent.read)
            let differences = content.map { content in
                let all = FieldDifference.between(before, content, of: found.register)
                return masked(all.filter { seen.contains($0.field) }, of: found.register, reader)
            }
            versions.append(
                Version(
                    version: line.version,
                    time: line.time,
                    author: authors[line.sequence],
                    differences: differences
                )
            )
            before = content ?? before
        }
        // Also of what is no more there now, where the versions tell of it.
        let names = Set(view.content.fields.keys).union(versions.flatMap { ($0.differences ?? []).map(\.field) })
        try await disclose(id, names.sorted(), of: found.register, on: found.target, reader)
        return (view, versions.reversed())
    }

    // MARK: Looking up

    /// An entry with its declaration, before anything of it is hidden.
    struct Found {
        let id: String
        let register: RegisterDeclaration
        let version: Int64
        let time: Int64
        let content: EntryContent

        var target: Target { register.target(of: content, id: id) }
    }

    func entry(_ id: String, _ reader: EntryReader) async throws -> Found {
        let definitions = try await definitions.current()
        guard let entry = try await store.entry(id, withTexts: false), let found = try found(entry, definitions, reader)
        else {
            throw Failure.notFound(what: id)
        }
        return found
    }

    private func found(
        _ entry: StoredEntry,
        _ definitions: DefinitionsInForce,
        _ reader: EntryReader
    ) throws -> Found? {
        guard entry.state == .live, let register = definitions.set.registers[entry.register] else { return nil }
        let found = Found(
            id: entry.entry,
            register: register,
            version: entry.version,
            time: entry.time,
            content: try DeclaredContent.read(entry)
        )
        return reader.has(register.read, to: .readEntries, on: found.target, at: store.now) ? found : nil
    }

    /// What a reader may see of an entry, with personal fields masked unless they said why.
    func view(_ found: Found, _ reader: EntryReader, isMasked: Bool = true) -> EntryView {
        let (register, target, now) = (found.register, found.target, store.now)
        let fields = register.fields.filter {
            reader.has(register.readers(of: $0), to: .readEntries, on: target, at: now)
        }
        let names = Set(fields.map(\.name))
        var values = found.content.fields.filter { names.contains($0.key) }
        var hidden: [String] = []
        for field in isMasked ? masks(register, reader) : [] {
            guard let value = values[field.name] else { continue }
            values[field.name] = field.masked(value)
            hidden.append(field.name)
        }
        return EntryView(
            id: found.id,
            register: register,
            version: found.version,
            time: found.time,
            content: EntryContent(
                fields: values,
                state: found.content.state,
                sample: found.content.sample
            ),
            fields: fields,
            masked: hidden,
            writable: Set(
                fields.filter { field in
                    field.write.map { reader.has($0, to: .writeEntries, on: target, at: now) } ?? true
                }.map(\.name)
            ),
            mayWrite: reader.has(register.write, to: .writeEntries, on: target, at: now),
            mayApprove: register.approve.map { reader.has($0, to: .approveEntries, on: target, at: now) } ?? false
        )
    }

    /// Keeps that personal fields of entries are about to be shown, before they are.
    func disclose(_ views: [EntryView], _ reader: EntryReader) async throws {
        // Together, so that their rows share a transaction.
        try await withThrowingTaskGroup { group in
            for view in views {
                let target = view.register.target(of: view.content, id: view.id)
                let names = Array(view.content.fields.keys)
                group.addTask { try await disclose(view.id, names, of: view.register, on: target, reader) }
            }
            try await group.waitForAll()
        }
    }

    /// Keeps that fields of an entry are about to be shown, where there are personal ones among them.
    func disclose(
        _ id: String,
        _ names: [String],
        of register: RegisterDeclaration,
        on target: Target,
        _ reader: EntryReader,
        reason: String = ""
    ) async throws {
        let personal = register.fields.filter { $0.personal != nil && names.contains($0.name) }
        guard !personal.isEmpty else { return }
        var disclosure = Disclosure(
            time: store.now,
            viewer: reader.author,
            role: "",
            place: "",
            subject: id,
            action: Action.readEntries.rawValue,
            fields: personal.map(\.name).joined(separator: ","),
            reason: reason,
            address: ""
        )
        if case .caller(let caller, let origin) = reader {
            let held = caller.role(for: .readEntries, on: target, at: store.now)
            disclosure.role = held?.role.rawValue ?? ""
            disclosure.place = held?.scope.place ?? ""
            disclosure.address = origin.place
        }
        try await store.disclose(disclosure)
    }
}
