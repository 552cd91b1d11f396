import App
import ArgumentParser
import Declarations
import Discovery
import Domain
import Foundation
import Registers

/// `huizhi entries`.
struct EntriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entries",
        abstract: "Take tables into declared registers and out of them, and show entries.",
        discussion: """
            ACTIONS
              entries import REGISTER FILE   take a table in: CSV, TSV or XLSX, whose first row names fields,
                                             or JSON Lines as they are exported
              entries export REGISTER FILE   all entries as CSV, XLSX or JSON Lines, as the name of the file ends
              entries columns REGISTER       the columns that a table may have
              entries show ENTRY             what an entry says
              entries history ENTRY          what each version of it changed

            EXAMPLES
              huizhi entries --data data import institution outlets.xlsx --dry-run
              huizhi entries --data data import institution outlets.xlsx
              huizhi entries --data data export institution outlets.xlsx
              huizhi entries --data data show institution/4d2c...

            A table is taken in whole or not at all: every wrong cell is named, as C12, and nothing is stored. A row is the \
            entry that its column id names, else the one with its unique value, else a new one; the same table twice \
            changes nothing, and so does a file that was exported. What a line of JSON leaves out stays, and null empties it. \
            --dry-run tells of each entry which fields would change from what to what. Exit status: 0 done; 1 something is wrong.
            """
    )

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument {
        case `import`, export, columns, show, history
    }

    @OptionGroup var options: DataOptions
    @Flag(help: "Of import: tell what would change, and change nothing.") var dryRun = false
    @Flag(help: "Of import: the entries are examples (示例), which never count.") var samples = false
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: "import, export, columns, show or history.") var action: Action
    @Argument(help: "A register or an entry, and of import and export a file.") var words: [String]

    private struct Summary: Encodable {
        var rows: Int
        var new: Int
        var changed: Int
        var unchanged: Int
        var stored: Bool
        var problems: [Problem]
        var problemCount: Int
        var changes: [Change]
    }

    /// What would change, or changed, in an entry that was there.
    private struct Change: Encodable {
        var row: Int
        var entry: String
        var fields: [Field]

        struct Field: Encodable {
            var field: String
            var before: FieldValue?
            var after: FieldValue?
        }
    }

    private struct Problem: Encodable {
        var row: Int
        var column: Int?
        var name: String
        var message: String
    }

    private struct Shown: Encodable {
        var id: String
        var register: String
        var version: Int64
        var state: String?
        var sample: Bool?
        var fields: [String: FieldValue]
    }

    func validate() throws {
        let takesFile = action == .import || action == .export
        guard words.count == (takesFile ? 2 : 1) else {
            throw ValidationError("\(action.rawValue) takes \(takesFile ? "a register and a file" : "one word")")
        }
        if action != .import, dryRun || samples { throw ValidationError("--dry-run and --samples belong to import") }
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(try options.settings())
            do {
                try await act(installation)
            } catch {
                try await installation.close()
                throw error
            }
            try await installation.close()
        }
    }

    private func act(_ installation: Installation) async throws {
        let entries = installation.registerEntries
        switch action {
        case .import: try await importTable(installation)
        case .export:
            try await exportTable(installation)
        case .columns:
            let register = try await entries.register(words[0], .operator)
            if json { return try Console.json(EntryColumns.all(of: register)) }
            Console.print("id\tthe identifier of an entry that is there")
            if !register.states.isEmpty {
                Console.print("state\t状态 / state: \(register.states.map(\.name).joined(separator: ", "))")
            }
            for field in register.fields {
                let parts = field.type.parts.isEmpty ? "" : ", parts \(field.type.parts.joined(separator: ", "))"
                let need = field.required == .always ? ", required" : ""
                Console.print("\(field.name)\t\(field.label.zh) / \(field.label.en): \(field.type.word)\(parts)\(need)")
            }
        case .show: try show(try await entries.show(words[0], .operator))
        case .history:
            let (entry, versions) = try await entries.history(words[0], .operator)
            for version in versions {
                Console.print("version \(version.version)\t\(version.author ?? "")")
                guard let differences = version.differences else {
                    Console.print("  its content was erased")
                    continue
                }
                for difference in differences { Console.print("  " + Self.line(difference, entry.register)) }
            }
        }
    }

    private func importTable(_ installation: Installation) async throws {
        let line = ProgressLine(unit: "rows")
        if samples, installation.settings.mode != .demonstration {
            throw Failure.invalid(field: "--samples", reason: "production mode takes no samples")
        }
        let report = try await installation.importEntries(
            words[1],
            into: words[0],
            trial: dryRun,
            samples: samples,
            author: "import"
        ) { line.show(count: $0, share: nil, label: words[1]) }
        line.end()
        if json {
            try Console.json(
                Summary(
                    rows: report.rows,
                    new: report.new,
                    changed: report.changed,
                    unchanged: report.unchanged,
                    stored: report.isStored,
                    problems: report.problems.map {
                        Problem(row: $0.row, column: $0.column, name: $0.name, message: $0.message.en)
                    },
                    problemCount: report.problemCount,
                    changes: report.changes.map { change in
                        Change(
                            row: change.row,
                            entry: change.entry,
                            fields: change.differences.map {
                                Change.Field(field: $0.field, before: $0.before, after: $0.after)
                            }
                        )
                    }
                )
            )
        } else {
            tell(report, try await installation.registerEntries.register(words[0], .operator))
        }
        if report.problemCount > 0 { throw ExitCode(1) }
    }

    private func exportTable(_ installation: Installation) async throws {
        let (entries, reader) = (installation.registerEntries, EntryReader.operator)
        let register = try await entries.register(words[0], reader)
        let end = words[1].split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = EntryExport.Format(rawValue: end) else {
            throw Failure.invalid(field: words[1], reason: "name a file that ends in .csv, .xlsx or .jsonl")
        }
        let table = EntryTable(
            register,
            fields: entries.visible(register, reader),
            codes: try await entries.codes(),
            day: PartialDate(inChinaAt: entries.now),
            language: "zh"
        )
        var ids: [String] = []
        try await entries.forEach(of: register, reader) { ids.append($0.id) }
        guard FileManager.default.createFile(atPath: words[1], contents: nil),
            let output = FileHandle(forWritingAtPath: words[1])
        else { throw Failure.invalid(field: words[1], reason: "the file cannot be written there") }
        let file = EntryExport(format, table, named: register.label.zh)
        let line = ProgressLine(unit: "entries")
        var count = 0
        try output.write(contentsOf: file.begin())
        for start in stride(from: 0, to: ids.count, by: 500) {
            let views = try await entries.show(Array(ids[start..<min(ids.count, start + 500)]), reader)
            try output.write(contentsOf: file.add(views))
            count += views.count
            line.show(count: count, share: nil, label: words[1])
        }
        try output.write(contentsOf: file.end())
        try output.close()
        line.end()
        Console.print("\(count) entries in \(words[1])")
    }

    private func tell(_ report: ImportEntries.Report, _ register: RegisterDeclaration) {
        for problem in report.problems { Console.note(problem.description) }
        if report.problemCount > report.problems.count {
            Console.note("and \(report.problemCount - report.problems.count) more")
        }
        if dryRun {
            for change in report.changes {
                Console.print("row \(change.row)\t\(change.entry)")
                for difference in change.differences { Console.print("  " + Self.line(difference, register)) }
            }
            if report.changed > report.changes.count {
                Console.print("and \(report.changed - report.changes.count) more that would change")
            }
        }
        let end = report.isStored ? "" : "; nothing was stored"
        Console.print(
            "\(report.rows) rows: \(report.new) new, \(report.changed) changed, \(report.unchanged) unchanged, "
                + "\(report.problemCount) problems\(end)"
        )
    }

    private func show(_ view: EntryView) throws {
        if json {
            return try Console.json(
                Shown(
                    id: view.id,
                    register: view.register.name,
                    version: view.version,
                    state: view.content.state,
                    sample: view.content.sample,
                    fields: view.content.fields
                )
            )
        }
        Console.print("\(view.id)\tversion \(view.version)\(view.content.sample == true ? "\t示例" : "")")
        if let state = view.content.state.flatMap(view.register.state) {
            Console.print("state\t\(state.label.zh) / \(state.label.en)")
        }
        for field in view.fields {
            guard let value = view.content.fields[field.name] else { continue }
            Console.print("\(field.label.zh)\t\(Self.text(value, field.name, view.register))")
        }
    }

    /// What a field said and says: `posts: 12 -> 13`.
    private static func line(_ difference: FieldDifference, _ register: RegisterDeclaration) -> String {
        let texts = [difference.before, difference.after].map { text($0, difference.field, register) }
        return "\(difference.field): \(texts[0]) -> \(texts[1])"
    }

    private static func text(_ value: FieldValue?, _ name: String, _ register: RegisterDeclaration) -> String {
        guard let value else { return "-" }
        guard let type = register.field(name)?.type else { return TableCell.tabbed(value.text ?? "") }
        return TableCell.tabbed(value.items.map { ValueText.text(of: $0, type) }.joined(separator: "; "))
    }
}
