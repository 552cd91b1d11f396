import Declarations
import Store
import Testing

@testable import Registers

/// What a node publishes of its folder when it starts.
struct DefinitionsAtStartTests {
    private static func file(_ kind: DeclarationFile.Kind, _ name: String, _ text: String) -> DeclarationFile {
        DeclarationFile(kind: kind, name: name, path: "\(kind.folder)/\(name).yaml", text: text)
    }

    private static let files = [
        file(.codes, "topic", TownRegister.codes["topic"] ?? ""),
        file(
            .register,
            "road",
            """
            label: {zh: 道路, en: Roads}
            write: [staff]
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, required: yes}
              topic: {type: choice, codes: topic, label: {zh: 主题, en: Topic}}
            """
        ),
    ]

    /// The same files with something of one of them replaced.
    private static func changed(_ name: String, _ old: String, _ new: String) -> [DeclarationFile] {
        files.map { $0.name == name ? file($0.kind, $0.name, $0.text.replacing(old, with: new)) : $0 }
    }

    @Test func `new files and harmless changes are published, and the same files change nothing`() async throws {
        try await withWorkplace { place in
            let publish = PublishDefinitions(store: place.store, cache: DefinitionCache(store: place.store))
            #expect(try await publish.atStart(Self.files).published.map(\.name) == ["topic", "road"])
            #expect(try await publish.atStart(Self.files).published.isEmpty)
            let start = try await publish.atStart(Self.changed("road", "en: Topic}", "en: Subject}"))
            #expect(start.published.map(\.name) == ["road"] && start.undecided.isEmpty && start.problems.isEmpty)
            #expect(try await place.store.definitionVersions(kind: "register") == ["road": 2])
            // An older program does not put its text back.
            #expect(try await publish.atStart(Self.files).published.isEmpty)
            #expect(try await place.store.definitionVersions(kind: "register") == ["road": 2])
        }
    }

    @Test func `a change by which old entries may be wrong waits, and so does what needs it`() async throws {
        try await withWorkplace { place in
            let publish = PublishDefinitions(store: place.store, cache: DefinitionCache(store: place.store))
            _ = try await publish.atStart(Self.files)
            let stricter = Self.changed("road", "en: Topic}", "en: Topic}, required: yes")
            let start = try await publish.atStart(stricter)
            #expect(start.undecided.map(\.name) == ["road"] && start.published.isEmpty)
            #expect(
                start.undecided.first?.changes.map(\.message) == ["field 'topic' is required otherwise than before"]
            )
            #expect(try await place.store.definitionVersions(kind: "register") == ["road": 1])
        }
    }

    @Test func `while a file is wrong nothing is published`() async throws {
        try await withWorkplace { place in
            let publish = PublishDefinitions(store: place.store, cache: DefinitionCache(store: place.store))
            let start = try await publish.atStart(Self.changed("road", "codes: topic", "codes: topics"))
            #expect(
                start.problems.map(\.description) == [
                    "registers/road.yaml:5: field 'topic' chooses from 'topics', which is no file of codes (did you mean 'topic'?)"
                ]
            )
            #expect(try await place.store.definitionVersions(kind: "codes").isEmpty)
        }
    }
}
