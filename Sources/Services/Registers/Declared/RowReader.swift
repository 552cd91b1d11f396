import Bytes
import Declarations
import Domain
import Store

/// A row of a table, as it is written there.
struct TableRow: Sendable {
    /// Its number in the file.
    let number: Int
    /// The entry that it names.
    let id: String?
    let content: EntryContent
}

/// Reads the rows of a table for a register, on all cores: nothing in here waits for the database.
struct RowReader: Sendable {
    /// What a row says alone, which tells which entry it is.
    struct Read: Sendable {
        let row: TableRow
        let content: EntryContent
        let problems: [ValueProblem]
        /// What no other entry may have.
        let unique: [UniqueKey]
    }

    /// What a row says to the entry that it is.
    struct Compared: Sendable {
        /// Whether the entry is there, and the writer may see it.
        let isKnown: Bool
        /// What the entry says; nil for a new one.
        let before: EntryContent?
        /// What it is to say.
        let content: EntryContent
        let problems: [ValueProblem]
        /// What no other entry may have.
        let unique: [UniqueKey]
        /// The content as it is kept, which is that before where nothing changes.
        let kept: EntryContent
    }

    let register: RegisterDeclaration
    let columns: EntryColumns
    let definitions: DefinitionsInForce
    /// The use cases that say what the writer may.
    let entries: RegisterEntries
    /// Who wants the table in the register.
    let writer: EntryReader
    private let check: EntryCheck

    /// Prepares reading; codes must be in force on the day, where one is given.
    init(
        _ register: RegisterDeclaration,
        _ columns: EntryColumns,
        _ definitions: DefinitionsInForce,
        day: PartialDate?,
        entries: RegisterEntries,
        writer: EntryReader
    ) {
        self.register = register
        self.columns = columns
        self.definitions = definitions
        self.entries = entries
        self.writer = writer
        check = EntryCheck(register, codes: definitions.set.codes, day: day)
    }

    /// Reads rows alone, in their order.
    func read(_ rows: [TableRow]) async throws -> [Read] {
        try await rows.mapOnAllCores { row in
            let (content, problems) = check(row.content)
            return Read(row: row, content: content, problems: problems, unique: register.uniqueKeys(of: content))
        }
    }

    /// The identifiers of rows that neither name an entry nor have its unique value: they follow from what the rows say.
    func names(of rows: [Read]) async throws -> [String] {
        try await rows.mapOnAllCores { read in
            var content = read.row.content
            content.sample = nil
            return register.name + "/" + sha256(try CanonicalJSON.encode(content)).description.prefix(26)
        }
    }

    /// Compares rows with the entries that they are, in their order.
    ///
    /// - Parameters:
    ///   - rows: the rows, each with its entry as it is stored.
    ///   - areSamples: whether new entries are examples (示例).
    /// - Returns: what the rows say to them.
    /// - Throws: `StoreError.damaged` for an entry that cannot be read.
    func compare(_ rows: [(read: Read, entry: StoredEntry?)], areSamples: Bool) async throws -> [Compared] {
        try await rows.mapOnAllCores { read, entry in
            let isOwn = entry.map { $0.register == register.name && !$0.isTombstone } ?? false
            let before = isOwn ? try entry.map(DeclaredContent.read) : nil
            let id = entry?.entry ?? ""
            let content: EntryContent
            let problems: [ValueProblem]
            if let before {
                var wish = columns.wish(read.row.content, over: entries.seen(before, id, register, writer))
                wish.sample = before.sample
                wish = entries.unmasked(wish, read: read.content, over: before, register, writer)
                (content, problems) = entries.bounded(wish, over: before, id, register, check, writer)
            } else {
                var (new, wrong) =
                    writer.isOperator
                    ? (read.content, read.problems)
                    : entries.bounded(read.row.content, over: nil, id, register, check, writer)
                new.sample = areSamples ? true : nil
                (content, problems) = (new, wrong)
            }
            let unique = before == nil && writer.isOperator ? read.unique : register.uniqueKeys(of: content)
            return Compared(
                isKnown: before.map { entries.maySee($0, id, register, writer) } ?? false,
                before: before,
                content: content,
                problems: problems,
                unique: unique,
                kept: content.keeping(unique)
            )
        }
    }

    /// What the store is to do for entries that are to be stored, or for proposals of them.
    func changes(_ writes: [ImportPlan.Write], areProposals: Bool) async throws -> [EntryChange] {
        try await writes.mapOnAllCores { write in
            guard !areProposals else {
                return try entries.proposal(write.content, write.id, write.base, register, "", writer).change
            }
            return EntryChange(
                register: register.name,
                entry: write.id,
                expectedVersion: write.base,
                draft: try DeclaredContent.draft(write.content)
            )
        }
    }
}
