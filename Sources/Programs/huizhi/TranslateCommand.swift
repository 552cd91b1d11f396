import ArgumentParser
import Discovery
import Domain
import EntryIndex
import Foundation
import Wire

/// `huizhi translate`.
struct TranslateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate",
        abstract: "Translate a query of another patent search system.",
        discussion: """
            Prints the query in the query language, and on the standard error what is different or lost.

            EXAMPLES
              huizhi translate 'ti any "battery cell" AND cpc=H01M10/low'
              huizhi translate --from ppubs '((solar ADJ3 cell$4) SAME coat$3).clm.'
              huizhi search "$(huizhi translate 'valve.ti. AND @pd>=20200101')"

            Exit status: 0 also when something was lost; 2 when nothing is left to search for.
            """
    )

    @Option(help: "espacenet, lens, patentscope, ppubs, pss or cql. (default: found out)") var from: ForeignSyntax?
    @Flag(help: "Print one JSON object.") var json = false
    @Argument(help: "The query, as the other system takes it.") var query: [String]

    func run() async throws {
        let text = query.joined(separator: " ")
        try await Console.run {
            try await QueryErrors.explained(text, json: json) {
                let translation = try TranslateQuery()(text, from: from)
                if json { return try Console.json(TranslationDocument(translation)) }
                Console.print(translation.text())
                Console.note("\(translation.syntax.label.zh) / \(translation.syntax.label.en)")
                for remark in translation.remarks {
                    let mark = remark.weight == .lost ? "✗" : "≈"
                    Console.note("\(mark) \(remark.message.zh) / \(remark.message.en)")
                }
            }
        }
    }
}

extension ForeignSyntax: ExpressibleByArgument {}
