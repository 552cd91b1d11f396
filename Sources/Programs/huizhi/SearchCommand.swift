import App
import ArgumentParser
import Discovery
import Domain
import EntryIndex
import Wire

/// `huizhi search`.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search all registers.",
        discussion: """
            EXAMPLES
              huizhi search '石墨烯 散热膜'
              huizhi search 'IPC=H01M10 AND PA=大学 AND AD>=2020'
              huizhi search '电池 NEAR5 管理' --sort newest --limit 50 --json
              huizhi search '石墨烯 散热膜' --explain
              huizhi search --like claim.txt 'AD<2020'

            Exit status: 0 also when nothing was found; 2 when the query is not understood.
            """
    )

    /// The orders that can be asked for.
    enum Sort: String, ExpressibleByArgument, CaseIterable {
        case relevance, newest, oldest
    }

    @OptionGroup var options: DataOptions
    @Flag(help: "Print one JSON object.") var json = false
    @Option(parsing: .unconditional, help: "Hits to print, at most 100,000.") var limit = 10
    @Option(parsing: .unconditional, help: "Hits to leave out before the first.") var offset = 0
    @Option(help: "relevance, newest or oldest.") var sort: Sort = .relevance
    @Flag(help: "Show one record of each patent family.") var families = false
    @Flag(help: "Show every factor of the scores.") var explain = false
    @Option(
        help: "Find records like the text of a file (plain text, Word, PDF, patent XML); - reads the standard input."
    )
    var like: String?
    @Option(help: "One register: patent, design, trademark, gi or layout.") var register: String?
    @Argument(help: "A query in the query language; nothing finds everything.") var query: [String] = []

    func validate() throws {
        guard (0...100_000).contains(limit) else { throw ValidationError("--limit must be between 0 and 100000") }
        guard offset >= 0 else { throw ValidationError("--offset must not be negative") }
        if explain, sort != .relevance { throw ValidationError("--explain needs --sort relevance") }
        if let register, Register(rawValue: register) == nil {
            throw ValidationError(
                "--register must be one of \(Register.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
    }

    func run() async throws {
        try await Console.run {
            let text = query.joined(separator: " ")
            let installation = try await Installation.openExisting(options.settings())
            try await QueryErrors.explained(text, json: json) {
                let line = IndexProgressLine()
                let behind = try await installation.prepareIndex { line.show($0) }
                line.end()
                var limits = Search.Options()
                limits.maximumPage = 100_000
                limits.maximumOffset = 1_000_000
                let search = installation.search(options: limits)
                var question = SearchQuestion(
                    text: text,
                    register: register.flatMap(Register.init(rawValue:)),
                    order: order,
                    groupsFamilies: families,
                    limit: limit,
                    offset: offset
                )
                question.explainsScores = explain
                question.like = try like.map(Console.text)
                let answer = try await search(question)
                if behind > 0 { Console.note("huizhi: \(behind) changes are not in this answer yet") }
                if json { try Console.json(SearchOutput(answer, behind: behind)) } else { printTable(answer) }
            }
            try await installation.close()
        }
    }

    private var order: SearchQuestion.Order {
        switch sort {
        case .relevance: .relevance
        case .newest: .newest
        case .oldest: .oldest
        }
    }

    private func printTable(_ answer: SearchAnswer) {
        for note in answer.notes { Console.note("\(note.zh) / \(note.en)") }
        let samples = answer.samples > 0 ? ", 另有示例 \(answer.samples) 件 (samples)" : ""
        Console.print("\(answer.isExact ? "" : "≥ ")\(answer.records) 件 (records)\(samples)")
        if let families = answer.families {
            Console.print(
                "\(answer.isExact ? "" : "≥ ")合并同族后 \(families.records) 件 (after grouping)"
                    + (families.samples > 0 ? ", 另有示例 \(families.samples) 件 (samples)" : "")
            )
        }
        for hit in answer.hits {
            let badge = hit.right.bibliography.sample == true ? "示例 " : ""
            let date = hit.right.bibliography.publication?.date ?? hit.right.bibliography.application?.date
            Console.print("\(hit.id)\t\(date?.description ?? "")\t\(badge)\(hit.title.plain)")
            if let explanation = hit.explanation { printFactors(explanation) }
        }
    }

    private func printFactors(_ explanation: ExplanationDocument) {
        func short(_ value: Double) -> String { "\((value * 1_000).rounded() / 1_000)" }
        Console.print("    \(short(explanation.score)) 得分 (score)")
        for word in explanation.words {
            let forms = word.forms.joined(separator: " ")
            if word.frequency == 0 {
                Console.print("    0\t\(forms)\t本件没有 (not in this record)")
                continue
            }
            let boost = word.boost == 1 ? "" : "\(short(word.boost)) x "
            let saturated = "\(short(word.frequency)) / (\(short(explanation.saturation)) + \(short(word.frequency)))"
            Console.print(
                "    \(short(word.score)) = \(boost)\(short(word.idf)) x \(saturated)\t\(forms)"
                    + "\t\(word.documents) / \(explanation.documents)"
            )
            for field in word.fields {
                let length = "1 - \(explanation.b) + \(explanation.b) x \(field.length) / \(short(field.meanLength))"
                Console.print(
                    "        \(short(field.part)) = \(short(field.weight)) x \(field.frequency) / (\(length))\t\(field.form)"
                        + "\t\(field.field.zh) (\(field.field.en))"
                )
            }
        }
    }
}

/// The answer of `search --json`.
private struct SearchOutput: Encodable {
    struct Hit: Encodable {
        var id: String
        var register: String
        var title: String
        var score: Double?
        var date: String?
        var sample: Bool
        var familyHits: Int?
        var explanation: ExplanationDocument?
    }

    var total: Int
    var records: Int
    var samples: Int
    var families: CountDocument?
    var exact: Bool
    var snapshot: UInt64
    var milliseconds: Double
    var behind: Int64?
    var query: String
    var notes: [String]
    var hits: [Hit]

    init(_ answer: SearchAnswer, behind: Int64) {
        total = answer.total
        records = answer.records
        samples = answer.samples
        families = answer.families.map { CountDocument(records: $0.records, samples: $0.samples) }
        exact = answer.isExact
        snapshot = answer.sequence
        let elapsed = answer.elapsed.components
        milliseconds = Double(elapsed.seconds) * 1_000 + Double(elapsed.attoseconds) * 1e-15
        self.behind = behind > 0 ? behind : nil
        query = answer.parsed.printed()
        notes = answer.notes.map { "\($0.zh) / \($0.en)" }
        hits = answer.hits.map { hit in
            let record = hit.right.bibliography
            return Hit(
                id: hit.id.description,
                register: hit.id.register.rawValue,
                title: hit.title.plain,
                score: hit.score,
                date: (record.publication?.date ?? record.application?.date)?.description,
                sample: record.sample == true,
                familyHits: answer.families == nil ? nil : hit.familyHits,
                explanation: hit.explanation
            )
        }
    }
}
