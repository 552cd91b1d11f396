import App
import ArgumentParser
import Declarations
import Domain
import Identity
import Registers
import Store

/// `huizhi definitions`.
struct DefinitionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "definitions",
        abstract: "Check and publish the files that declare registers, code lists and plans.",
        discussion: """
            ACTIONS
              definitions check [FOLDER]     tell every mistake with file and line
              definitions diff [FOLDER]      what the files change in what is in force
              definitions publish [FOLDER]   put them in force, on all nodes
              definitions list               what is in force
              definitions show NAME          the text in force of a register, or of codes/NAME, plans/NAME ...

            FOLDER has the folders registers, codes, calendars, indicators and plans, one YAML file for each; without it the folder \
            Definitions that comes with the program is read.

            EXAMPLES
              huizhi definitions check city
              huizhi definitions --data data diff city
              huizhi definitions --data data publish city

            What old entries may not fit is published only with --decide. A running node knows a new version within \
            seconds. Exit status: 0 done; 1 something is wrong.
            """
    )

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument {
        case check, diff, publish, list, show
    }

    @OptionGroup var options: DataOptions
    @Flag(help: "Of publish: also what old entries may not fit.") var decide = false
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: "check, diff, publish, list or show.") var action: Action
    @Argument(help: "A folder, or the name of a register.") var word: String?

    private struct Line: Encodable {
        var kind: String
        var name: String
        var version: Int64
        var label: Bilingual?
        var changes: [Change]?
    }

    private struct Change: Encodable {
        var effect: String
        var message: String
    }

    private struct Problem: Encodable {
        var file: String
        var line: Int
        var message: String
    }

    func validate() throws {
        if decide, action != .publish { throw ValidationError("--decide belongs to publish") }
        if action == .list, word != nil { throw ValidationError("list takes no further word") }
        if action == .show, word == nil {
            throw ValidationError(
                "show takes the name of a register, or codes/NAME, calendars/NAME, indicators/NAME, plans/NAME"
            )
        }
    }

    func run() async throws {
        try await Console.run {
            if action == .check { return try check() }
            let settings = try options.settings()
            let files = action == .list || action == .show ? [] : try folder().files()
            let installation =
                action == .publish
                ? try await Installation.open(settings) : try await Installation.openExisting(settings)
            do {
                try await act(installation, files)
            } catch {
                try await installation.close()
                throw error
            }
            try await installation.close()
        }
    }

    private func folder() throws -> DefinitionFolder {
        guard let path = try word ?? options.settings().definitionFolder else {
            throw Failure.unavailable(reason: "there is no folder Definitions beside the program; name a folder")
        }
        return DefinitionFolder(path: path)
    }

    private func check() throws {
        let folder = try folder()
        let files = try folder.files()
        guard !files.isEmpty else {
            throw Failure.notFound(what: "any file registers/NAME.yaml or codes/NAME.yaml in \(folder.path)")
        }
        // What comes with the program may be referred to.
        let shipped = try options.settings().definitionFolder.map { try DefinitionFolder(path: $0).files() } ?? []
        let others = shipped.filter { one in !files.contains { $0.kind == one.kind && $0.name == one.name } }
        let set = DeclarationSet(files + others, vocabulary: DefinitionsInForce.vocabulary)
        let paths = Set(files.map(\.path))
        try tell(set.problems.filter { paths.contains($0.file) })
        if json { return }
        let counts = DeclarationFile.Kind.allCases.map { kind in "\(files.count { $0.kind == kind }) \(kind.folder)" }
        Console.print(counts.joined(separator: ", ") + ": no mistake")
    }

    private func tell(_ problems: [DeclarationProblem]) throws {
        if json {
            try Console.json(problems.map { Problem(file: $0.file, line: $0.line, message: $0.message) })
        } else {
            for problem in problems { Console.note(problem.description) }
        }
        guard problems.isEmpty else {
            Console.note("huizhi: \(problems.count) \(problems.count == 1 ? "mistake" : "mistakes")")
            throw ExitCode(1)
        }
    }

    private func act(_ installation: Installation, _ files: [DeclarationFile]) async throws {
        switch action {
        case .check: return
        case .list: try list(try await installation.store.definitionsInForce())
        case .show: try await show(installation)
        case .diff, .publish:
            let publish = installation.publishDefinitions
            let plan = try await publish.plan(files)
            guard plan.problems.isEmpty else { return try tell(plan.problems) }
            if action == .diff {
                try print(plan.steps.filter(\.isNew), none: "the files say what is in force")
                if !json { for other in plan.others { Console.print("\(other)\tin force, without a file here") } }
            } else {
                try print(
                    try await publish(plan, deciding: decide, by: .operator),
                    none: "the files say what is in force; nothing was published",
                    isDone: true
                )
            }
        }
    }

    private func print(_ steps: [PublishDefinitions.Step], none: String, isDone: Bool = false) throws {
        if json {
            let lines = steps.map { step in
                Line(
                    kind: step.kind.rawValue,
                    name: step.name,
                    version: step.version + (isDone ? 1 : 0),
                    changes: step.changes.map { Change(effect: $0.effect.rawValue, message: $0.message) }
                )
            }
            return try Console.json(lines)
        }
        if steps.isEmpty { Console.print(none) }
        for step in steps {
            let version = isDone ? "version \(step.version + 1)" : step.version == 0 ? "new" : step.effect.rawValue
            Console.print("\(step.kind.folder)/\(step.name)\t\(version)")
            for change in step.changes { Console.print("  \(change.effect.rawValue): \(change.message)") }
        }
    }

    private func list(_ inForce: DefinitionsInForce) throws {
        let lines = DeclarationFile.Kind.allCases.flatMap { kind in
            (inForce.versions[kind] ?? [:]).sorted { $0.key < $1.key }.map { name, version in
                Line(
                    kind: kind.rawValue,
                    name: name,
                    version: version,
                    label: inForce.set.label(of: name, kind)
                )
            }
        }
        if json { return try Console.json(lines) }
        if lines.isEmpty {
            Console.print("nothing is published; `huizhi definitions publish` publishes what comes with the program")
        }
        for line in lines {
            let label = line.label.map { "\($0.zh) / \($0.en)" } ?? ""
            Console.print("\(line.kind)\t\(line.name)\tversion \(line.version)\t\(label)")
        }
    }

    private func show(_ installation: Installation) async throws {
        let word = word ?? ""
        // A register is named alone, what is of another kind with its folder.
        let named = DeclarationFile.Kind.allCases.first { word.hasPrefix($0.folder + "/") }
        let kind = named ?? .register
        let name = named.map { String(word.dropFirst($0.folder.count + 1)) } ?? word
        guard
            let definition = try await installation.store.definitions(kind: kind.rawValue).first(where: {
                $0.name == name
            })
        else { throw Failure.notFound(what: "a definition \(word)") }
        Console.print(definition.text.hasSuffix("\n") ? String(definition.text.dropLast()) : definition.text)
    }
}
