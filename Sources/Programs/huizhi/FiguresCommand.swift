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
              huizhi figures --data data key-outlets --trend
              huizhi figures --data data prefecture-coverage --region 陕西 --month 2025-06
              huizhi figures --data data key-outlets --month 2025-06 --rows
            """
    )

    @OptionGroup var options: DataOptions
    @Option(help: "A division by code or name. (default: the nation)") var region: String?
    @Flag(help: "Print the entries behind the figure, with --month those of that time.") var rows = false
    @Flag(help: "Print what it was at the end of each month.") var trend = false
    @Option(help: "Print what it was at the end of a month, as 2025-06.") var month: String?
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: "An indicator.") var name: String?

    private struct Line: Encodable {
        var indicator: String
        var version: Int64
        var zh: String
        var en: String
        var region: String?
        var month: String?
        var count: Int
        var of: [Share]
        var target: Int?
        var by: String?
        var gaps: [String]
        var entries: [String]
        var trend: [Month]
        var sequence: Int64
    }

    private struct Month: Encodable {
        var month: String
        var count: Int
        var percents: [String?]
        /// The version of the definition that was in force at its end, and what counted by it.
        var version: Int64?
        var counted: Int?
    }

    private struct Share: Encodable {
        var label: Bilingual
        var count: Int?
        var all: Int?
        var percent: String?
    }

    func validate() throws {
        if name == nil, region != nil || rows || trend || month != nil {
            throw ValidationError("--region, --rows, --trend and --month belong to one indicator")
        }
        if let month, CivilMonth(month) == nil {
            throw ValidationError("--month is '\(month)'; write a year and a month, as 2025-06")
        }
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
            let answer = try await figures(name, in: region, at: month)
            let months = trend || month != nil ? try await self.months(figures, name) : []
            if json {
                lines.append(line(answer, months))
            } else {
                tell(answer, isAlone: self.name != nil && !trend)
                if rows { for entry in answer.entries { Console.print(entry) } }
                guard month == nil else { continue }
                for month in months { Console.print("  \(month.month)\t\(Self.words(month.figure, answer.indicator))") }
            }
        }
        if json { try Console.json(lines) }
    }

    /// The months that are asked for.
    private func months(_ figures: Figures, _ name: String) async throws -> [Figures.Trend.Month] {
        let months = try await figures.trend(name, in: region).months
        return months.filter { month == nil || $0.month.description == month }
    }

    private func line(_ answer: Figures.Answer, _ months: [Figures.Trend.Month]) -> Line {
        Line(
            indicator: answer.indicator.name,
            version: answer.version,
            zh: answer.indicator.label.zh,
            en: answer.indicator.label.en,
            region: answer.region?.digits,
            month: answer.month?.description,
            count: answer.figure.count,
            of: zip(answer.indicator.denominators, answer.figure.shares).map { denominator, share in
                Share(
                    label: denominator.label,
                    count: share?.count,
                    all: share?.all,
                    percent: share.map { Self.percent($0.tenths) }
                )
            },
            target: answer.indicator.target?.least,
            by: answer.indicator.target?.by.description,
            gaps: answer.gaps.map(\.region.digits),
            entries: rows ? answer.entries : [],
            trend: months.map { month in
                Month(
                    month: month.month.description,
                    count: month.figure.count,
                    percents: month.figure.shares.map { $0.map { Self.percent($0.tenths) } },
                    version: month.then?.version,
                    counted: month.then?.figure.count
                )
            },
            sequence: answer.size
        )
    }

    private func tell(_ answer: Figures.Answer, isAlone: Bool) {
        let (indicator, figure) = (answer.indicator, answer.figure)
        Console.print("\(indicator.name)\t\(indicator.label.zh) / \(indicator.label.en)")
        let time = answer.month.map { " \($0)" } ?? ""
        Console.print("  \(answer.region?.words.zh ?? "全国 / nation")\(time)\t\(Self.words(figure, indicator))")
        if let target = indicator.target {
            Console.print(
                "  target\tat least \(target.least)\(indicator.denominators.isEmpty ? "" : " %") by \(target.by)"
            )
        }
        guard isAlone else { return }
        for (code, count) in answer.parts { Console.print("  \(code.label.zh)\t\(count)") }
        for below in answer.below {
            let words = below.isKnown ? Self.words(below.figure, indicator) : "暂无数据 / no data"
            Console.print("  \(below.region.digits) \(below.region.words.zh)\t\(words)")
        }
        if !answer.gaps.isEmpty { Console.print("  without any\t\(answer.gaps.count)") }
    }

    private static func words(_ figure: IndicatorMeasure.Figure, _ indicator: IndicatorDeclaration) -> String {
        guard !indicator.denominators.isEmpty else { return String(figure.count) }
        return zip(indicator.denominators, figure.shares).map { denominator, share in
            guard let share else { return "不适用 / not applicable" }
            return "\(percent(share.tenths)) % (\(share.count) of \(share.all), \(denominator.label.zh))"
        }.joined(separator: "; ")
    }

    private static func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
