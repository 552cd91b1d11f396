import App
import ArgumentParser
import Declarations
import Domain
import Registers

/// `huizhi figures`.
struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Count what the indicators of the plan say, with the rows behind them.",
        discussion: """
            Without a name all indicators are listed with their figures for the nation. Samples never count.

            EXAMPLES
              huizhi figures --data data
              huizhi figures --data data prefecture-coverage --region 陕西
              huizhi figures --data data key-outlets --rows
            """
    )

    @OptionGroup var options: DataOptions
    @Option(help: "A division by code or name. (default: the nation)") var region: String?
    @Flag(help: "Print the entries behind the figure.") var rows = false
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: "An indicator.") var name: String?

    private struct Line: Encodable {
        var indicator: String
        var version: Int64
        var zh: String
        var en: String
        var region: String?
        var count: Int
        var of: [Share]
        var target: Int?
        var by: String?
        var gaps: [String]
        var entries: [String]
        var sequence: Int64
    }

    private struct Share: Encodable {
        var label: Bilingual
        var all: Int?
        var percent: String?
    }

    func validate() throws {
        if name == nil, region != nil || rows { throw ValidationError("--region and --rows belong to one indicator") }
    }

    func run() async throws {
        try await Console.run {
            let installation = try await Installation.openExisting(try options.settings())
            do {
                try await act(installation.figures)
            } catch {
                try await installation.close()
                throw error
            }
            try await installation.close()
        }
    }

    private func act(_ figures: Figures) async throws {
        let names = if let name { [name] } else { try await figures.indicators().map(\.name) }
        if names.isEmpty, !json {
            Console.print(
                "no indicator is published; `huizhi definitions publish` publishes those that come with the program"
            )
        }
        var lines: [Line] = []
        for name in names {
            let answer = try await figures(name, in: region)
            if json { lines.append(line(answer)) } else { tell(answer, isAlone: self.name != nil) }
        }
        if json { try Console.json(lines) }
    }

    private func line(_ answer: Figures.Answer) -> Line {
        Line(
            indicator: answer.indicator.name,
            version: answer.version,
            zh: answer.indicator.label.zh,
            en: answer.indicator.label.en,
            region: answer.region?.digits,
            count: answer.figure.count,
            of: zip(answer.indicator.denominators, zip(answer.figure.of, answer.figure.shares)).map {
                Share(label: $0.label, all: $1.0, percent: $1.1.map(Self.percent))
            },
            target: answer.indicator.target?.least,
            by: answer.indicator.target?.by.description,
            gaps: answer.gaps.map(\.digits),
            entries: rows ? answer.figure.entries : [],
            sequence: answer.size
        )
    }

    private func tell(_ answer: Figures.Answer, isAlone: Bool) {
        let (indicator, figure) = (answer.indicator, answer.figure)
        Console.print("\(indicator.name)\t\(indicator.label.zh) / \(indicator.label.en)")
        Console.print("  \(answer.region?.words.zh ?? "全国 / nation")\t\(Self.words(figure, indicator))")
        if let target = indicator.target {
            Console.print(
                "  target\tat least \(target.least)\(indicator.denominators.isEmpty ? "" : " %") by \(target.by)"
            )
        }
        guard isAlone else { return }
        for (region, figure) in answer.below {
            Console.print("  \(region.digits) \(region.words.zh)\t\(Self.words(figure, indicator))")
        }
        if !answer.gaps.isEmpty { Console.print("  without any\t\(answer.gaps.count)") }
        if rows { for entry in figure.entries { Console.print(entry) } }
    }

    private static func words(_ figure: IndicatorTally.Figure, _ indicator: IndicatorDeclaration) -> String {
        guard !indicator.denominators.isEmpty else { return String(figure.count) }
        return zip(indicator.denominators, zip(figure.of, figure.shares)).map { denominator, values in
            guard let all = values.0, let share = values.1 else { return "不适用 / not applicable" }
            return "\(percent(share)) % (\(figure.count) of \(all), \(denominator.label.zh))"
        }.joined(separator: "; ")
    }

    private static func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
