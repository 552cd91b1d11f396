import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// Declarations that are published, and those that are not.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct PublishDefinitionsTests {
    private func file(_ name: String, _ text: String, _ kind: DeclarationFile.Kind = .register) -> DeclarationFile {
        DeclarationFile(kind: kind, name: name, path: "\(name).yaml", text: text)
    }

    @Test func `a plan tells what is new, what changes and what stays`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let changed = DeclaredFixture.notes.replacing("en: People}}", with: "en: People}, use: [sort]}")
            let plan = try await fixture.publish.plan([
                file("note", changed), file("outlet", DeclaredFixture.outlets),
                file(
                    "town",
                    "label: {zh: 小镇, en: Towns}\nwrite: [staff]\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
                ),
            ])
            #expect(plan.problems.isEmpty && plan.others == ["registers/centre", "registers/file"])
            #expect(plan.steps.map(\.name) == ["note", "outlet", "town"])
            #expect(plan.steps.map(\.version) == [1, 1, 0])
            #expect(plan.steps.map(\.isNew) == [true, false, true])
            #expect(
                plan.steps[0].changes.map(\.message) == ["field 'people' has other uses"]
                    && plan.steps[0].effect == .reindex
            )
            let published = try await fixture.publish(plan, by: .operator)
            #expect(published.map(\.name) == ["note", "town"])
            let inForce = try await fixture.cache.current()
            #expect(inForce.versions[.register] == ["centre": 1, "note": 2, "outlet": 1, "file": 1, "town": 1])
            #expect(try await fixture.publish.plan([file("note", changed)]).steps.map(\.isNew) == [false])
        }
    }

    @Test func `one wrong file keeps all of them from being published`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let plan = try await fixture.publish.plan([
                file(
                    "town",
                    "label: {zh: 小镇, en: Towns}\nwrite: [staff]\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
                ),
                file("note", DeclaredFixture.notes.replacing("type: date", with: "type: dat")),
            ])
            await #expect(
                throws: Failure.invalid(
                    field: "note.yaml:8",
                    reason:
                        "field 'day': 'type' is 'dat' (did you mean 'date'?); write one of text, rich, number, money, date, "
                        + "period, choice, region, organisation, person, right, entry, file, location, address, hours"
                )
            ) { _ = try await fixture.publish(plan, by: .operator) }
            #expect(try await fixture.cache.current().set.registers["town"] == nil)
        }
    }

    @Test func `what old entries may not fit is published only by decision`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let plan = try await fixture.publish.plan([
                file(
                    "note",
                    DeclaredFixture.notes.replacing("  people: {type: number, label: {zh: 人数, en: People}}\n", with: "")
                )
            ])
            await #expect(
                throws: Failure.conflict(
                    reason:
                        "registers/note: field 'people' is gone; its values stay in the history but are not shown; look at "
                        + "`huizhi definitions diff` and publish with --decide"
                )
            ) { _ = try await fixture.publish(plan, by: .operator) }
            #expect(try await fixture.publish(plan, deciding: true, by: .operator).map(\.name) == ["note"])
        }
    }

    @Test func `of two who publish at the same time the second looks again`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let one = try await fixture.publish.plan([file("note", DeclaredFixture.notes.replacing("记录", with: "记事"))])
            let other = try await fixture.publish.plan([file("note", DeclaredFixture.notes.replacing("记录", with: "日志"))]
            )
            _ = try await fixture.publish(one, by: .operator)
            await #expect(
                throws: Failure.conflict(reason: "somebody published at the same time; look at the difference again")
            ) { _ = try await fixture.publish(other, by: .operator) }
            #expect(try await fixture.cache.current().set.registers["note"]?.label.zh == "记事")
        }
    }

    @Test func `a version that can no longer be read is replaced by decision`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            _ = try await place.store.publish(kind: "register", name: "note", text: "label: [")
            let plan = try await fixture.publish.plan([file("note", DeclaredFixture.notes)])
            #expect(plan.problems.isEmpty && plan.steps.map(\.effect) == [.decision])
            #expect(try await fixture.publish(plan, deciding: true, by: .operator).map(\.name) == ["note"])
            #expect(try await fixture.cache.current().set.registers["note"] != nil)
        }
    }

    @Test func `a code list that a register needs cannot be left out, one that is in force counts`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let town = file(
                "town",
                "label: {zh: 小镇, en: Towns}\nwrite: [staff]\nfields:\n  name: {type: text, label: {zh: 名称, en: Name}}\n"
                    + "  kind: {type: choice, codes: kind, label: {zh: 类型, en: Kind}}\n"
            )
            #expect(
                try await fixture.publish.plan([town]).problems.map(\.description) == [
                    "town.yaml:5: field 'kind' chooses from 'kind', which is no file of codes"
                ]
            )
            let codes = file("kind", "label: {zh: 类型, en: Kinds}\ncodes:\n  a: {zh: 甲, en: A}\n", .codes)
            _ = try await fixture.publish(fixture.publish.plan([codes]), by: .operator)
            #expect(try await fixture.publish.plan([town]).problems.isEmpty)
        }
    }

    @Test func `only a system administrator with a second factor and a reason publishes from a page`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let plan = try await fixture.publish.plan([
                file("note", DeclaredFixture.notes.replacing("zh: 记录", with: "zh: 记事"))
            ])
            func caller(_ role: Role, isStrong: Bool = true) -> Administrator {
                .caller(
                    Caller(
                        account: "account/a",
                        name: "示例",
                        session: [1],
                        roles: [HeldRole(role, .nation, from: 0)],
                        isStrong: isStrong,
                        confirmedAt: 0
                    ),
                    Origin(address: "192.0.2.7", agent: "")
                )
            }
            for (who, action) in [
                (caller(.staff), "publishDefinitions"), (caller(.securityAdministrator), "publishDefinitions"),
                (caller(.systemAdministrator, isStrong: false), "publishDefinitions without a second factor"),
            ] {
                await #expect(throws: Failure.notAllowed(action: action)) {
                    _ = try await fixture.publish(plan, by: who, reason: "正名")
                }
            }
            await #expect(throws: Failure.self) {
                _ = try await fixture.publish(plan, by: caller(.systemAdministrator), reason: " ")
            }
            #expect(
                try await fixture.publish(plan, by: caller(.systemAdministrator), reason: "正名").map(\.name) == ["note"]
            )
        }
    }
}
