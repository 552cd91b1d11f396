import App
import ArgumentParser
import Discovery
import Foundation
import Registers

/// `huizhi withdraw`.
struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take records out of the registers.",
        discussion: """
            EXAMPLES
              huizhi withdraw --data data patent/CN2019103024301
              huizhi withdraw --data data --ids-from ids.txt --reason 'sent by mistake' --yes
              huizhi withdraw --data data --query 'PA=澄川+'
              huizhi withdraw --data data --samples

            Content, older versions, texts and numbers of the records go; the log keeps its lines and gets one more for
            each. A later import may bring a withdrawn record back; with --erase nothing does. What was withdrawn before
            is passed over.

            Exit status: 0 every record asked for is withdrawn; 1 nothing was confirmed, or some ids are unknown (the
            others are withdrawn); 2 a query that is not understood; 64 wrong usage.
            """
    )

    @OptionGroup var options: DataOptions
    @Option(help: "Take the ids from a file, one a line; - is standard input.") var idsFrom: String?
    @Option(help: "Withdraw what a query finds.") var query: String?
    @Flag(help: "Withdraw only sample records: all of them, or those that the query finds.") var samples = false
    @Flag(help: "Erase: no import brings the records back.") var erase = false
    @Option(help: "Why; kept beside the log, so no personal data.") var reason: String?
    @Flag(help: "Print one JSON object.") var json = false
    @Flag(help: "Do not ask.") var yes = false
    @Argument(help: "Ids as search prints them.") var ids: [String] = []

    private struct Summary: Encodable {
        var withdrawn: Int
        var erased: Bool
        var already: [Withdrawal.Tombstone]
        var unknown: [String]
    }

    func validate() throws {
        let ways = [!ids.isEmpty, idsFrom != nil, query != nil || samples].count { $0 }
        guard ways == 1 else {
            throw ValidationError("say which records: ids, or --ids-from, or --query and --samples")
        }
        if let query, query.allSatisfy(\.isWhitespace), !samples {
            throw ValidationError("--query must not be empty; '*' finds everything")
        }
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(options.settings())
            let records = installation.withdrawRecords
            let plan = try await records.plan(try await wanted(installation), erases: erase)
            for id in plan.unknown { Console.note("unknown: \(id)") }
            guard plan.entries.isEmpty || isConfirmed(plan) else {
                try await installation.close()
                Console.note("huizhi: nothing was withdrawn; --yes withdraws without asking")
                throw ExitCode(1)
            }
            let line = ProgressLine(unit: "records")
            let count = try await records(plan, reason: reason) { done in
                line.show(count: done, share: Double(done) / Double(max(1, plan.entries.count)), label: "")
            }
            line.end()
            try await installation.close()
            try report(count, plan)
            if !plan.unknown.isEmpty { throw ExitCode(1) }
        }
    }

    private func wanted(_ installation: Installation) async throws -> [String] {
        guard query != nil || samples else { return try idsFrom.map(Self.ids) ?? ids }
        let text = query ?? ""
        var found: [String] = []
        try await QueryErrors.explained(text, json: json) {
            found = try await installation.everything(
                SearchQuestion(text: text, order: .newest, samples: samples ? .only : .included)
            )
        }
        return found
    }

    private static func ids(from path: String) throws -> [String] {
        let data =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: path))
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private func isConfirmed(_ plan: Withdrawal) -> Bool {
        Console.note(
            "\(plan.entries.count) records will be \(erase ? "erased for good" : "withdrawn"), e.g. \(plan.entries[0]); "
                + "\(plan.already.count) are already, \(plan.unknown.count) ids are unknown"
        )
        if yes { return true }
        // Standard input that was read for ids, or that nobody sits at, answers no question.
        guard idsFrom != "-", isatty(STDIN_FILENO) == 1 else { return false }
        FileHandle.standardError.write(Data("Withdraw them? [y/N] ".utf8))
        return ["y", "yes", "是"].contains(readLine()?.trimmingCharacters(in: .whitespaces).lowercased())
    }

    private func report(_ count: Int, _ plan: Withdrawal) throws {
        if json {
            let summary = Summary(withdrawn: count, erased: erase, already: plan.already, unknown: plan.unknown)
            return try Console.json(summary)
        }
        for tombstone in plan.already.prefix(20) {
            let what = tombstone.erased ? "erased" : "withdrawn"
            let reason = tombstone.reason.map { ": \($0)" } ?? ""
            Console.print("\(tombstone.id)\t\(what) before, line \(tombstone.sequence) of the log\(reason)")
        }
        Console.print(
            "\(count) records \(erase ? "erased" : "withdrawn"), \(plan.already.count) were before, "
                + "\(plan.unknown.count) ids are unknown"
        )
    }
}
