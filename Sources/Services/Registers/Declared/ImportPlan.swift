import Bytes
import Declarations
import Domain
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
        var added: [(write: Write, unique: [UniqueKey])] = []
        for (place, row) in read.map(\.row).enumerated() {
            let (id, entry, found) = (ids[place], stored[place], compared[place])
            if row.id != nil, entry == nil || entry?.register != reader.register.name || entry?.isTombstone ?? false {
                add("id", row.number, "there is no entry \(TableCell.tabbed(id)) in this register")
                continue
            }
            if let first = seen[id] {
                let message = "it is the same entry as row \(first)"
                report.add(ImportProblem(row: row.number, column: nil, name: "", message: message))
                continue
            }
            seen[id] = row.number
            if found.before == nil, row.content.sample == true, !areSamples {
                // What was made up does not become true by being copied.
                let message = "a new entry that is an example (示例); import the table with --samples"
                add(EntryColumns.sampleNames[1], row.number, message)
                continue
            }
            for problem in found.problems { add(problem.field, row.number, problem.message.en) }
            guard found.problems.isEmpty else { continue }
            note(found, row.number, id)
            guard found.before != found.kept else { continue }
            let write = Write(row: row.number, id: id, base: entry?.version ?? 0, content: found.kept)
            added.append((write, found.unique))
        }
        try await checkKeys(added, owners)
        writes += added.map(\.write)
    }

    /// Ends the plan, when all rows are added.
    mutating func finish() async throws -> ImportEntries.Report {
        try await checkReferences()
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

    private mutating func note(_ found: RowReader.Compared, _ row: Int, _ id: String) {
        guard let before = found.before else {
            report.new += 1
            return
        }
        guard before != found.kept else {
            report.unchanged += 1
            return
        }
        report.changed += 1
        guard report.changes.count < ImportEntries.mostProblems else { return }
        report.changes.append((row, id, FieldDifference.between(before, found.content, of: reader.register)))
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
            let message = key.message.message.en
            let owner = owners[key.lookup] ?? nil
            if let first = keys.updateValue(write.row, forKey: key.lookup) {
                add(key.message.field, write.row, "\(message), in row \(first) of this table")
            } else if isEarlier || owner != nil && owner != write.id {
                add(key.message.field, write.row, message)
            }
        }
    }

    /// Notes references to entries that are neither stored nor in the table.
    private mutating func checkReferences() async throws {
        let names = reader.register.fields.filter { if case .entry = $0.type { true } else { false } }.map(\.name)
        guard !names.isEmpty else { return }
        let own = Set(writes.map(\.id))
        var wanted: Set<String> = []
        for write in writes {
            for name in names { wanted.formUnion(write.content.fields[name]?.items.compactMap(\.text) ?? []) }
        }
        let asked = wanted.subtracting(own).sorted()
        var missing: Set<String> = []
        for block in asked.blocks(of: ImportEntries.batch) {
            for (id, entry) in zip(block, try await store.entries(block)) where entry?.isTombstone ?? true {
                missing.insert(id)
            }
        }
        guard !missing.isEmpty else { return }
        for write in writes {
            for name in names {
                for id in write.content.fields[name]?.items.compactMap(\.text) ?? [] where missing.contains(id) {
                    add(name, write.row, "there is no entry \(id)")
                }
            }
        }
    }

    private mutating func add(_ field: String, _ row: Int, _ message: String) {
        report.add(ImportProblem(row: row, column: reader.columns.place(of: field), name: field, message: message))
    }
}
