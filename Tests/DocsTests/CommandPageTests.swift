import Foundation
import Testing

/// Docs name every subcommand with its options, every setting, and what else has a name in the sources.
struct CommandPageTests {
    /// A subcommand as its source declares it.
    private struct Command {
        let name: String
        let options: Set<String>
        let arguments: Set<String>

        init?(_ source: String) {
            guard let name = source.firstMatch(of: /commandName: "(\w+)"/)?.output.1, name != "huizhi" else {
                return nil
            }
            self.name = String(name)
            var options: Set<String> =
                source.contains("@OptionGroup var options: DataOptions")
                ? ["--data", "--database"] : []
            var arguments: Set<String> = []
            let declarations = source.matches(
                of: /@(Option|Flag|Argument)(?:\(((?:[^()]|\([^()]*\))*)\))?\s+(?:private\s+)?var\s+(\w+)/
            )
            for declaration in declarations {
                let name = String(declaration.output.3)
                if declaration.output.1 == "Argument" {
                    arguments.insert(name)
                } else {
                    let custom = declaration.output.2?.firstMatch(of: /customLong\("([\w-]+)"\)/)?.output.1
                    options.insert("--" + (custom.map(String.init) ?? Self.hyphened(name)))
                }
            }
            self.options = options
            self.arguments = arguments
        }

        private static func hyphened(_ name: String) -> String {
            name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
        }
    }

    private static func commands() throws -> [Command] {
        try Repository.files(below: "Sources/Programs/huizhi", ending: ".swift").flatMap { path in
            // Two subcommands may share a file: each begins with its own type.
            try Repository.text(path).split(separator: "AsyncParsableCommand {").dropFirst()
                .compactMap { Command(String($0)) }
        }
    }

    @Test func `every subcommand has a part with all its options and no others`() throws {
        let page = Markdown(try Repository.text("Docs/Use/command-line.md"))
        let commands = try Self.commands()
        let parts = page.sections.map(\.title).filter { $0.hasPrefix("huizhi ") }.map { String($0.dropFirst(7)) }
        #expect(Set(parts) == Set(commands.map(\.name)))
        for command in commands {
            let part = try #require(page.section("huizhi " + command.name), "\(command.name)")
            let rows = part.rows.filter { $0.count == 3 }.map { $0[0] }
            let documented = rows.flatMap(\.codeSpans).flatMap { $0.matches(of: /--[a-z-]+/).map { String($0.output) } }
            #expect(Set(documented) == command.options, "\(command.name)")
            for argument in command.arguments {
                #expect(rows.contains { $0.contains("(\(argument))") }, "\(command.name) \(argument)")
            }
        }
    }

    // MARK: Settings

    @Test func `every variable that is read is documented, and no other`() throws {
        let rows = Markdown(try Repository.text("Docs/Operate/settings.md")).sections.flatMap(\.rows)
        let documented = Set(rows.flatMap { $0[0].codeSpans })
        var read: Set<String> = []
        let paths = try Repository.files(below: "Sources", ending: ".swift") + ["run", "test"]
        for path in paths {
            for match in try Repository.text(path).matches(of: /HUIZHI_[A-Z]+(?:_[A-Z]+)*/) {
                read.insert(String(match.output))
            }
        }
        #expect(documented == read)
    }

    @Test func `the list of settings is the one that the program reads`() throws {
        let source = try Repository.text("Sources/Programs/App/Settings.swift")
        let start = try #require(source.range(of: "static let variables = ["))
        let list = source[start.upperBound...].prefix { $0 != "]" }
        let rows = Markdown(try Repository.text("Docs/Operate/settings.md")).section("Settings")?.rows ?? []
        #expect(rows.flatMap { $0[0].codeSpans } == list.matches(of: /"(\w+)"/).map { String($0.output.1) })
    }

    // MARK: Import

    @Test func `every column of tables is documented`() throws {
        let source = try Repository.text("Sources/Data/Formats/Tabular/TableColumn.swift")
        let start = try #require(source.range(of: "private static let names"))
        let names = source[start.upperBound...].matches(of: /"([^"]+)"/).map { String($0.output.1) }
        let rows = Markdown(try Repository.text("Docs/Use/import.md")).section("Columns of tables")?.rows ?? []
        let documented = Set(rows.flatMap { $0[0].components(separatedBy: " · ") })
        #expect(names.count > 100)
        #expect(Set(names) == documented)
    }

    @Test func `every format is documented`() throws {
        let source = try Repository.text("Sources/Data/Formats/SourceFormat.swift")
        let cases = source.matches(of: /\n    case (\w+)(?: = "([\w-]+)")?/)
            .map { String($0.output.2 ?? $0.output.1) }
        let rows = Markdown(try Repository.text("Docs/Use/import.md")).section("Formats")?.rows ?? []
        #expect(rows.flatMap { $0[0].codeSpans } == cases)
    }

    @Test func `every limit of the readers is documented`() throws {
        let text = try Repository.text("Docs/Use/import.md")
        for path in ["Tabular/TabularOptions.swift", "XML/XMLOptions.swift", "Container/ContainerOptions.swift"] {
            for match in try Repository.text("Sources/Data/Formats/" + path).matches(
                of: /package var (\w+)(?:: Int64)? =/
            ) {
                #expect(text.contains("`\(match.output.1)`"), "\(match.output.1)")
            }
        }
    }

    // MARK: Running

    @Test func `every kind of finding is documented`() throws {
        let source = try Repository.text("Sources/Data/Store/Verification/Finding.swift")
        let kinds = source.matches(of: /\n        case (\w+)(?: = "([\w-]+)")?\n/).map {
            String($0.output.2 ?? $0.output.1)
        }
        let rows = Markdown(try Repository.text("Docs/Operate/data-folder.md")).section("Checking")?.rows ?? []
        #expect(rows.flatMap { $0[0].codeSpans } == kinds)
    }

    @Test func `every metric is documented with its kind, and no other`() throws {
        let source = try Repository.text("Sources/Delivery/Web/Site/Site+Metrics.swift")
        let served = source.matches(of: /family\(\s*"(\w+)",\s*\.(\w+),/).map {
            [String($0.output.1), String($0.output.2)]
        }
        let rows = Markdown(try Repository.text("Docs/Operate/cluster.md")).section("Metrics")?.rows ?? []
        #expect(served.count > 15)
        #expect(rows.map { [$0[0].codeSpans.first ?? "", $0[1]] } == served)
    }

    @Test func `addresses for health are those that are served`() throws {
        let rows = Markdown(try Repository.text("Docs/Operate/run.md")).section("Health")?.rows ?? []
        let source = try Repository.text("Sources/Delivery/Web/Routing/Route.swift")
        let served = source.matches(of: /"(\/health\/\w+)"/).map { String($0.output.1) }
        #expect(rows.flatMap { $0[0].codeSpans } == served)
    }
}
