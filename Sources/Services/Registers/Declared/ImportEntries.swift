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
    /// Entries that are looked up and stored together.
    static let batch = 500

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
        let reader = RowReader(register, rows.columns, inForce, day: PartialDate(inChinaAt: store.now))
        var plan = ImportPlan(store: store, reader: reader, areSamples: areSamples, report: report)
        var done = 0
        try await rows.list.blocks(of: Self.batch).workAhead(preparing: reader.read) { read in
            try await plan.add(read)
            done += read.count
            progress(done)
        }
        report = try await plan.finish()
        guard report.problemCount == 0, !isTrial else { return report }
        done = 0
        do {
            try await plan.writes.blocks(of: Self.batch).workAhead { [store] writes in
                try await store.prepare(reader.changes(writes))
            } work: { prepared in
                try await store.save(prepared, author: author)
                done += prepared.count
                progress(done)
            }
        } catch StoreError.changedMeanwhile(let entry, _, _) {
            throw Self.meanwhile(entry, done)
        } catch StoreError.keyTaken(_, let owner) {
            throw Self.meanwhile(owner, done)
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

    /// The rows of a table; nil where the names of columns are wrong.
    private func read(
        _ path: String,
        _ register: RegisterDeclaration,
        _ report: inout Report
    ) throws -> (columns: EntryColumns, list: [TableRow])? {
        var columns: EntryColumns?
        var isHead = true
        var list: [TableRow] = []
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
                list.append(TableRow(number: row.number, id: id, content: content))
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
}

extension ImportEntries.Report {
    /// Notes what is wrong; beyond the limit only how much.
    mutating func add(_ problem: ImportProblem) {
        problemCount += 1
        if problems.count < ImportEntries.mostProblems { problems.append(problem) }
    }
}
