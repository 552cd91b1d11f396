import Bytes
import Declarations
import Domain
import Formats
package import Store

/// Takes a table of entries into a declared register: everything, or nothing while any cell is wrong.
///
/// A row is the entry that it names by `id`, else the one that has its unique value, else a new one, whose identifier follows from
/// what it says: the same file a second time changes nothing.
package struct ImportEntries: Sendable {
    private let store: Store
    private let definitions: DefinitionCache

    /// Takes the store and the declarations in force.
    package init(store: Store, definitions: DefinitionCache) {
        self.store = store
        self.definitions = definitions
    }

    /// What an import would do or did.
    package struct Report: Sendable {
        /// Rows read, without the names of columns.
        package var rows = 0
        package var new = 0
        package var changed = 0
        package var unchanged = 0
        /// What is wrong, at most ``mostProblems``; while there is anything, nothing is stored.
        package var problems: [ImportProblem] = []
        /// Everything that is wrong, also what was not kept.
        package var problemCount = 0
        /// What would change in the first entries that are there already.
        package var changes: [(row: Int, entry: String, differences: [FieldDifference])] = []
        /// Whether it was stored.
        package var isStored = false
    }

    /// The most problems and changes that a report names.
    package static let mostProblems = 1_000
    /// The most rows of one table.
    package static let mostRows = 1_000_000
    /// Entries that are stored together.
    private static let batch = 500

    /// One row that is right, ready to be stored.
    private struct Planned {
        let row: Int
        let id: String
        let base: Int64
        let content: EntryContent
        /// What no other entry may have.
        let unique: [UniqueKey]
    }

    /// Imports a table.
    ///
    /// - Parameters:
    ///   - path: a CSV, TSV or XLSX file.
    ///   - name: the register.
    ///   - isTrial: whether only to tell what would change.
    ///   - areSamples: whether the entries are examples (示例).
    ///   - author: who is named in the log.
    ///   - progress: told of rows read and then of rows stored.
    /// - Returns: the report; with problems nothing was stored.
    /// - Throws: `Failure.notFound` for a register that is none, `Failure.invalid` for a file that is no table or too long; what the
    ///   store throws.
    package func callAsFunction(
        _ path: String,
        into name: String,
        trial isTrial: Bool,
        samples areSamples: Bool = false,
        author: String,
        progress: (Int) -> Void = { _ in }
    ) async throws -> Report {
        let inForce = try await definitions.current()
        let register = try inForce.register(name)
        var report = Report()
        let rows = try read(path, register, &report)
        guard let rows else { return report }
        let check = EntryCheck(register, codes: inForce.set.codes, day: PartialDate(inChinaAt: store.now))
        var planned: [Planned] = []
        var keys: [LookupKey: Int] = [:]
        var seen: [String: Int] = [:]
        var place = 0
        while place < rows.list.count {
            let block = Array(rows.list[place..<min(place + Self.batch, rows.list.count)])
            try await plan(
                block,
                rows.columns,
                register,
                inForce,
                check,
                areSamples,
                into: &planned,
                keys: &keys,
                seen: &seen,
                report: &report
            )
            place += block.count
            progress(place)
        }
        try await checkReferences(planned, register, columns: rows.columns, report: &report)
        guard report.problemCount == 0, !isTrial else { return report }
        var stored = 0
        while stored < planned.count {
            let block = planned[stored..<min(stored + Self.batch, planned.count)]
            let changes = try block.map { row in
                EntryChange(
                    register: register.name,
                    entry: row.id,
                    expectedVersion: row.base,
                    draft: try DeclaredContent.draft(row.content)
                )
            }
            do {
                _ = try await store.save(changes, author: author)
            } catch StoreError.changedMeanwhile(let entry, _, _) {
                throw Self.meanwhile(entry, stored)
            } catch StoreError.keyTaken(_, let owner) {
                throw Self.meanwhile(owner, stored)
            }
            stored += block.count
            progress(stored)
        }
        report.isStored = true
        return report
    }

    private static func meanwhile(_ entry: String, _ stored: Int) -> Failure {
        .conflict(
            reason:
                "\(entry) was written while the table was read; \(stored) entries are stored, give the same command again"
        )
    }

    // MARK: - Reading

    private typealias Row = (number: Int, id: String?, content: EntryContent)

    /// The rows of a table; nil where the names of columns are wrong.
    private func read(
        _ path: String,
        _ register: RegisterDeclaration,
        _ report: inout Report
    ) throws -> (columns: EntryColumns, list: [Row])? {
        var columns: EntryColumns?
        var isHead = true
        var list: [Row] = []
        var wrong: [ImportProblem] = []
        do {
            try PlainTable(path: path).rows { row in
                if isHead {
                    isHead = false
                    (columns, wrong) = EntryColumns.read(row.cells.map(\.text), of: register)
                    return
                }
                guard let columns else { return }
                guard list.count < Self.mostRows else {
                    throw Failure.invalid(field: path, reason: "more than \(Self.mostRows) rows; divide the table")
                }
                if row.cells.count > columns.columns.count,
                    row.cells[columns.columns.count...].contains(where: { !$0.text.isEmpty })
                {
                    wrong.append(
                        ImportProblem(
                            row: row.number,
                            column: columns.columns.count,
                            name: "",
                            message: "the row has more cells than the table has columns"
                        )
                    )
                }
                for (place, cell) in row.cells.enumerated() where cell.isFailed {
                    wrong.append(
                        ImportProblem(
                            row: row.number,
                            column: place,
                            name: "",
                            message: "the formula of the cell failed (\(cell.text)); correct it or write the value"
                        )
                    )
                }
                let (id, content) = columns.content(of: row)
                list.append((row.number, id, content))
            }
        } catch let failure as FormatFailure {
            throw Failure.invalid(field: path, reason: failure.message)
        }
        report.rows = list.count
        for problem in wrong { report.add(problem) }
        guard let columns else {
            if wrong.isEmpty {
                throw Failure.invalid(field: path, reason: "the table is empty; its first row names the columns")
            }
            return nil
        }
        return (columns, list)
    }

    // MARK: - Planning

    private func plan(
        _ rows: [Row],
        _ columns: EntryColumns,
        _ register: RegisterDeclaration,
        _ definitions: DefinitionsInForce,
        _ check: EntryCheck,
        _ areSamples: Bool,
        into planned: inout [Planned],
        keys: inout [LookupKey: Int],
        seen: inout [String: Int],
        report: inout Report
    ) async throws {
        // What the rows say alone tells which entries they are.
        let alone = rows.map { check($0.content) }
        let unique = alone.map { register.uniqueKeys(of: $0.content) }
        let identities = unique.map { $0.filter(\.isIdentity) }
        let known = try await store.owners(of: identities.flatMap { $0.map(\.lookup) })
        var cursor = 0
        var ids: [String] = []
        for (row, keys) in zip(rows, identities) {
            let owner = known[cursor..<cursor + keys.count].compactMap(\.self).first
            cursor += keys.count
            ids.append(try row.id ?? owner ?? Self.name(of: row.content, in: register.name))
        }
        let stored = try await store.entries(ids)
        var right: [Planned] = []
        for (place, row) in rows.enumerated() {
            let (id, entry) = (ids[place], stored[place])
            if row.id != nil, entry == nil || entry?.register != register.name || entry?.isTombstone ?? false {
                report.add(
                    problem("id", row.number, columns, "there is no entry \(TableCell.tabbed(id)) in this register")
                )
                continue
            }
            if let first = seen[id] {
                report.add(
                    ImportProblem(
                        row: row.number,
                        column: nil,
                        name: "",
                        message: "it is the same entry as row \(first)"
                    )
                )
                continue
            }
            seen[id] = row.number
            let before = try entry.flatMap { $0.isTombstone ? nil : try DeclaredContent.read($0) }
            if before == nil, row.content.sample == true, !areSamples {
                // What was made up does not become true by being copied.
                let message = "a new entry that is an example (示例); import the table with --samples"
                report.add(problem(EntryColumns.sampleNames[1], row.number, columns, message))
                continue
            }
            var (content, problems) = alone[place]
            if let before {
                var wish = columns.wish(row.content, over: before)
                wish.sample = before.sample
                (content, problems) = check(wish, before: before)
            } else {
                content.sample = areSamples ? true : nil
            }
            for found in problems { report.add(problem(found.field, row.number, columns, found.message.en)) }
            guard problems.isEmpty else { continue }
            let own = before == nil ? unique[place] : register.uniqueKeys(of: content)
            let kept = content.keeping(own)
            if let before, before == kept {
                report.unchanged += 1
                continue
            }
            if let before {
                report.changed += 1
                if report.changes.count < Self.mostProblems {
                    report.changes.append((row.number, id, FieldDifference.between(before, content, of: register)))
                }
            } else {
                report.new += 1
            }
            right.append(Planned(row: row.number, id: id, base: entry?.version ?? 0, content: kept, unique: own))
        }
        try await checkKeys(right, definitions, columns, &keys, &report)
        planned += right
    }

    /// Notes values that another entry or an earlier row has.
    private func checkKeys(
        _ rows: [Planned],
        _ definitions: DefinitionsInForce,
        _ columns: EntryColumns,
        _ keys: inout [LookupKey: Int],
        _ report: inout Report
    ) async throws {
        let wanted = rows.map { row in row.unique.filter { $0.age != .earlier } }
        let owners = try await store.owners(of: wanted.flatMap { $0.map(\.lookup) })
        var cursor = 0
        for (row, mine) in zip(rows, wanted) {
            for key in mine {
                let owner = owners[cursor]
                cursor += 1
                let message = key.message.message.en
                if let first = keys.updateValue(row.row, forKey: key.lookup) {
                    report.add(
                        problem(key.message.field, row.row, columns, "\(message), in row \(first) of this table")
                    )
                } else if owner != nil && owner != row.id {
                    report.add(problem(key.message.field, row.row, columns, message))
                } else if try await store.hasEarlier(key, than: row.id, in: definitions) {
                    report.add(problem(key.message.field, row.row, columns, message))
                }
            }
        }
    }

    /// Notes references to entries that are neither stored nor in the table.
    private func checkReferences(
        _ planned: [Planned],
        _ register: RegisterDeclaration,
        columns: EntryColumns,
        report: inout Report
    ) async throws {
        let names = register.fields.filter { if case .entry = $0.type { true } else { false } }.map(\.name)
        guard !names.isEmpty else { return }
        let own = Set(planned.map(\.id))
        var wanted: Set<String> = []
        for row in planned {
            for name in names { wanted.formUnion(row.content.fields[name]?.items.compactMap(\.text) ?? []) }
        }
        let asked = wanted.subtracting(own).sorted()
        var missing: Set<String> = []
        for start in stride(from: 0, to: asked.count, by: Self.batch) {
            let block = Array(asked[start..<min(start + Self.batch, asked.count)])
            for (id, entry) in zip(block, try await store.entries(block)) where entry?.isTombstone ?? true {
                missing.insert(id)
            }
        }
        guard !missing.isEmpty else { return }
        for row in planned {
            for name in names {
                for id in row.content.fields[name]?.items.compactMap(\.text) ?? [] where missing.contains(id) {
                    report.add(problem(name, row.row, columns, "there is no entry \(id)"))
                }
            }
        }
    }

    private func problem(_ field: String, _ row: Int, _ columns: EntryColumns, _ message: String) -> ImportProblem {
        ImportProblem(row: row, column: columns.place(of: field), name: field, message: message)
    }

    /// An identifier that follows from what a row says.
    private static func name(of content: EntryContent, in register: String) throws -> String {
        var content = content
        content.sample = nil
        return register + "/" + sha256(try CanonicalJSON.encode(content)).description.prefix(26)
    }
}

extension ImportEntries.Report {
    /// Notes what is wrong; beyond the limit only how much.
    mutating func add(_ problem: ImportProblem) {
        problemCount += 1
        if problems.count < ImportEntries.mostProblems { problems.append(problem) }
    }
}
