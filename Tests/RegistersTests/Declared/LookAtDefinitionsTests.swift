import Declarations
import Domain
import Foundation
import Identity
import Store
import Testing

@testable import Registers

/// What is in force, its versions, and how stored entries stand to what is to come.
struct LookAtDefinitionsTests {
    private func file(_ name: String, _ text: String, _ kind: DeclarationFile.Kind = .register) -> DeclarationFile {
        DeclarationFile(kind: kind, name: name, path: "\(kind.folder)/\(name).yaml", text: text)
    }

    private func administrator(_ role: Role, isStrong: Bool = true, in scope: Scope = .nation) -> Administrator {
        .caller(
            Caller(
                account: "account/ada",
                name: "示例",
                session: [1],
                roles: [HeldRole(role, scope, from: 0)],
                isStrong: isStrong,
                confirmedAt: 0
            ),
            Origin(address: "192.0.2.7", agent: "")
        )
    }

    @Test func `versions say who published them and why, and publishing is an event of the account`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let changed = DeclaredFixture.notes.replacing("zh: 记录", with: "zh: 记事")
            let plan = try await fixture.publish.plan([
                file("note", changed), file("file", DeclaredFixture.files[3].text),
            ])
            let ada = administrator(.systemAdministrator)
            #expect(try await fixture.publish(plan, by: ada, reason: "正名").map(\.name) == ["note"])
            let look = try await fixture.publish.look(at: .register, "note", ada)
            #expect(look.versions.map(\.definition.version) == [2, 1] && look.versions[0].definition.text == changed)
            #expect(
                look.versions.map(\.publication) == [
                    Publication(by: "account/ada", reason: "正名"), Publication(by: "operator", reason: ""),
                ]
            )
            let events = try await place.store.events(AuditFilter(account: "account/ada"), before: nil, limit: 10)
            #expect(events.map(\.event.kind) == ["definitionsPublished"])
            #expect(events.map(\.event.detail) == ["registers/note 2: 正名"])
            // What changes nothing is no event.
            _ = try await fixture.publish(fixture.publish.plan([file("note", changed)]), by: ada, reason: "又")
            #expect(
                try await place.store.events(AuditFilter(account: "account/ada"), before: nil, limit: 10).count == 1
            )
            #expect(try await fixture.publish.look(at: .codes, "note", ada).versions.isEmpty)
        }
    }

    @Test func `the list counts entries and compares with the folder of the node`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            _ = try await fixture.note(EntryContent(fields: ["name": .text("甲"), "region": .text("610100")]))
            let folder = place.folder + "/definitions"
            try FileManager.default.createDirectory(atPath: folder + "/registers", withIntermediateDirectories: true)
            for (name, text) in [
                ("note", DeclaredFixture.notes), ("outlet", DeclaredFixture.outlets + "# other\n"),
                ("town", "label: ["),
            ] {
                try text.write(toFile: folder + "/registers/\(name).yaml", atomically: true, encoding: .utf8)
            }
            let publish = PublishDefinitions(
                store: place.store,
                cache: fixture.cache,
                folder: DefinitionFolder(path: folder)
            )
            let (lines, waiting) = try await publish.list(.operator)
            #expect(lines.map(\.name) == ["centre", "file", "note", "outlet"])
            #expect(lines.map(\.entries) == [0, 0, 1, 0] && lines[2].label?.en == "Notes")
            #expect(lines.map(\.standing) == [.none, .none, .same, .differs])
            #expect(waiting.map(\.name) == ["town"])
            #expect(try await publish.look(at: .register, "town", .operator).folderText == "label: [")
        }
    }

    @Test func `nobody but a system administrator of the nation with a second factor looks`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            for who in [
                administrator(.staff), administrator(.securityAdministrator), administrator(.auditAdministrator),
                administrator(.systemAdministrator, isStrong: false),
                administrator(.systemAdministrator, in: .region("61")),
            ] {
                await #expect(throws: Failure.notAllowed(action: "publishDefinitions")) {
                    _ = try await fixture.publish.list(who)
                }
                await #expect(throws: Failure.notAllowed(action: "publishDefinitions")) {
                    _ = try await fixture.publish.look(at: .register, "note", who)
                }
            }
        }
    }

    @Test func `entries are tried before somebody decides, by field and without their values`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            var ids: [String] = []
            for (name, people) in [("甲", "3"), ("乙", "12"), ("丙", nil)] as [(String, String?)] {
                var fields: [String: FieldValue] = ["name": .text(name), "region": .text("610100")]
                if let people { fields["people"] = .text(people) }
                ids.append(try await fixture.note(EntryContent(fields: fields)))
            }
            func trial(_ text: String) async throws -> [PublishDefinitions.Trial] {
                try await fixture.publish.trial(fixture.publish.plan([file("note", text)]))
            }
            let limited = DeclaredFixture.notes.replacing(
                "people: {type: number,",
                with: "people: {type: number, most: 9, required: yes,"
            )
            #expect(
                try await trial(limited) == [
                    .init(
                        register: "note",
                        label: Bilingual("记录", "Notes"),
                        entries: 3,
                        isWhole: true,
                        misfits: 2,
                        fields: [.init(name: "people", entries: 2)]
                    )
                ]
            )
            // A value that two entries have, and one that is shown no more.
            let unique = DeclaredFixture.notes.replacing(
                "region: {type: region,",
                with: "region: {type: region, unique: yes,"
            ).replacing("  people: {type: number, label: {zh: 人数, en: People}}\n", with: "")
            let found = try await trial(unique)
            // The first of those that agree is right; where that is the one without people, nothing of it is wrong.
            #expect(found.map(\.misfits) == [ids.min() == ids[2] ? 2 : 3])
            #expect(
                found.first?.fields == [.init(name: "people", entries: 2), .init(name: "region", entries: 2)]
            )
            // What nobody has to decide is not tried.
            #expect(try await trial(DeclaredFixture.notes.replacing("记录", with: "记事")).isEmpty)
        }
    }

    @Test func `a code that is taken away is tried with the entries of each register that chooses from its list`()
        async throws
    {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let codes = "label: {zh: 类型, en: Kinds}\ncodes:\n  a: {zh: 甲, en: A}\n  b: {zh: 乙, en: B}\n"
            let town = """
                label: {zh: 小镇, en: Towns}
                write: [staff]
                place: {region: region}
                fields:
                  name: {type: text, label: {zh: 名称, en: Name}, required: yes}
                  region: {type: region, label: {zh: 地区, en: Region}, required: yes}
                  kind: {type: choice, codes: kind, label: {zh: 类型, en: Kind}}
                """
            _ = try await fixture.publish(
                fixture.publish.plan([file("town", town), file("kind", codes, .codes)]),
                by: .operator
            )
            for code in ["a", "b", "b"] {
                let content = EntryContent(
                    fields: ["name": .text("示例"), "region": .text("610100"), "kind": .text(code)]
                )
                _ = try await fixture.entries.save(.init(register: "town", content: content), .operator)
            }
            let less = codes.replacing("  b: {zh: 乙, en: B}\n", with: "")
            let plan = try await fixture.publish.plan([file("kind", less, .codes)])
            let trials = try await fixture.publish.trial(plan)
            #expect(trials.map(\.register) == ["town"] && trials.map(\.entries) == [3])
            #expect(trials.map(\.misfits) == [2] && trials.first?.fields == [.init(name: "kind", entries: 2)])
        }
    }
}
