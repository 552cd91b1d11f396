import App
import ArgumentParser
import Foundation
import Store

/// `huizhi jobs`.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "Show the job queue and what failed in it.",
        discussion: """
            EXAMPLES
              huizhi jobs --data data
              huizhi jobs --data data --retry

            A job that fails is tried again, later each time; after its last try it rests as failed and stays here with
            its reason. --retry makes all of those due again: mend the cause first.

            Exit status: 0 none rests as failed any more; 1 some do.
            """
    )

    @OptionGroup var options: DataOptions
    @Flag(help: "Let every failed job run again.") var retry = false
    @Option(help: "How many failed jobs to list.") var limit = 20
    @Flag(help: "Print one JSON object.") var json = false

    private struct Report: Encodable {
        struct Job: Encodable {
            var id: String
            var kind: String
            var attempts: Int64
            var created: String
            var problem: String
        }
        var open: Int64
        var failed: Int64
        var retried: Int
        var jobs: [Job]
    }

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit must be 0 or more") }
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(options.settings())
            let store = installation.store
            let jobs = try await store.failedJobs(limit: Int64(limit))
            let retried = retry ? try await store.retryFailedJobs() : 0
            let counts = try await store.jobCounts()
            try await installation.close()
            let report = Report(
                open: counts.open,
                failed: counts.failed,
                retried: retried,
                jobs: jobs.map {
                    let created = Date(timeIntervalSince1970: Double($0.createdAt) / 1_000_000)
                    return .init(
                        id: $0.id,
                        kind: $0.kind,
                        attempts: $0.attempts,
                        created: created.formatted(.iso8601),
                        problem: $0.problem
                    )
                }
            )
            if json { try Console.json(report) } else { printTable(report) }
            if report.failed > 0 { throw ExitCode(1) }
        }
    }

    private func printTable(_ report: Report) {
        for job in report.jobs {
            Console.print("\(job.kind)\t\(job.created)\t\(job.attempts) tries\t\(job.problem)")
        }
        let retried = retry ? ", \(report.retried) are due again" : ""
        Console.print("\(report.open) jobs wait or run, \(report.failed) rest as failed\(retried)")
    }
}
