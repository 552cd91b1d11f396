import Bytes
import Declarations
import Domain
import Identity
import Store

/// What a table would do to a register, worked out block by block before anything is stored.
struct ImportPlan {
    /// An entry to be stored.
    struct Write: Sendable {
        /// The row that says it.
        let row: Int
        let id: String
        /// The version that it follows; 0 for a new entry.
        let base: Int64
        let content: EntryContent
        /// The entries that it names and the entry did not name before, by field.
        let references: [(field: String, id: String)]
    }

    private let store: Store
    private let reader: RowReader
    private let areSamples: Bool
    private var report: ImportEntries.Report
    /// What is to be stored, in the order of rows.
    private(set) var writes: [Write] = []
    /// The row of each unique value.
    private var keys: [LookupKey: Int] = [:]
    /// The row of each entry.
    private var seen: [String: Int] = [:]

    /// Begins a plan.
    ///
    /// - Parameters:
    ///   - store: where the entries are.
    ///   - reader: what reads rows of the table.
    ///   - areSamples: whether new entries are examples (示例).
    ///   - report: what the reading of the table found.
    init(store: Store, reader: RowReader, areSamples: Bool, report: ImportEntries.Report) {
        self.store = store
        self.reader = reader
        self.areSamples = areSamples
        self.report = report
    }

    /// Adds the next rows.
    mutating func add(_ read: [RowReader.Read]) async throws {
        let (ids, owners) = try await identifiers(read)
        let stored = try await store.entries(ids)
        let compared = try await reader.compare(Array(zip(read, stored)), areSamples: areSamples)
        let waiting = report.isTwofold ? try await store.owners(of: ids.map(ProposalContent.key)) : []
        var added: [(write: Write, unique: [UniqueKey])] = []
        var shown: [(id: String, fields: [String], target: Target)] = []
        for (place, row) in read.map(\.row).enumerated() {
            let (id, found) = (ids[place], compared[place])
            guard isRight(row, id, found) else { continue }
            guard found.before != found.kept else {
                report.unchanged += 1
                continue
            }
            let base = stored[place]?.version ?? 0
            if report.isTwofold, let proposal = waiting[place] {
                if try await reader.entries.waits(proposal, with: found.kept, on: base, by: reader.writer) {
                    report.waiting += 1
                } else {
                    add(nil, row.number, Bilingual("这一条已有一个修改在等待批准", "a change of this entry waits for approval"))
                }
                continue
            }
            let fields = note(found, row.number, id)
            if let before = found.before, !fields.isEmpty {
                shown.append((id, fields, reader.register.target(of: before, id: id)))
            }
            let held = found.before?.references(of: reader.register) ?? []
            let references = found.kept.references(of: reader.register).filter { one in !held.contains { $0 == one } }
            let write = Write(row: row.number, id: id, base: base, content: found.kept, references: references)
            added.append((write, found.unique))
        }
        if !reader.writer.isOperator { try await disclose(shown) }
        try await checkKeys(added, owners)
        writes += added.map(\.write)
    }

    /// Ends the plan, when all rows are added.
    mutating func finish() async throws -> ImportEntries.Report {
        try await checkReferences()
        report.basis = sha256(Array(writes.map { "\($0.id) \($0.base)\n" }.joined().utf8)).description
        return report
    }

    /// Which entry each row is: the one that it names, the one that has its unique value, or a new one.
    ///
    /// - Returns: the identifiers, and who has the unique values; nil for those that nobody has.
    private func identifiers(_ read: [RowReader.Read]) async throws -> (ids: [String], owners: [LookupKey: String?]) {
        let identities = read.map { $0.unique.filter(\.isIdentity).map(\.lookup) }
        let owners = try await owners(of: identities.flatMap(\.self))
        let known = zip(read, identities).map { read, keys in
            read.row.id ?? keys.lazy.compactMap { owners[$0] ?? nil }.first
        }
        var names = try await reader.names(of: zip(read, known).filter { $1 == nil }.map(\.0)).makeIterator()
        return (known.compactMap { $0 ?? names.next() }, owners)
    }

    private func owners(of keys: [LookupKey]) async throws -> [LookupKey: String?] {
        Dictionary(zip(keys, try await store.owners(of: keys))) { first, _ in first }
    }

    /// Whether a row can be stored as far as it is known alone; notes what is wrong.
    private mutating func isRight(_ row: TableRow, _ id: String, _ found: RowReader.Compared) -> Bool {
        if row.id != nil, !found.isKnown {
            let said = TableCell.tabbed(id)
            add("id", row.number, Bilingual("名录里没有条目 \(said)", "there is no entry \(said) in this register"))
            return false
        }
        if let first = seen[id] {
            add(nil, row.number, Bilingual("和第 \(first) 行是同一条", "it is the same entry as row \(first)"))
            return false
        }
        seen[id] = row.number
        if found.before == nil, row.content.sample == true, !areSamples {
            // What was made up does not become true by being copied.
            let message = Bilingual(
                "新的条目标了“示例”；示例由运营方导入",
                "a new entry that is an example (示例); import the table with --samples"
            )
            add(EntryColumns.sampleNames[1], row.number, message)
            return false
        }
        for problem in found.problems { add(problem.field, row.number, problem.message) }
        return found.problems.isEmpty
    }

    /// Counts what would be new or changed.
    ///
    /// - Returns: the fields that the report shows of an entry.
    private mutating func note(_ found: RowReader.Compared, _ row: Int, _ id: String) -> [String] {
        let (entries, register, writer) = (reader.entries, reader.register, reader.writer)
        guard let before = found.before else {
            report.new += 1
            if report.additions.count < ImportEntries.mostProblems {
                report.additions.append((row, register.title(of: found.content)))
            }
            return []
        }
        report.changed += 1
        guard report.changes.count < ImportEntries.mostProblems else { return [] }
        let all = FieldDifference.between(
            entries.seen(before, id, register, writer),
            entries.seen(found.content, id, register, writer),
            of: register
        )
        // Whoever writes knows what they wrote, not what stood there.
        report.changes.append((row, id, entries.masked(all, of: register, writer, keepingAfter: true)))
        return all.map(\.field)
    }

    /// Notes that personal fields of entries are about to be shown, with what they would become.
    private func disclose(_ shown: [(id: String, fields: [String], target: Target)]) async throws {
        // Together, so that their rows share a transaction.
        try await withThrowingTaskGroup { group in
            for (id, fields, target) in shown {
                group.addTask { [reader] in
                    try await reader.entries.disclose(id, fields, of: reader.register, on: target, reader.writer)
                }
            }
            try await group.waitForAll()
        }
    }

    /// Notes values that another entry or an earlier row has.
    private mutating func checkKeys(
        _ added: [(write: Write, unique: [UniqueKey])],
        _ known: [LookupKey: String?]
    ) async throws {
        let wanted = added.flatMap { write, unique in unique.filter { $0.age != .earlier }.map { (write, key: $0) } }
        let asked = wanted.map(\.key.lookup).filter { known[$0] == nil }
        let owners = try await owners(of: asked).merging(known) { new, _ in new }
        let earlier = try await store.haveEarlier(wanted.map { ($0.key, $0.0.id) }, in: reader.definitions)
        for ((write, key), isEarlier) in zip(wanted, earlier) {
            let message = key.message.message
            let owner = owners[key.lookup] ?? nil
            if let first = keys.updateValue(write.row, forKey: key.lookup) {
                let both = Bilingual(
                    "\(message.zh)，在表格的第 \(first) 行",
                    "\(message.en), in row \(first) of this table"
                )
                add(key.message.field, write.row, both)
            } else if isEarlier || owner != nil && owner != write.id {
                add(key.message.field, write.row, message)
            }
        }
    }

    /// Notes references to entries that are neither in the table nor stored where the writer may see them.
    private mutating func checkReferences() async throws {
        let own = Set(writes.map(\.id))
        let asked = Set(writes.flatMap { $0.references.map(\.id) }).subtracting(own).sorted()
        var missing: Set<String> = []
        for block in asked.blocks(of: ImportEntries.batch) {
            for (id, entry) in zip(block, try await store.entries(block)) {
                guard let entry, !entry.isTombstone,
                    try reader.entries.canSee(entry, reader.definitions, reader.writer)
                else {
                    missing.insert(id)
                    continue
                }
            }
        }
        guard !missing.isEmpty else { return }
        for write in writes {
            for (field, id) in write.references where missing.contains(id) {
                add(field, write.row, Bilingual("没有条目 \(id)", "there is no entry \(id)"))
            }
        }
    }

    /// Notes what is wrong with a field of a row, or with the row.
    private mutating func add(_ field: String?, _ row: Int, _ message: Bilingual) {
        let column = field.flatMap(reader.columns.place)
        report.add(ImportProblem(row: row, column: column, name: field ?? "", message: message))
    }
}

extension EntryContent {
    /// The entries that its values name, by field.
    fileprivate func references(of register: RegisterDeclaration) -> [(field: String, id: String)] {
        register.fields.flatMap { field -> [(field: String, id: String)] in
            guard case .entry = field.type else { return [] }
            return (fields[field.name]?.items ?? []).compactMap(\.text).map { (field.name, $0) }
        }
    }
}
