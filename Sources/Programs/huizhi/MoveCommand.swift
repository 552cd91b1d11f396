import App
import ArgumentParser
import Store

/// `huizhi move`.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Copy a whole store into another database.",
        discussion: """
            EXAMPLE
              huizhi move --from sqlite:/var/lib/huizhi --to postgres://huizhi@db.example.cn/huizhi

            Stop everything that writes the source first. The target must be empty; a move that broke off goes on with the
            same command. At the end both have the same rows, log root and logical digest. The source stays as it is; the
            key of the log and the index are not moved.
            """
    )

    @Option(help: "The database to read: sqlite:FOLDER or postgres://...") var from: String
    @Option(help: "The database to fill: sqlite:FOLDER or postgres://...") var to: String
    @Flag(help: "Print one JSON object.") var json = false

    private struct Summary: Encodable {
        var rows: Int64
        var logSize: Int64
        var logRoot: String
        var logicalDigest: String
        var resumed: Bool
    }

    func validate() throws {
        guard from != to else { throw ValidationError("--from and --to name the same database") }
    }

    func run() async throws {
        try await Console.run {
            let line = ProgressLine(unit: "rows")
            let report = try await Installation.move(from: from, to: to) { progress in
                line.show(
                    count: Int(progress.done),
                    share: Double(progress.done) / Double(max(1, progress.total)),
                    label: progress.table
                )
            }
            line.end()
            if json {
                try Console.json(
                    Summary(
                        rows: report.rows,
                        logSize: report.head.size,
                        logRoot: "\(report.head.root)",
                        logicalDigest: "\(report.logicalDigest)",
                        resumed: report.wasResumed
                    )
                )
            } else {
                Console.print(
                    "\(report.rows) rows moved; log: \(report.head.size) lines, root \(report.head.root)\n"
                        + "logical digest: \(report.logicalDigest)"
                )
            }
        }
    }
}
