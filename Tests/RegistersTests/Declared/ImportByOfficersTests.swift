import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// Tables of those who keep a register: what they may write by hand they may write by a table, and nothing else.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct ImportByOfficersTests {
    typealias Fixture = DeclaredFixture

    @Test func `each row lies where its writer may write, or nothing is stored`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let tables = ImportEntries(fixture.entries)
            let wrong = Array("name,region,people\n甲,西安市,3\n乙,成都市,4\n丙,火星,x\n".utf8)
            let report = try await tables(table: wrong, into: "note", trial: false, by: Fixture.anna)
            #expect(
                report.problems.map(\.description) == [
                    "B3 (region): the entry lies in a region or institution that is not yours",
                    "B4 (region): Region “火星” is no administrative division; write its six digits or its name, such as 610100",
                    "C4 (people): People “x” is no whole number",
                ]
            )
            #expect(report.problems.first?.message.zh == "这一条所在的地区或机构不在您的范围内" && !report.isStored)
            let right = Array("name,region,people\n甲,西安市,3\n".utf8)
            let done = try await tables(table: right, into: "note", trial: false, by: Fixture.anna)
            #expect(done.isStored && done.new == 1 && done.additions.map(\.title) == ["甲"] && !done.isTwofold)
            let register = try await fixture.entries.register("note", .operator)
            var ids: [String] = []
            try await fixture.entries.forEach(of: register, .operator) { ids.append($0.id) }
            let id = try #require(ids.first)
            #expect(try await fixture.entries.history(id, .operator).versions.map(\.author) == ["account/anna"])
            // Neither may a colleague of elsewhere change it, nor its writer move it there.
            let change = Array("id,people\n\(id),5\n".utf8)
            let foreign = try await tables(table: change, into: "note", trial: true, by: Fixture.carl)
            #expect(
                foreign.problems.map(\.description) == [
                    "row 2 (region): the entry lies in a region or institution that is not yours"
                ]
            )
            #expect(foreign.changes.isEmpty)
            let move = Array("id,region\n\(id),510100\n".utf8)
            let moved = try await tables(table: move, into: "note", trial: true, by: Fixture.anna)
            #expect(
                moved.problems.map(\.description) == [
                    "B2 (region): the entry lies in a region or institution that is not yours"
                ]
            )
        }
    }

    @Test func `who may write nowhere in a register takes nothing in, and what is not seen is not there`() async throws
    {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let tables = ImportEntries(fixture.entries)
            let table = Array("name,region\n甲,西安市\n".utf8)
            await #expect(throws: Failure.notAllowed(action: "writeEntries")) {
                _ = try await tables(table: table, into: "note", trial: true, by: .everyone)
            }
            let weak = Fixture.staff("anna", .region("61"), isStrong: false)
            await #expect(throws: Failure.notAllowed(action: "writeEntries")) {
                _ = try await tables(table: table, into: "note", trial: true, by: weak)
            }
            await #expect(throws: Failure.notFound(what: "a register file")) {
                _ = try await tables(table: table, into: "file", trial: true, by: .everyone)
            }
            // An entry of a register that some read alone, by its identifier.
            let hidden = try await tables(table: table, into: "file", trial: false, by: Fixture.anna)
            #expect(hidden.isStored)
            let register = try await fixture.entries.register("file", .operator)
            var ids: [String] = []
            try await fixture.entries.forEach(of: register, .operator) { ids.append($0.id) }
            let id = try #require(ids.first)
            let probe = try await tables(
                table: Array("id,name,region\n\(id),乙,成都市\n".utf8),
                into: "file",
                trial: true,
                by: Fixture.carl
            )
            #expect(probe.problems.map(\.description) == ["A2 (id): there is no entry \(id) in this register"])
        }
    }

    @Test func `rows of a register of two people wait for approval, once`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let tables = ImportEntries(fixture.entries)
            let id = try await fixture.saved(["number": .text("A-1"), "head": .parts(["name": .text("林示一")])])
            let table = Array("name,number,region,head.name\n新名称,A-1,610100,林示二\n示例三,A-3,610100,\n".utf8)
            let trial = try await tables(table: table, into: "outlet", trial: true, by: Fixture.anna)
            #expect(trial.isTwofold && trial.changed == 1 && trial.new == 1 && trial.problems.isEmpty)
            #expect(trial.changes.first?.differences.map(\.field) == ["name", "head"])
            // What the trial showed of a person is kept.
            let rows = try await place.store.disclosures(of: id, limit: 10)
            #expect(rows.map(\.viewer) == ["account/anna"] && rows.map(\.fields) == ["head"])
            #expect(try await fixture.entries.proposals(of: "outlet", Fixture.bert).isEmpty)
            let done = try await tables(table: table, into: "outlet", trial: false, by: Fixture.anna)
            #expect(done.isStored)
            #expect(try await fixture.entries.show(id, .everyone).title == "示例网点")
            let again = try await tables(table: table, into: "outlet", trial: false, by: Fixture.anna)
            #expect(again.waiting == 2 && again.new == 0 && again.changed == 0 && again.problems.isEmpty)
            let other = try await tables(table: table, into: "outlet", trial: true, by: Fixture.bert)
            #expect(
                other.problems.map(\.description) == [
                    "row 2: a change of this entry waits for approval",
                    "row 3: a change of this entry waits for approval",
                ]
            )
            let proposals = try await fixture.entries.proposals(of: "outlet", Fixture.bert)
            #expect(proposals.count == 2 && proposals.allSatisfy(\.mayDecide))
            for proposal in proposals { _ = try await fixture.entries.approve(proposal.id, Fixture.bert) }
            #expect(try await fixture.entries.show(id, .everyone).title == "新名称")
            let last = try await tables(table: table, into: "outlet", trial: false, by: Fixture.anna)
            #expect(last.unchanged == 2 && last.waiting == 0)
        }
    }

    @Test func `a table that would do something else than what was seen is not taken in`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let tables = ImportEntries(fixture.entries)
            let id = try await fixture.note(EntryContent(fields: ["name": .text("甲"), "region": .text("610100")]))
            let table = Array("id,people\n\(id),5\n".utf8)
            let seen = try await tables(table: table, into: "note", trial: true, by: Fixture.anna)
            #expect(
                seen.changes.map(\.differences) == [
                    [FieldDifference(field: "people", before: nil, after: .text("5"))]
                ]
            )
            let fields: [String: FieldValue] = ["name": .text("乙"), "region": .text("610100"), "people": .text("7")]
            let wish = RegisterEntries.Wish(
                register: "note",
                entry: id,
                base: 1,
                content: EntryContent(fields: fields)
            )
            _ = try await fixture.entries.save(wish, Fixture.bert)
            let late = try await tables(
                table: table,
                into: "note",
                trial: false,
                by: Fixture.anna,
                basis: seen.basis
            )
            #expect(!late.isStored && late.basis != seen.basis)
            #expect(
                late.changes.map(\.differences) == [
                    [FieldDifference(field: "people", before: .text("7"), after: .text("5"))]
                ]
            )
            let done = try await tables(
                table: table,
                into: "note",
                trial: false,
                by: Fixture.anna,
                basis: late.basis
            )
            #expect(done.isStored)
            #expect(try await fixture.entries.show(id, .everyone).content.fields["people"] == .text("5"))
        }
    }
}
