import Declarations
import Domain
import Links
import Pages
import Registers

extension DefinitionsPage.Line {
    init(_ line: PublishDefinitions.Line, _ language: PageLanguage) {
        self.init(
            name: line.name,
            label: line.label?.text(in: language.rawValue) ?? "",
            version: Int(line.version),
            published: Moment.china(line.published),
            entries: line.entries.map { Int($0) },
            standing: line.standing.rawValue
        )
    }
}

extension DefinitionPage.Line {
    init(_ line: LineDifference) {
        switch line {
        case .same(let number, let text): self = .same(number, text, notes: [])
        case .removed(let number, let text): self = .removed(number, text)
        case .added(let number, let text): self = .added(number, text)
        case .skipped(let count): self = .skipped(count)
        }
    }

    /// The lines with problems and what stands around them.
    static func wrong(_ text: String, _ problems: [DeclarationProblem]) -> [DefinitionPage.Line] {
        let notes = Dictionary(grouping: problems.filter { $0.line > 0 }, by: \.line).mapValues { $0.map(\.message) }
        guard let last = notes.keys.max() else { return [] }
        let lines = LineDifference.lines(text)
        var shown: [DefinitionPage.Line] = []
        var skipped = 0
        // A problem at the end may name the line behind the last one.
        for number in 1...max(lines.count, last) {
            guard notes.keys.contains(where: { abs($0 - number) <= LineDifference.context }) else {
                skipped += 1
                continue
            }
            if skipped > 0 { shown.append(.skipped(skipped)) }
            skipped = 0
            let line = number <= lines.count ? lines[number - 1] : ""
            shown.append(.same(number, line, notes: notes[number] ?? []))
        }
        if skipped > 0 { shown.append(.skipped(skipped)) }
        return shown
    }
}

extension DefinitionPage.Trial {
    init(_ trial: PublishDefinitions.Trial) {
        self.init(
            register: trial.register,
            entries: trial.entries,
            misfits: trial.misfits,
            isWhole: trial.isWhole,
            fields: trial.fields.map { Field(name: $0.name, entries: $0.entries) }
        )
    }
}
