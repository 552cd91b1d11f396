import Bytes
package import Declarations
import Domain
package import Identity
import Store

/// Drafts of entries: each account has at most one for an entry, and one for a new entry of a register.
///
/// They are in no list, file, feed or log, are found by their account alone, and end with it.
extension RegisterEntries {
    /// The most drafts of an account, and the most bytes of all of them.
    package static let mostDrafts = 50
    package static let mostDraftBytes = 4_000_000

    /// Keeps what somebody has typed, in the place of what they kept before; files that came with it are not kept.
    ///
    /// - Throws: `EntryRefusal.drafts` where it would be more than an account may keep, and then nothing changes; `Failure.notFound`,
    ///   `.notAllowed`; what the store throws.
    package func keepDraft(_ wish: Wish, _ writer: EntryReader) async throws {
        let register = try await register(wish.register, writer)
        let view: EntryView? = if let id = wish.entry { self.view(try await entry(id, writer), writer) } else { nil }
        guard case .caller(let caller, _) = writer, view?.mayWrite ?? duties(in: register, writer).mayWrite else {
            throw Failure.notAllowed(action: Action.writeEntries.rawValue)
        }
        let fields =
            view.map { view in view.fields.filter { view.writable.contains($0.name) } } ?? blank(register, writer)
        let check = EntryCheck(register, codes: try await codes(), day: PartialDate(inChinaAt: store.now))
        let draft = draft(wish, over: view?.content, fields, check)
        let row = KeptRow(
            id: Self.id(wish.register, wish.entry),
            content: try CanonicalJSON.encode(draft),
            keptAt: draft.time
        )
        let isThere = try await store.keep(of: caller.account, .draft) { rows in
            let others = rows.filter { $0.id != row.id }
            let bytes = others.reduce(row.content.count) { $0 + $1.content.count }
            guard others.count < Self.mostDrafts, bytes <= Self.mostDraftBytes else { throw EntryRefusal.drafts }
            return [row]
        }
        guard isThere else { throw Failure.notAllowed(action: Action.writeEntries.rawValue) }
    }

    /// What of a wish is not as the entry says: little of what others wrote is kept twice.
    private func draft(
        _ wish: Wish,
        over current: EntryContent?,
        _ fields: [FieldDeclaration],
        _ check: EntryCheck
    ) -> EntryDraft {
        let read = check(wish.content, before: current).content
        var draft = EntryDraft(
            register: wish.register,
            entry: wish.entry,
            base: wish.base,
            content: EntryContent(fields: [:]),
            emptied: [],
            note: String(wish.note.prefix(500)),
            time: store.now
        )
        for field in fields where field.type.sort != .file {
            let old = current?.fields[field.name]
            guard let typed = wish.content.fields[field.name] else {
                if old != nil { draft.emptied.append(field.name) }
                continue
            }
            let value = read.fields[field.name]
            if value == nil || value != old { draft.content.fields[field.name] = typed }
        }
        if wish.content.state != current?.state { draft.content.state = wish.content.state }
        return draft
    }

    /// The draft of an entry, or of a new one of a register; nil where somebody has none.
    ///
    /// - Throws: What the store throws.
    package func draft(of register: String, _ entry: String?, _ reader: EntryReader) async throws -> EntryDraft? {
        guard case .caller(let caller, _) = reader else { return nil }
        let id = Self.id(register, entry)
        return try await store.kept(of: caller.account, .draft).first { $0.id == id }.map { try Self.draft($0, caller) }
    }

    /// The drafts that somebody has in registers that they may see, the newest first, each with its register.
    ///
    /// - Parameters:
    ///   - reader: who asks, and whose they are.
    ///   - name: the one register; nil for all.
    /// - Returns: none for who is not signed in.
    /// - Throws: What the store throws.
    package func drafts(
        _ reader: EntryReader,
        of name: String? = nil
    ) async throws -> [(draft: EntryDraft, register: RegisterDeclaration)] {
        guard case .caller(let caller, _) = reader else { return [] }
        let registers = try await definitions.current().set.registers
        return try await store.kept(of: caller.account, .draft).compactMap { row in
            let draft = try Self.draft(row, caller)
            guard name == nil || draft.register == name, let register = registers[draft.register],
                reader.hasSomewhere(register.read, to: .readEntries, at: store.now)
            else { return nil }
            return (draft, register)
        }
    }

    /// Everything that is held of somebody's drafts, also in registers that they may no longer see.
    ///
    /// - Throws: What the store throws.
    package func heldDrafts(_ caller: Caller) async throws -> [EntryDraft] {
        try await store.kept(of: caller.account, .draft).map { try Self.draft($0, caller) }
    }

    /// Removes a draft, where there is one.
    ///
    /// - Throws: What the store throws.
    package func dropDraft(of register: String, _ entry: String?, _ reader: EntryReader) async throws {
        guard case .caller(let caller, _) = reader else { return }
        _ = try await store.dropKept(Self.id(register, entry), of: caller.account)
    }

    /// One byte and the SHA-256 of the entry, or of the register, which has no slash.
    private static func id(_ register: String, _ entry: String?) -> [UInt8] {
        [1] + sha256(Array((entry ?? register).utf8)).bytes
    }

    private static func draft(_ row: KeptRow, _ caller: Caller) throws -> EntryDraft {
        do {
            return try QuickJSON.decode(EntryDraft.self, from: row.content)
        } catch {
            throw StoreError.damaged("a draft of \(caller.account) is not what it should be")
        }
    }
}
