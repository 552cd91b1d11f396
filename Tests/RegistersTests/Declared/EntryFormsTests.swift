import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// What forms and pages need besides entries: titles of references, what may be filled in, and two who write at once.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct EntryFormsTests {
    typealias Fixture = DeclaredFixture

    @Test func `of two changes the one that the writer left alone is taken, and the other is a clash`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let base = EntryContent(fields: ["name": .text("会议"), "region": .text("610100"), "people": .text("1")])
            let id = try await fixture.note(base)
            var theirs = base
            theirs.fields["people"] = .text("2")
            theirs.fields["day"] = .text("2026-11-30")
            _ = try await fixture.entries.save(
                .init(register: "note", entry: id, base: 1, content: theirs),
                Fixture.anna
            )
            // As it is typed: not in the form in which it is stored.
            var mine = base
            mine.fields["people"] = .text("３")
            mine.fields["region"] = .text("西安市")
            mine.fields["name"] = .text("大会")
            let wish = RegisterEntries.Wish(register: "note", entry: id, base: 1, content: mine)
            let rebased = try await fixture.entries.rebase(wish, Fixture.bert)
            #expect(rebased.current.version == 2)
            #expect(rebased.clashes == [FieldDifference(field: "people", before: .text("2"), after: .text("3"))])
            #expect(rebased.taken == [FieldDifference(field: "day", before: nil, after: .text("2026-11-30"))])
            #expect(
                rebased.content.fields == [
                    "name": .text("大会"), "region": .text("610100"), "people": .text("3"), "day": .text("2026-11-30"),
                ]
            )
            await #expect(throws: Failure.notFound(what: "note/none")) {
                _ = try await fixture.entries.rebase(
                    .init(register: "note", entry: "note/none", base: 1, content: mine),
                    Fixture.bert
                )
            }
        }
    }

    @Test func `titles are those that the reader may see, and looking at them discloses nobody`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let shown = try await fixture.saved(["head": .parts(["name": .text("林示一")])])
            let file = EntryContent(fields: ["name": .text("密件"), "region": .text("610100")])
            guard
                case .saved(let hidden, _) = try await fixture.entries.save(
                    .init(register: "file", content: file),
                    .operator
                )
            else {
                Issue.record("not saved")
                return
            }
            let ids: Set = [shown, hidden, "outlet/none"]
            #expect(try await fixture.entries.titles(of: ids, .everyone) == [shown: "示例网点"])
            #expect(try await fixture.entries.titles(of: ids, Fixture.anna) == [shown: "示例网点", hidden: "密件"])
            #expect(try await place.store.disclosures(of: shown, limit: 1).isEmpty)
        }
    }

    @Test func `what may be filled in is what may be read and written somewhere`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let register = try await fixture.entries.register("outlet", .everyone)
            #expect(fixture.entries.blank(register, Fixture.anna).map(\.name).contains("head"))
            #expect(
                fixture.entries.visible(register, .everyone).map(\.name) == [
                    "name", "number", "region", "above", "rank",
                ]
            )
            #expect(fixture.entries.duties(in: register, .everyone) == (false, false))
            #expect(fixture.entries.duties(in: register, Fixture.anna) == (true, true))
        }
    }
}
