import App
import ArgumentParser
import Registers
import Store

/// `huizhi import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take the records of files and folders into the registers.",
        discussion: """
            Formats are recognised by content: XLSX and CSV exports of the national search system, JSON Lines, CNIPA XML, \
            USPTO XML 4.x, WIPO ST.96, DOCDB; also inside zip, tar and gzip. Records that cannot be taken are listed in \
            DATA/rejects with place and reason. The same file twice changes nothing; after an interruption the same \
            command goes on where it was.

            Exit status: 0 every recognised file was read to its end; 1 none was recognised or one broke off.
            """
    )

    @OptionGroup var options: DataOptions
    @Flag(help: "Print one JSON object instead of a table.") var json = false
    @Argument(help: "Files and folders.") var paths: [String]

    private struct Summary: Encodable {
        var read: Int
        var imported: Int
        var unchanged: Int
        var rejected: Int
        var skipped: Int
        var seconds: Double
        /// How long the log is with what was imported: the header `Huizhi-After` asks a node to answer with it.
        var sequence: Int64
        var files: [ImportReport.File]
        var skippedFiles: [ImportReport.Skipped]
        var conflicts: [String]
        var drawings: DrawingTally
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.open(options.settings())
            let line = ProgressLine(unit: "records")
            let report = try await installation.importRecords(paths) { step in
                let share = step.size.map { $0 > 0 ? Double(step.bytes) / Double($0) : 1 }
                line.show(count: step.records, share: share, label: step.file)
            }
            line.end()
            let sequence = try await installation.store.logHead().size
            try await installation.close()
            if json { try printJSON(report, sequence) } else { printTable(report) }
            if !report.isComplete { throw ExitCode(1) }
        }
    }

    private func printJSON(_ report: ImportReport, _ sequence: Int64) throws {
        try Console.json(
            Summary(
                read: report.read,
                imported: report.imported,
                unchanged: report.unchanged,
                rejected: report.rejected,
                skipped: report.skipped.count,
                seconds: report.seconds,
                sequence: sequence,
                files: report.files,
                skippedFiles: report.skipped,
                conflicts: report.conflicts,
                drawings: report.drawings
            )
        )
    }

    private func printDrawings(_ drawings: DrawingTally) {
        guard drawings != DrawingTally() else { return }
        if let reason = drawings.unavailable { Console.print("drawings were not taken: \(reason)") }
        for problem in drawings.problems.prefix(20) { Console.print("drawing left out: \(problem)") }
        Console.print("\(drawings.kept) drawings kept, \(drawings.left) left out")
    }

    private func printTable(_ report: ImportReport) {
        Console.print("read\timported\tunchanged\trejected\tformat\tfile")
        for file in report.files {
            Console.print(
                "\(file.read)\t\(file.imported)\t\(file.unchanged)\t\(file.rejected)\t\(file.format)\t\(file.name)"
            )
            if let problem = file.problem { Console.print("\tbroke off: \(problem)") }
            if let rejects = file.rejects { Console.print("\trejects: \(rejects)") }
        }
        // Folders hold hundreds of pictures beside their documents: one line a reason tells more than one a file.
        let reasons = Dictionary(grouping: report.skipped, by: \.reason).sorted { $0.value.count > $1.value.count }
        for (reason, files) in reasons {
            Console.print("skipped\t\(files.count)\t\(reason)\te.g. \(files[0].name)")
        }
        for conflict in report.conflicts.prefix(20) { Console.print("number claimed twice: \(conflict)") }
        printDrawings(report.drawings)
        Console.print(
            "\(report.read) read, \(report.imported) imported, \(report.unchanged) unchanged, \(report.rejected) rejected, "
                + "\(report.files.count) files, \(report.skipped.count) skipped (--json lists them all)"
        )
        if report.files.isEmpty {
            Console.note("huizhi: no file was recognised; `huizhi import --help` lists the formats")
        }
    }
}
