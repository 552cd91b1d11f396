import Declarations
import Discovery
import Domain
import Foundation
import Store
import Testing

@testable import Registers

/// Entries taken in from JSON Lines, as they are exported.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct EntryLinesTests {
    private func importing(_ fixture: DeclaredFixture) -> ImportEntries { ImportEntries(fixture.entries) }

    /// All entries of a register as the export writes them.
    private func lines(_ fixture: DeclaredFixture, of name: String) async throws -> String {
        let register = try await fixture.entries.register(name, .operator)
        let table = EntryTable(register, fields: register.fields, codes: [:], day: nil, language: "zh")
        let export = EntryExport(.jsonl, table, named: name)
        var ids: [String] = []
        try await fixture.entries.forEach(of: register, .operator) { ids.append($0.id) }
        let bytes = try export.begin() + export.add(try await fixture.entries.show(ids, .operator)) + export.end()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What the entries of a register say, by their names.
    private func contents(_ fixture: DeclaredFixture, of name: String) async throws -> [String: EntryContent] {
        let register = try await fixture.entries.register(name, .operator)
        var contents: [String: EntryContent] = [:]
        try await fixture.entries.forEach(of: register, .operator) { contents[$0.title] = $0.content }
        return contents
    }

    @Test func `what was exported is taken in again and changes nothing, and makes the same entries elsewhere`()
        async throws
    {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let above = try await fixture.saved(["name": .text("示例一"), "number": .text("A-1")])
            _ = try await fixture.saved([
                "name": .text("示例二 \"二\""), "number": .text("A-2"), "posts": .text("12"),
                "above": .text(above), "head": .parts(["name": .text("林示一"), "duty": .text("主任")]),
            ])
            let text = try await lines(fixture, of: "outlet")
            #expect(text.split(separator: "\n").count == 2)
            let path = try place.write(text, to: "outlets.jsonl")
            let size = try await place.store.logHead().size
            let same = try await importing(fixture)(path, into: "outlet", trial: false)
            #expect(same.problems.map(\.description) == [] && same.rows == 2 && same.unchanged == 2)
            #expect(try await place.store.logHead().size == size)
            let other = try place.write(text.replacing("\"posts\":\"12\"", with: "\"posts\":\"13\""), to: "other.jsonl")
            let changed = try await importing(fixture)(other, into: "outlet", trial: true)
            #expect(changed.changed == 1 && changed.unchanged == 1)
            #expect(
                changed.changes.map(\.differences) == [
                    [FieldDifference(field: "posts", before: .text("12"), after: .text("13"))]
                ]
            )
            let expected = try await contents(fixture, of: "outlet")
            try await withWorkplace { elsewhere in
                let target = try await DeclaredFixture(elsewhere.store)
                // There the entries have other identifiers, and a reference would name none.
                let free = try text.split(separator: "\n").map { line in
                    var object = try #require(
                        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                    )
                    var fields = try #require(object["fields"] as? [String: Any])
                    fields["above"] = nil
                    object["fields"] = fields
                    object["id"] = nil
                    return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
                }
                let moved = try elsewhere.write(free.joined(separator: "\n"), to: "outlets.jsonl")
                let report = try await importing(target)(moved, into: "outlet", trial: false)
                #expect(report.problems.map(\.description) == [] && report.new == 2 && report.isStored)
                var here = try await contents(target, of: "outlet")
                here["示例二 \"二\""]?.fields["above"] = .text(above)
                #expect(here == expected)
            }
        }
    }

    @Test func `what a line leaves out stays, and null empties it`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let id = try await fixture.saved([
                "number": .text("A-1"), "posts": .text("12"), "head": .parts(["name": .text("林示一")]),
            ])
            let path = try place.write(
                "\u{FEFF}{\"id\": \"\(id)\", \"fields\": {\"name\": \"新名称\", \"head\": null}}\n\n",
                to: "lines.jsonl"
            )
            let report = try await importing(fixture)(path, into: "outlet", trial: false)
            #expect(report.problems.map(\.description) == [] && report.changed == 1)
            #expect(
                try await fixture.entries.show(id, .operator).content.fields == [
                    "name": .text("新名称"), "number": .text("A-1"), "region": .text("610100"), "posts": .text("12"),
                ]
            )
        }
    }

    @Test func `a line that is none, or of another register, is named by its number and place`() async throws {
        try await withWorkplace { place in
            let fixture = try await DeclaredFixture(place.store)
            let rule =
                "a line is {\"fields\": {\"NAME\": VALUE}}; a value is a text, a list of texts or an object with parts, and "
                + "numbers stand in quotation marks"
            let path = try place.write(
                """
                {"fields": {"name": "甲", "region": "610100"}}
                {"fields": {"name": "乙", "region": "610100", "posts": 12}}
                {"name": "丙"}
                {"register": "note", "fields": {"name": "丁", "region": "610100"}}
                {"id": "outlet/none", "fields": {"name": "戊"}}
                {"fields": {"name": "己", "region": "火星", "nmber": "A-1"}}
                """,
                to: "lines.jsonl"
            )
            let size = try await place.store.logHead().size
            let report = try await importing(fixture)(path, into: "outlet", trial: false)
            #expect(
                report.problems.map(\.description).sorted() == [
                    "row 2 (fields.posts): \(rule)", "row 3 (fields): \(rule)",
                    "row 4 (register): the line is of the register note",
                    "row 5 (id): there is no entry outlet/none in this register",
                    "row 6 (nmber): Outlets has no field ‘nmber’ (did you mean 'number'?)",
                    "row 6 (region): Region “火星” is no administrative division; write its six digits or its name, such as 610100",
                ]
            )
            #expect(!report.isStored)
            #expect(try await place.store.logHead().size == size)
        }
    }
}
