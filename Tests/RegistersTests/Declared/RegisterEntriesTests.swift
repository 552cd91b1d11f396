import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// Who reads and writes which entries and fields, and that nothing is lost when two people write.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct RegisterEntriesTests {
    typealias Fixture = DeclaredFixture

    @Test func `a reader sees the fields that everybody may see, staff of the region see all`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["posts": .text("12"), "head": .parts(["name": .text("示例人")])])
            let everyone = try await fixture.entries.show(id, .everyone)
            #expect(everyone.content.fields == ["name": .text("示例网点"), "region": .text("610100")])
            #expect(everyone.fields.map(\.name) == ["name", "number", "region", "above", "rank"])
            #expect(everyone.title == "示例网点" && everyone.content.state == "planned" && everyone.version == 1)
            #expect(!everyone.mayWrite && !everyone.mayApprove)
            let anna = try await fixture.entries.show(id, Fixture.anna)
            #expect(anna.content.fields["posts"] == .text("12"))
            #expect(anna.content.fields["head"]?["name"] == "示**" && anna.masked == ["head"])
            #expect(anna.mayWrite && anna.mayApprove)
            for other in [
                Fixture.carl, Fixture.staff("anna", .region("61"), isStrong: false),
                Fixture.staff("dora", .institution("x")),
            ] {
                let view = try await fixture.entries.show(id, other)
                #expect(view.content == everyone.content && !view.mayWrite && !view.mayApprove)
            }
        }
    }

    @Test func `who saw personal fields is kept, and who saw none is not`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["head": .parts(["name": .text("示例人")])])
            let bare = try await fixture.saved()
            _ = try await fixture.entries.show(id, .everyone)
            _ = try await fixture.entries.show(bare, Fixture.anna)
            #expect(try await place.store.disclosures(of: id, limit: 10).isEmpty)
            _ = try await fixture.entries.show(id, Fixture.anna)
            let rows = try await place.store.disclosures(of: id, limit: 10)
            #expect(rows.map(\.viewer) == ["account/anna"])
            #expect(rows.map(\.fields) == ["head"] && rows.map(\.role) == ["staff"] && rows.map(\.place) == ["61"])
        }
    }

    @Test func `an entry or register that one may not see is answered as one that is not there`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let content = EntryContent(fields: ["name": .text("文件"), "region": .text("610100")])
            guard
                case .saved(let id, _) = try await fixture.entries.save(
                    .init(register: "file", content: content),
                    Fixture.anna
                )
            else {
                Issue.record("not saved")
                return
            }
            #expect(try await fixture.entries.show(id, Fixture.bert).title == "文件")
            for reader in [EntryReader.everyone, Fixture.carl] {
                await #expect(throws: Failure.notFound(what: id)) { _ = try await fixture.entries.show(id, reader) }
                await #expect(throws: Failure.notFound(what: id)) { _ = try await fixture.entries.history(id, reader) }
                #expect(try await fixture.entries.show([id], reader).isEmpty)
            }
            await #expect(throws: Failure.notFound(what: "a register file")) {
                _ = try await fixture.entries.register("file", .everyone)
            }
            await #expect(throws: Failure.notFound(what: "a register nothing")) {
                _ = try await fixture.entries.register("nothing", .operator)
            }
            #expect(try await fixture.entries.registers(.everyone).map(\.name) == ["centre", "note", "outlet"])
            #expect(
                try await fixture.entries.registers(Fixture.carl).map(\.name) == ["centre", "file", "note", "outlet"]
            )
            // An account is an entry of the store too, and none of this use case.
            let account = try await place.store.save(
                [
                    EntryChange(
                        register: "account",
                        entry: "account/x",
                        expectedVersion: 0,
                        draft: Draft(content: Array("{}".utf8))
                    )
                ],
                author: "x"
            )
            #expect(account.versions == [1])
            await #expect(throws: Failure.notFound(what: "account/x")) {
                _ = try await fixture.entries.show("account/x", .operator)
            }
        }
    }

    @Test func `staff write where their role reaches, before and after the change`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let here = EntryContent(fields: ["name": .text("会议"), "region": .text("610100")])
            let there = EntryContent(fields: ["name": .text("会议"), "region": .text("510100")])
            let id = try await fixture.note(here)
            let refused = Failure.notAllowed(action: "writeEntries")
            await #expect(throws: refused) {
                try await fixture.entries.save(.init(register: "note", content: there), Fixture.anna)
            }
            await #expect(throws: refused) {
                try await fixture.entries.save(.init(register: "note", content: here), .everyone)
            }
            await #expect(throws: refused) {
                try await fixture.entries.save(
                    .init(register: "note", content: here),
                    Fixture.staff("anna", .region("61"), isStrong: false)
                )
            }
            // Neither taken away from a region nor into one.
            for writer in [Fixture.anna, Fixture.carl] {
                await #expect(throws: refused) {
                    try await fixture.entries.save(.init(register: "note", entry: id, base: 1, content: there), writer)
                }
            }
            #expect(
                try await fixture.entries.save(
                    .init(register: "note", entry: id, base: 1, content: there),
                    Fixture.staff("eva", .nation)
                ) == .saved(entry: id, version: 2)
            )
            // An entry of one register is none of another.
            await #expect(throws: Failure.notFound(what: id)) {
                try await fixture.entries.save(.init(register: "outlet", entry: id, base: 2, content: there), .operator)
            }
        }
    }

    @Test func `what a writer may not see stays as it is, and cannot be written`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["posts": .text("12")])
            // What the page of everybody shows goes back as it came, by somebody whose role reads the hidden field.
            let content = fixture.outlet(["name": .text("新名称"), "posts": .text("13")])
            let outcome = try await fixture.entries.save(
                .init(register: "outlet", entry: id, base: 1, content: content),
                .operator
            )
            #expect(outcome == .saved(entry: id, version: 2))
            #expect(try await fixture.entries.show(id, .operator).content.fields["posts"] == .text("13"))
            await #expect(throws: Failure.notAllowed(action: "writeEntries")) {
                try await fixture.entries.save(
                    .init(register: "outlet", entry: id, base: 2, content: content),
                    .everyone
                )
            }
        }
    }

    @Test func `wrong values are refused all at once, and nothing is stored`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let before = try await place.store.logHead().size
            let found = try await problems {
                _ = try await fixture.entries.save(
                    .init(
                        register: "note",
                        content: EntryContent(fields: [
                            "region": .text("610100"), "people": .text("zwei"), "x": .text("y"),
                        ])
                    ),
                    Fixture.anna
                )
            }
            #expect(found?.map(\.field) == ["x", "people", "name"])
            #expect(try await place.store.logHead().size == before)
        }
    }

    @Test func `a value that another entry has is refused, also at the same moment`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let first = try await fixture.saved(["number": .text("A-1")])
            let found = try await problems {
                _ = try await fixture.entries.save(
                    .init(register: "outlet", content: fixture.outlet(["number": .text("a-1")])),
                    .operator
                )
            }
            #expect(found?.map(\.message) == [Bilingual("已有条目的编号是“a-1”", "another entry has Number “a-1”")])
            // The entry itself may keep its value.
            #expect(
                try await fixture.entries.save(
                    .init(
                        register: "outlet",
                        entry: first,
                        base: 1,
                        content: fixture.outlet(["number": .text("A-1"), "name": .text("二")])
                    ),
                    .operator
                ) == .saved(entry: first, version: 2)
            )
            let saved = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        (try? await fixture.entries.save(
                            .init(register: "outlet", content: fixture.outlet(["number": .text("B-1")])),
                            .operator
                        )) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(saved == 1)
        }
    }

    @Test func `of two who write at the same time the second gets the difference and loses nothing`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let base = EntryContent(fields: ["name": .text("会议"), "region": .text("610100"), "people": .text("1")])
            let id = try await fixture.note(base)
            var first = base
            first.fields["people"] = .text("2")
            var second = base
            second.fields["people"] = .text("3")
            second.fields["day"] = .text("2026-11-30")
            _ = try await fixture.entries.save(
                .init(register: "note", entry: id, base: 1, content: first),
                Fixture.anna
            )
            do {
                _ = try await fixture.entries.save(
                    .init(register: "note", entry: id, base: 1, content: second),
                    Fixture.bert
                )
                Issue.record("saved over somebody's change")
            } catch EntryRefusal.changedMeanwhile(let current, let clashes) {
                #expect(current.version == 2 && current.content.fields["people"] == .text("2"))
                #expect(clashes == [FieldDifference(field: "people", before: .text("2"), after: .text("3"))])
            }
            #expect(
                try await fixture.entries.save(
                    .init(register: "note", entry: id, base: 2, content: second),
                    Fixture.bert
                )
                    == .saved(entry: id, version: 3)
            )
            #expect(
                try await fixture.entries.save(
                    .init(register: "note", entry: id, base: 3, content: second),
                    Fixture.bert
                )
                    == .unchanged(entry: id)
            )
        }
    }

    @Test func `the history tells what each version changed, without hidden fields`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["posts": .text("12")])
            let next = fixture.outlet(["posts": .text("13"), "name": .text("新名称")], state: "running")
            _ = try await fixture.entries.save(.init(register: "outlet", entry: id, base: 1, content: next), .operator)
            let all = try await fixture.entries.history(id, Fixture.anna).versions
            #expect(all.map(\.version) == [2, 1] && all.map(\.author) == ["operator", "operator"])
            #expect(
                all[0].differences == [
                    FieldDifference(field: "state", before: .text("planned"), after: .text("running")),
                    FieldDifference(field: "name", before: .text("示例网点"), after: .text("新名称")),
                    FieldDifference(field: "posts", before: .text("12"), after: .text("13")),
                ]
            )
            let shown = try await fixture.entries.history(id, .everyone).versions
            #expect(shown.map(\.author) == [nil, nil])
            #expect(shown[0].differences?.map(\.field) == ["state", "name"])
            #expect(shown[1].differences?.map(\.field) == ["state", "name", "region"])
        }
    }

    @Test func `a reference must lead to an entry that the writer may see`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let above = try await fixture.saved()
            _ = try await fixture.saved(["above": .text(above)])
            let found = try await problems { _ = try await fixture.saved(["above": .text("outlet/none")]) }
            #expect(found?.map(\.message.en) == ["Above: there is no entry ‘outlet/none’"])
        }
    }

    @Test func `old entries may agree with each other, and a new one with none`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            func save(_ name: String, applied: String?, state: String = "open", entry: String? = nil, base: Int64 = 0)
                async throws
                -> String
            {
                var fields: [String: FieldValue] = [
                    "name": .text(name), "region": .text("610100"), "body": .text("示例大学（本部）"),
                ]
                fields["applied"] = applied.map { .text($0) }
                let content = EntryContent(fields: fields, state: state)
                let wish = RegisterEntries.Wish(register: "centre", entry: entry, base: base, content: content)
                switch try await fixture.entries.save(wish, .operator) {
                case .saved(let id, _), .unchanged(let id): return id
                case .proposed: throw Failure.conflict(reason: "proposed")
                }
            }
            let first = try await save("一", applied: "2018-01-01")
            let second = try await save("二", applied: "2019-01-01")
            for applied in ["2020-12-01", nil] {
                let found = try await problems { _ = try await save("三", applied: applied) }
                #expect(found?.map(\.message.en) == ["The body has a centre"])
            }
            // Where the old ones are closed a new one may come, and then no other.
            _ = try await save("一", applied: "2018-01-01", state: "closed", entry: first, base: 1)
            _ = try await save("二", applied: "2019-01-01", state: "closed", entry: second, base: 1)
            _ = try await save("三", applied: "2021-01-01")
            let found = try await problems { _ = try await save("四", applied: nil) }
            #expect(found?.map(\.message.en) == ["The body has a centre"])
        }
    }

    @Test func `a new entry begins in the first state, but for what the operator takes over`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let closed = EntryContent(fields: ["name": .text("中心"), "region": .text("西安")], state: "closed")
            let found = try await problems {
                _ = try await fixture.entries.save(.init(register: "centre", content: closed), Fixture.anna)
            }
            #expect(found?.map(\.message.zh) == ["新条目从“开放”开始"])
            _ = try await fixture.entries.save(.init(register: "centre", content: closed), .operator)
            // A region that is none is told as such, not as a place where one may not write.
            let slip = EntryContent(fields: ["name": .text("中心"), "region": .text("西按")])
            let slips = try await problems {
                _ = try await fixture.entries.save(.init(register: "centre", content: slip), Fixture.anna)
            }
            #expect(slips?.map(\.field) == ["region"])
        }
    }

    @Test func `a rule that comes later holds for entries as they are saved again`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let content = EntryContent(fields: ["name": .text("会议"), "region": .text("610100")])
            let id = try await fixture.note(content)
            let text = DeclaredFixture.notes + "\nrules:\n  - unique: [name]\n"
            let file = DeclarationFile(kind: .register, name: "note", path: "note.yaml", text: text)
            _ = try await fixture.publish(fixture.publish.plan([file]), deciding: true, by: .operator)
            #expect(
                try await fixture.entries.save(
                    .init(register: "note", entry: id, base: 1, content: content),
                    Fixture.anna
                )
                    == .saved(entry: id, version: 2)
            )
            let found = try await problems {
                _ = try await fixture.entries.save(.init(register: "note", content: content), Fixture.anna)
            }
            #expect(found?.map(\.field) == ["name"])
        }
    }

    @Test func `a sample stays one`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(sample: true)
            _ = try await fixture.entries.save(
                .init(register: "outlet", entry: id, base: 1, content: fixture.outlet(["name": .text("二")])),
                .operator
            )
            #expect(try await fixture.entries.show(id, .everyone).content.sample == true)
        }
    }

    /// Every register that comes with the program, by everybody who is not its staff: no field that is not for everybody.
    @Test func `no shipped register shows a hidden field to anybody else`() async throws {
        try await withWorkplace { place in
            let cache = DefinitionCache(store: place.store, patience: .zero)
            let publish = PublishDefinitions(store: place.store, cache: cache)
            _ = try await publish(publish.plan(DefinitionFolder(path: Shipped.path).files()), by: .operator)
            let entries = RegisterEntries(store: place.store, definitions: cache)
            let readers = [
                EntryReader.everyone, DeclaredFixture.carl, DeclaredFixture.staff("f", .nation, isStrong: false),
                DeclaredFixture.staff("g", .institution("institution/none")),
            ]
            var hidden = 0
            for register in try await cache.current().registers {
                let id = "\(register.name)/test"
                var fields: [String: FieldValue] = [:]
                for field in register.fields { fields[field.name] = .text("秘密-\(field.name)") }
                if let region = register.place.region { fields[region] = .text("610100") }
                let draft = try DeclaredContent.draft(EntryContent(fields: fields, state: register.states.first?.name))
                _ = try await place.store.save(
                    [EntryChange(register: register.name, entry: id, expectedVersion: 0, draft: draft)],
                    author: "operator"
                )
                for reader in readers {
                    let secret = register.fields.filter { register.readers(of: $0) != .everyone }.map(\.name)
                    hidden += secret.count
                    guard register.read == .everyone else {
                        await #expect(throws: Failure.notFound(what: id)) { _ = try await entries.show(id, reader) }
                        continue
                    }
                    let view = try await entries.show(id, reader)
                    let history = try await entries.history(id, reader)
                    let told = Set(history.versions.flatMap { $0.differences ?? [] }.map(\.field))
                    #expect(Set(view.content.fields.keys).isDisjoint(with: secret), "\(register.name)")
                    #expect(Set(view.fields.map(\.name)).isDisjoint(with: secret) && told.isDisjoint(with: secret))
                    #expect(view.content.fields.count == register.fields.count - secret.count)
                    #expect(!view.mayWrite && !view.mayApprove)
                }
            }
            #expect(hidden > 40)
        }
    }
}
