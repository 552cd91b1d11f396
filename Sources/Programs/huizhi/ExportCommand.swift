import App
import ArgumentParser
import Discovery
import EntryIndex
import Foundation
import Registers

/// `huizhi export`.
struct ExportCommand: AsyncParsableCommand {
    /// The formats that can be written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write every record that a query finds to standard output.",
        discussion: """
            One JSON object a line, newest first. Without a query, everything.

            EXAMPLES
              huizhi export --format jsonl > all.jsonl
              huizhi export --format jsonl 'PA=大学 AND AD>=2020' > some.jsonl

            Exit status: 0 also when nothing was found; 2 when the query is not understood.
            """
    )

    @OptionGroup var options: DataOptions
    @Option(help: "The format: jsonl.") var format: Format = .jsonl
    @Argument(help: "A query in the query language.") var query = ""

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(options.settings())
            try await QueryErrors.explained(query, json: false) {
                let behind = try await installation.prepareIndex { _ in }
                if behind > 0 { Console.note("huizhi: \(behind) changes are not in this export yet") }
                let ids = try await installation.search().identifiers(SearchQuestion(text: query, order: .newest))
                var next = 0
                while next < ids.count {
                    let end = min(ids.count, next + 500)
                    for line in try await installation.exportRecords.lines(of: Array(ids[next..<end])) {
                        try FileHandle.standardOutput.write(contentsOf: line)
                    }
                    next = end
                }
            }
            try await installation.close()
        }
    }
}
