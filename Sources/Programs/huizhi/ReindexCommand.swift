import App
import ArgumentParser
import EntryIndex
import Index

/// `huizhi reindex`.
struct ReindexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex",
        abstract: "Build the indexes again from the store: of rights and of declared registers.",
        discussion: "They are shadows of the store: removing their folders loses nothing. Stop `serve` first."
    )

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(options.settings())
            let records = try await rebuild(installation.follower, "index", installation.published)
            let entries = try await rebuild(
                installation.registerFollower,
                "index of registers",
                installation.publishedRegisters
            )
            try await installation.close()
            Console.print("\(records) records and \(entries) entries of registers indexed")
        }
    }

    /// Builds one index and says how many documents it has.
    private func rebuild(_ follower: IndexFollower, _ name: String, _ published: PublishedIndex) async throws -> Int {
        let line = ProgressLine(unit: "log lines")
        try await follower.rebuild { progress in
            line.show(
                count: Int(progress.done),
                share: Double(progress.done) / Double(max(1, progress.size)),
                label: name
            )
        }
        line.end()
        await follower.close()
        return published.snapshot?.documentCount ?? 0
    }
}
