import App
import ArgumentParser
import Store

/// `huizhi doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the store against its log and the index against its checksums.",
        discussion: "Exit status: 0 nothing is wrong; 1 something is, each finding on a line of its own."
    )

    @OptionGroup var options: DataOptions
    @Flag(help: "Print one JSON object.") var json = false

    private struct Report: Encodable {
        struct Finding: Encodable {
            var kind: String
            var subject: String
            var detail: String
        }
        var sound: Bool
        var findings: [Finding]
        var lines: Int64
        var entries: Int64
        var keys: Int64
        var logSize: Int64
        var logRoot: String
        var logicalDigest: String
        var index: String?
        var behind: Int64?
        var registers: String?
        var registersBehind: Int64?
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(options.settings())
            let checkup = try await installation.checkup()
            try await installation.close()
            if json {
                try Console.json(
                    Report(
                        sound: checkup.isSound,
                        findings: checkup.store.findings.map {
                            .init(kind: $0.kind.rawValue, subject: $0.subject, detail: $0.detail)
                        },
                        lines: checkup.store.lines,
                        entries: checkup.store.entries,
                        keys: checkup.store.keys,
                        logSize: checkup.logSize,
                        logRoot: checkup.logRoot,
                        logicalDigest: checkup.logicalDigest,
                        index: checkup.index.fault,
                        behind: checkup.index.behind,
                        registers: checkup.registers.fault,
                        registersBehind: checkup.registers.behind
                    )
                )
            } else {
                printReport(checkup)
            }
            if !checkup.isSound { throw ExitCode(1) }
        }
    }

    private func printReport(_ checkup: Checkup) {
        for finding in checkup.store.findings {
            Console.print("\(finding.kind.rawValue)\t\(finding.subject)\t\(finding.detail)")
        }
        if let fault = checkup.index.fault { Console.print("index\t\(fault)") }
        if let fault = checkup.registers.fault { Console.print("index of registers\t\(fault)") }
        Console.print(
            "log: \(checkup.store.lines) lines checked, root \(checkup.logRoot)\n"
                + "entries: \(checkup.store.entries) checked, numbers: \(checkup.store.keys)\n"
                + "logical digest: \(checkup.logicalDigest)"
        )
        show(checkup.index, "index", builders: "`serve` and `search`")
        show(checkup.registers, "index of registers", builders: "`serve`")
        Console.print(checkup.isSound ? "nothing is wrong" : "something is wrong; see above")
    }

    private func show(_ index: Checkup.Index, _ name: String, builders: String) {
        guard index.fault == nil else { return }
        switch index.behind {
        case nil: Console.print("\(name): none yet; \(builders) make it")
        case 0?: Console.print("\(name): sound and up to date")
        case let behind?: Console.print("\(name): sound, \(behind) log lines behind; \(builders) catch up")
        }
    }
}
