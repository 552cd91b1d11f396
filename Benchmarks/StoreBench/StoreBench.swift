import ArgumentParser
import Foundation
import PostgresDriver
import SQLiteDriver
import Store

/// Measures a store, and accounts on it, from inside; `store.py` and `identity.py` call it.
@main
struct StoreBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store-bench",
        abstract: "Measure what a store, and accounts on it, do on a database; one JSON line a measurement.",
        discussion: """
            saves:N  entries a second, each in a commit of its own, by N writers
            batch    entries a second as an import brings them, in batches of 512
            reads:N  entries a second found by one of their numbers and read, by N readers; needs a batch before
            jobs:N   jobs a second enqueued, claimed and finished by N runners
            disclosures:N   rows of who saw what a second, each safely on disk when it returns, by N viewers
            sessions:N   sessions a second that are looked up and in force, by N visitors
            keys:N   keys for programs a second that are looked up and in force, by N programs
            permissions  checks a second whether somebody may do something; needs no database
            passwords:N  passwords a second that are compared on N threads: what bounds sign-ins; needs no database
            sign-ins:N   sign-ins a second with a password at the default cost, by N people
            sign-ons:N   sign-ons to a client a second, from the request to its tokens, by N people
            lag      from a save's acknowledgement to its line being seen over a connection of its own
            """
    )

    @Argument(help: "sqlite:FOLDER or postgres://...; the store is made where there is none.") var database: String
    @Argument(help: "What to measure.") var measures: [Measure]
    @Option(help: "How long each measurement takes.") var seconds = 3.0

    func run() async throws {
        let store = try await openStore()
        let run = MeasureRun(store: store, duration: .seconds(seconds))
        let accounts = AccountRun(store: store, duration: run.duration)
        for measure in measures {
            let figures =
                switch measure.kind {
                case .saves: try await run.saves(by: measure.tasks)
                case .batch: try await run.batches()
                case .reads: try await run.reads(by: measure.tasks)
                case .jobs: try await run.jobs(by: measure.tasks)
                case .disclosures: try await run.disclosures(by: measure.tasks)
                case .sessions: try await accounts.sessions(by: measure.tasks)
                case .keys: try await accounts.keys(by: measure.tasks)
                case .permissions: try await accounts.permissions()
                case .passwords: try await accounts.passwords(on: measure.tasks)
                case .signIns: try await accounts.signIns(by: measure.tasks)
                case .signOns: try await accounts.signOns(by: measure.tasks)
                case .lag: try await LagMeasure(writer: store, follower: openStore(), duration: run.duration)()
                }
            print(try figures.line(of: measure))
        }
        try await store.close()
    }

    /// A store with connections of its own, with the options that a node has.
    private func openStore() async throws -> Store {
        let sqlite = "sqlite:"
        guard database.hasPrefix(sqlite) else { return try await Store.open(PostgresDatabase(url: database)) }
        let folder = StoreFolder(path: String(database.dropFirst(sqlite.count)))
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        return try await Store.open(SQLiteDatabase(path: folder.database))
    }
}
