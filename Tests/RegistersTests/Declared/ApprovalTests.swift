import Declarations
import Domain
import Identity
import Testing

@testable import Registers

/// Two people for one change.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct ApprovalTests {
    typealias Fixture = DeclaredFixture

    private func proposed(_ fixture: Fixture, _ content: EntryContent, entry: String? = nil, base: Int64 = 0)
        async throws -> (
            entry: String, proposal: String
        )
    {
        let wish = RegisterEntries.Wish(register: "outlet", entry: entry, base: base, content: content, note: "新设")
        guard case .proposed(let entry, let proposal) = try await fixture.entries.save(wish, Fixture.anna) else {
            throw Failure.conflict(reason: "not proposed")
        }
        return (entry, proposal)
    }

    @Test func `what one wrote another approves, and only then it is there`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let (entry, proposal) = try await proposed(fixture, fixture.outlet(["number": .text("A-1")]))
            await #expect(throws: Failure.notFound(what: entry)) {
                _ = try await fixture.entries.show(entry, .everyone)
            }
            await #expect(throws: Failure.notAllowed(action: "approveEntries what oneself wrote")) {
                _ = try await fixture.entries.approve(proposal, Fixture.anna)
            }
            for stranger in [EntryReader.everyone, Fixture.carl] {
                await #expect(throws: Failure.notFound(what: proposal)) {
                    _ = try await fixture.entries.approve(proposal, stranger)
                }
                #expect(try await fixture.entries.proposals(of: "outlet", stranger).isEmpty)
            }
            let waiting = try await fixture.entries.proposals(of: "outlet", Fixture.bert)
            #expect(
                waiting.map(\.id) == [proposal] && waiting.map(\.mayDecide) == [true] && waiting.map(\.isOwn) == [false]
            )
            #expect(waiting[0].differences.map(\.field) == ["state", "name", "number", "region"])
            #expect(try await fixture.entries.proposals(of: "outlet", Fixture.anna).map(\.mayDecide) == [false])
            #expect(try await fixture.entries.approve(proposal, Fixture.bert) == .saved(entry: entry, version: 1))
            #expect(try await fixture.entries.show(entry, .everyone).title == "示例网点")
            #expect(try await fixture.entries.proposals(of: "outlet", Fixture.bert).isEmpty)
            #expect(try await fixture.entries.proposal(proposal, Fixture.anna).content.decider == "account/bert")
            await #expect(throws: Failure.conflict(reason: "it was decided already: approved")) {
                _ = try await fixture.entries.approve(proposal, Fixture.bert)
            }
        }
    }

    @Test func `a refusal needs words, and its maker reads them`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let (entry, proposal) = try await proposed(fixture, fixture.outlet())
            await #expect(
                throws: Failure.invalid(field: "answer", reason: "say in 1 to 500 characters what is to be changed")
            ) {
                try await fixture.entries.refuse(proposal, answer: " ", Fixture.bert)
            }
            try await fixture.entries.refuse(proposal, answer: "地址缺失", Fixture.bert)
            let shown = try await fixture.entries.proposal(proposal, Fixture.anna)
            #expect(shown.content.state == .refused && shown.content.answer == "地址缺失")
            await #expect(throws: Failure.notFound(what: entry)) {
                _ = try await fixture.entries.show(entry, .operator)
            }
        }
    }

    @Test func `one change waits at a time, and its maker may take it back`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved()
            let (_, proposal) = try await proposed(fixture, fixture.outlet(["name": .text("二")]), entry: id, base: 1)
            do {
                _ = try await proposed(fixture, fixture.outlet(["name": .text("三")]), entry: id, base: 1)
                Issue.record("two changes wait")
            } catch EntryRefusal.waiting(let waiting) {
                #expect(waiting == proposal)
            }
            try await fixture.entries.refuse(proposal, answer: "", Fixture.anna)
            _ = try await proposed(fixture, fixture.outlet(["name": .text("三")]), entry: id, base: 1)
        }
    }

    @Test func `an entry that changed meanwhile is not overwritten by an approval`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved()
            let (_, proposal) = try await proposed(fixture, fixture.outlet(["name": .text("二")]), entry: id, base: 1)
            _ = try await fixture.entries.save(
                .init(register: "outlet", entry: id, base: 1, content: fixture.outlet(["number": .text("A-9")])),
                .operator
            )
            #expect(try await fixture.entries.proposal(proposal, Fixture.bert).isOutdated)
            do {
                _ = try await fixture.entries.approve(proposal, Fixture.bert)
                Issue.record("approved over a change")
            } catch EntryRefusal.changedMeanwhile(let current, let clashes) {
                #expect(current.version == 2 && clashes.map(\.field) == ["name", "number"])
            }
            #expect(try await fixture.entries.show(id, .everyone).content.fields["number"] == .text("A-9"))
        }
    }

    @Test func `a value that was free when it was proposed and is taken now is refused`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let (_, proposal) = try await proposed(fixture, fixture.outlet(["number": .text("A-1")]))
            _ = try await fixture.saved(["number": .text("A-1")])
            let found = try await problems { _ = try await fixture.entries.approve(proposal, Fixture.bert) }
            #expect(found?.map(\.field) == ["number"])
            #expect(try await fixture.entries.proposal(proposal, Fixture.bert).content.state == .waiting)
        }
    }

    @Test func `an approver must reach where the entry lies and where it would lie`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved()
            let wish = RegisterEntries.Wish(
                register: "outlet",
                entry: id,
                base: 1,
                content: fixture.outlet(["region": .text("510100")])
            )
            guard case .proposed(_, let proposal) = try await fixture.entries.save(wish, Fixture.staff("eva", .nation))
            else {
                Issue.record("not proposed")
                return
            }
            for half in [Fixture.bert, Fixture.carl] {
                await #expect(throws: Failure.notFound(what: proposal)) {
                    _ = try await fixture.entries.approve(proposal, half)
                }
            }
            #expect(
                try await fixture.entries.approve(proposal, Fixture.staff("fred", .nation))
                    == .saved(entry: id, version: 2)
            )
        }
    }

    @Test func `a field that others approve is decided on by nobody else`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["rank": .text("甲")])
            let change = fixture.outlet(["rank": .text("乙")])
            let (_, proposal) = try await proposed(fixture, change, entry: id, base: 1)
            let seen = try await fixture.entries.proposal(proposal, Fixture.bert)
            #expect(!seen.mayDecide && seen.reserved == ["rank"])
            #expect(try await fixture.entries.proposal(proposal, Fixture.anna).reserved == [])
            await #expect(throws: Failure.notAllowed(action: "approveEntries the fields rank")) {
                _ = try await fixture.entries.approve(proposal, Fixture.bert)
            }
            #expect(try await fixture.entries.approve(proposal, .operator) == .saved(entry: id, version: 2))
            // What leaves the field as it is needs no one else.
            let other = fixture.outlet(["rank": .text("乙"), "name": .text("示例二")])
            let (_, second) = try await proposed(fixture, other, entry: id, base: 2)
            #expect(try await fixture.entries.approve(second, Fixture.bert) == .saved(entry: id, version: 3))
        }
    }
}
