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
    private let check: EntryCheck

    /// Prepares reading; codes must be in force on the day, where one is given.
    init(_ register: RegisterDeclaration, _ columns: EntryColumns, _ definitions: DefinitionsInForce, day: PartialDate?)
    {
        self.register = register
        self.columns = columns
        self.definitions = definitions
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
            guard let entry, !entry.isTombstone, entry.register == register.name else {
                var content = read.content
                content.sample = areSamples ? true : nil
                return Compared(
                    before: nil,
                    content: content,
                    problems: read.problems,
                    unique: read.unique,
                    kept: content.keeping(read.unique)
                )
            }
            let before = try DeclaredContent.read(entry)
            var wish = columns.wish(read.row.content, over: before)
            wish.sample = before.sample
            let (content, problems) = check(wish, before: before)
            let unique = register.uniqueKeys(of: content)
            return Compared(
                before: before,
                content: content,
                problems: problems,
                unique: unique,
                kept: content.keeping(unique)
            )
        }
    }

    /// What the store is to do for entries that are to be stored.
    func changes(_ writes: [ImportPlan.Write]) async throws -> [EntryChange] {
        try await writes.mapOnAllCores { write in
            EntryChange(
                register: register.name,
                entry: write.id,
                expectedVersion: write.base,
                draft: try DeclaredContent.draft(write.content)
            )
        }
    }
}
