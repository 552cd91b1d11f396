import Bytes
import Declarations
import Domain
import Formats
import Identity
package import Store

/// Takes a table of entries into a declared register: everything, or nothing while any cell is wrong.
///
/// A row is the entry that it names by `id`, else the one that has its unique value, else a new one, whose identifier follows from
/// what it says: the same file a second time changes nothing.
///
/// Who is signed in writes what they may write by hand, row by row: where an entry lies, and which fields. Where the register takes two
/// people their rows become proposals. The operator may do everything.
package struct ImportEntries: Sendable {
    let store: Store
    private let definitions: DefinitionCache
    private let entries: RegisterEntries

    /// Takes the store and the declarations in force.
    package init(store: Store, definitions: DefinitionCache) {
        self.store = store
        self.definitions = definitions
        entries = RegisterEntries(store: store, definitions: definitions)
    }

    /// Takes the entries that it writes.
    package init(_ entries: RegisterEntries) {
        self.init(store: entries.store, definitions: entries.definitions)
    }

    /// What an import would do or did.
    package struct Report: Sendable {
        /// Rows read, without the names of columns.
        package var rows = 0
        package var new = 0
        package var changed = 0
        package var unchanged = 0
        /// Rows of which a proposal by the same writer waits already; only where rows become proposals.
        package var waiting = 0
        /// Whether rows become proposals, for somebody else to approve.
        package var isTwofold = false
        /// What is wrong, at most ``mostProblems``; while there is anything, nothing is stored.
        package var problems: [ImportProblem] = []
        /// Everything that is wrong, also what was not kept.
        package var problemCount = 0
        /// What would change in the first entries that are there already.
        package var changes: [(row: Int, entry: String, differences: [FieldDifference])] = []
        /// The first entries that would be new, with what they are to be called; nil where they say nothing of it.
        package var additions: [(row: Int, title: String?)] = []
        /// What the rows would be put on, entries and their versions, as a digest in hexadecimal.
        ///
        /// The same file has another one when an entry that it names was changed meanwhile.
        package var basis = ""
        /// Whether it was stored.
        package var isStored = false
    }

    /// The most problems and changes that a report names.
    package static let mostProblems = 1_000
    /// The most rows of one table.
    package static let mostRows = 1_000_000
    /// The most rows of one table of somebody who is not the operator, who waits for the answer.
    package static let mostRowsSent = 20_000
    /// Entries that are looked up and stored together.
    static let batch = 500

    /// Imports a table.
    ///
    /// - Parameters:
    ///   - path: a CSV, TSV or XLSX file, or JSON Lines as entries are exported.
    ///   - name: the register.
    ///   - isTrial: whether only to tell what would change.
    ///   - areSamples: whether the entries are examples (示例).
    ///   - writer: who wants it.
    ///   - author: who is named in the log; nil for the writer.
    ///   - basis: the ``Report/basis`` that somebody has seen; where it is another by now nothing is stored. Nil takes any.
    ///   - progress: told of rows read and then of rows stored, and waited for.
    /// - Returns: the report; with problems nothing was stored.
    /// - Throws: `Failure.notFound` for a register that is none or that the writer may not see, `.notAllowed` where they may write
    ///   nowhere in it, `.invalid` for a file that is no table or too long, `.conflict` where an entry was changed while it was stored;
    ///   what the store throws.
    package func callAsFunction(
        _ path: String,
        into name: String,
        trial isTrial: Bool,
        samples areSamples: Bool = false,
        by writer: EntryReader = .operator,
        author: String? = nil,
        basis: String? = nil,
        progress: (Int) async throws -> Void = { _ in }
    ) async throws -> Report {
        let inForce = try await definitions.current()
        let register = try await entries.register(name, writer)
        guard entries.duties(in: register, writer).mayWrite else {
            throw Failure.notAllowed(action: Action.writeEntries.rawValue)
        }
        var report = Report()
        report.isTwofold = !writer.isOperator && register.approve != nil
        let most = writer.isOperator ? Self.mostRows : Self.mostRowsSent
        let rows = try read(path, register, most, &report)
        guard let rows else { return report }
        let day = PartialDate(inChinaAt: store.now)
        let reader = RowReader(register, rows.columns, inForce, day: day, entries: entries, writer: writer)
        var plan = ImportPlan(store: store, reader: reader, areSamples: areSamples, report: report)
        var done = 0
        try await rows.list.blocks(of: Self.batch).workAhead(preparing: reader.read) { read in
            try await plan.add(read)
            done += read.count
            try await progress(done)
        }
        report = try await plan.finish()
        guard report.problemCount == 0, !isTrial, basis == nil || basis == report.basis else { return report }
        done = 0
        do {
            let isTwofold = report.isTwofold
            try await plan.writes.blocks(of: Self.batch).workAhead { [store] writes in
                try await store.prepare(reader.changes(writes, areProposals: isTwofold))
            } work: { prepared in
                try await store.save(prepared, author: author ?? writer.author)
                done += prepared.count
                try await progress(done)
            }
        } catch StoreError.changedMeanwhile(let entry, _, _) {
            throw Self.meanwhile(entry, done)
        } catch StoreError.keyTaken(_, let owner) {
            throw Self.meanwhile(owner, done)
        }
        report.isStored = true
        return report
    }

    static func tooLong(_ most: Int) -> Failure {
        .invalid(field: "rows", reason: "more than \(most) rows; divide the table")
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
        _ most: Int,
        _ report: inout Report
    ) throws -> (columns: EntryColumns, list: [TableRow])? {
        var columns: EntryColumns?
        var isHead = true
        var list: [TableRow] = []
        var wrong: [ImportProblem] = []
        do {
            if let lines = try PlainLines(path: path) {
                let (rows, problems) = try EntryLines.read(lines, into: register, most: most)
                report.rows = rows.count
                for problem in problems { report.add(problem) }
                return (EntryColumns.named(in: register), rows)
            }
            try PlainTable(path: path).rows { row in
                if isHead {
                    isHead = false
                    (columns, wrong) = EntryColumns.read(row.cells.map(\.text), of: register)
                    return
                }
                guard let columns else { return }
                guard list.count < most else { throw Self.tooLong(most) }
                if row.cells.count > columns.columns.count,
                    row.cells[columns.columns.count...].contains(where: { !$0.text.isEmpty })
                {
                    wrong.append(
                        ImportProblem(
                            row: row.number,
                            column: columns.columns.count,
                            name: "",
                            message: Bilingual(
                                "这一行的单元格比列名多",
                                "the row has more cells than the table has columns"
                            )
                        )
                    )
                }
                for (place, cell) in row.cells.enumerated() where cell.isFailed {
                    wrong.append(
                        ImportProblem(
                            row: row.number,
                            column: place,
                            name: "",
                            message: Bilingual(
                                "单元格里的公式出错（\(cell.text)），请改正或直接写值",
                                "the formula of the cell failed (\(cell.text)); correct it or write the value"
                            )
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
