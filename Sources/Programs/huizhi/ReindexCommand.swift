import App
import ArgumentParser
import EntryIndex
import Index

/// `huizhi reindex`.
struct ReindexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex",
        abstract: "Build the search index again from the store.",
        discussion: "The index is a shadow of the store: removing its folder loses nothing. Stop `serve` first."
    )

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(options.settings())
            let line = ProgressLine(unit: "log lines")
            try await installation.follower.rebuild { progress in
                line.show(
                    count: Int(progress.done),
                    share: Double(progress.done) / Double(max(1, progress.size)),
                    label: "index"
                )
            }
            line.end()
            let count = installation.published.snapshot?.documentCount ?? 0
            await installation.follower.close()
            try await installation.close()
            Console.print("\(count) records indexed")
        }
    }
}
