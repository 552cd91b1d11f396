package import Declarations
import Domain
import Identity
import Store

/// What pages and forms need besides entries.
extension RegisterEntries {
    /// The clock of the store, in microseconds UTC.
    package var now: Int64 { store.now }

    /// The line of the log up to which the store answers.
    package func sequence() async throws -> Int64 { try await store.logHead().size }

    /// The code lists in force, by their names.
    package func codes() async throws -> [String: CodeList] { try await definitions.current().set.codes }

    /// The holidays that opening hours follow; nil where none are published.
    package func calendar() async throws -> HolidayCalendar? {
        try await definitions.current().set.calendars[HolidayCalendar.national]
    }

    /// What a reader may do somewhere in a register: where, each entry says.
    ///
    /// - Parameters:
    ///   - register: the register.
    ///   - reader: who asks.
    /// - Returns: whether they may write entries there, and approve what others write.
    package func duties(
        in register: RegisterDeclaration,
        _ reader: EntryReader
    ) -> (mayWrite: Bool, mayApprove: Bool) {
        (
            reader.hasSomewhere(register.write, to: .writeEntries, at: store.now),
            register.approve.map { reader.hasSomewhere($0, to: .approveEntries, at: store.now) } ?? false
        )
    }

    /// The fields of a register that a reader may see somewhere, in the order of the declaration.
    package func visible(_ register: RegisterDeclaration, _ reader: EntryReader) -> [FieldDeclaration] {
        register.fields.filter { reader.hasSomewhere(register.readers(of: $0), to: .readEntries, at: store.now) }
    }

    /// The fields of a new entry that somebody may fill in, in the order of the declaration; where the entry is to lie is
    /// not known yet, so what may be written somewhere is among them.
    package func blank(_ register: RegisterDeclaration, _ writer: EntryReader) -> [FieldDeclaration] {
        visible(register, writer).filter { field in
            field.write.map { writer.hasSomewhere($0, to: .writeEntries, at: store.now) } ?? true
        }
    }

    /// What somebody wrote over an older version, brought to the newest.
    package struct Rebased: Sendable {
        /// The entry as it is now.
        package let current: EntryView
        /// What was written, with what the other changed in fields that the writer left as they were.
        package let content: EntryContent
        /// Where both changed something: what the other wrote, and what the writer wrote.
        package let clashes: [FieldDifference]
        /// What the other alone changed, and what stands in the content now.
        package let taken: [FieldDifference]
    }

    /// Brings a wish that was refused as ``EntryRefusal/changedMeanwhile(current:clashes:)`` to the newest version, so that
    /// saving it again loses nothing that either wrote.
    ///
    /// - Throws: `Failure.notFound`; what the store throws.
    package func rebase(_ wish: Wish, _ writer: EntryReader) async throws -> Rebased {
        let found = try await entry(wish.entry ?? "", writer)
        let view = self.view(found, writer)
        try await disclose([view], writer)
        let (sent, _) = attached(wish, found.register)
        let check = EntryCheck(
            found.register,
            codes: try await codes(),
            day: PartialDate(inChinaAt: store.now),
            files: sent.files
        )
        let base = try await store.version(sent.base, of: found.id).map(DeclaredContent.read)
        let read = check(sent.content, before: found.content).content
        var wish = sent
        wish.content = unmasked(sent.content, read: read, over: base, found.register, writer)
        var mine = check(wish.content, before: found.content).content
        let theirs = FieldDifference.between(base, found.content, of: found.register)
            .filter { view.writable.contains($0.field) || $0.field == Condition.state }
        var clashes: [FieldDifference] = []
        var taken: [FieldDifference] = []
        for change in theirs {
            let value = mine.value(of: change.field)
            if value == change.before {
                mine.set(change.after, of: change.field)
                taken.append(change)
            } else if value != change.after {
                clashes.append(FieldDifference(field: change.field, before: change.after, after: value))
            }
        }
        // What the writer wrote stands as it was written; what the entry says stays masked.
        for field in masks(found.register, writer) where mine.fields[field.name] == found.content.fields[field.name] {
            mine.fields[field.name] = view.content.fields[field.name]
        }
        return Rebased(
            current: view,
            content: mine,
            clashes: masked(clashes, of: found.register, writer, keepingAfter: true),
            taken: masked(taken, of: found.register, writer)
        )
    }
}

extension EntryContent {
    /// The value of a field, or the state.
    fileprivate func value(of name: String) -> FieldValue? {
        name == Condition.state ? state.map { .text($0) } : fields[name]
    }

    fileprivate mutating func set(_ value: FieldValue?, of name: String) {
        if name == Condition.state { state = value?.text } else { fields[name] = value }
    }
}
