import App
import ArgumentParser
import Domain
import Registers

/// `huizhi classes`.
struct ClassesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classes",
        abstract: "Take in editions of classifications, or list those in force.",
        discussion: """
            Tables and JSON trees of IPC, CPC, GB/T 4754, the 35 fields of technology, Locarno, Nice and Vienna are \
            recognised by content. A running node shows a new edition within seconds. Without files, what is in force is \
            listed.

            EXAMPLES
              huizhi classes --data data cpc-titles.csv nice-zh.json nice-en.json
              huizhi classes --data data --scheme ipc --edition 2026.01 ipc.csv
            """
    )

    @OptionGroup var options: DataOptions
    @Option(
        help:
            "The scheme of the files where their symbols do not tell: ipc, cpc, field, industry, locarno, nice, vienna."
    )
    var scheme: ClassScheme?
    @Option(help: "The edition's name, such as 2026.01. (default: as the file says)") var edition: String?
    @Flag(help: "Print one JSON array instead of a table.") var json = false
    @Argument(help: "Files.") var files: [String] = []

    func run() async throws {
        try await Console.run {
            let settings = try options.settings()
            let installation =
                files.isEmpty ? try await Installation.openExisting(settings) : try await Installation.open(settings)
            let editions =
                files.isEmpty
                ? try await installation.importClasses.editions()
                : try await installation.importClasses(files, scheme: scheme, edition: edition)
            try await installation.close()
            if json { return try Console.json(editions) }
            Console.print("scheme\tversion\tsymbols\tchinese\tenglish\tedition")
            for edition in editions {
                Console.print(
                    "\(edition.scheme)\t\(edition.version)\t\(edition.symbols)\t\(edition.chinese)\t\(edition.english)\t"
                        + (edition.edition ?? "")
                )
            }
        }
    }
}

extension ClassScheme: ExpressibleByArgument {}
