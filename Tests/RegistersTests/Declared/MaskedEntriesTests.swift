import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// Personal fields are masked until somebody says why, and what comes back masked stays what it was.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct MaskedEntriesTests {
    typealias Fixture = DeclaredFixture

    /// A head of an outlet.
    private func head(_ name: String, _ duty: String) -> FieldValue {
        .parts(["name": .text(name), "duty": .text(duty)])
    }

    @Test func `a name is masked on every way, and shown for a reason that is kept`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["head": head("林示一", "主任")])
            let entries = fixture.entries
            #expect(try await entries.show(id, Fixture.anna).content.fields["head"] == head("林**", "主任"))
            #expect(try await entries.show([id], Fixture.anna).first?.masked == ["head"])
            let (_, versions) = try await entries.history(id, Fixture.anna)
            #expect(versions[0].differences?.first { $0.field == "head" }?.after == head("林**", "主任"))
            #expect(try await entries.show(id, .operator).content.fields["head"] == head("林示一", "主任"))
            for reason in ["", " ", String(repeating: "长", count: 501)] {
                await #expect(throws: Failure.invalid(field: "reason", reason: "say why in 1 to 500 characters")) {
                    _ = try await entries.unmask(id, reason: reason, Fixture.anna)
                }
            }
            let shown = try await entries.unmask(id, reason: "核对证书", Fixture.anna)
            #expect(shown.content.fields["head"] == head("林示一", "主任") && shown.masked == [])
            let rows = try await place.store.disclosures(of: id, limit: 50)
            #expect(rows.filter { $0.reason == "核对证书" }.map(\.viewer) == ["account/anna"])
            // Who may not read the field is shown nothing for a reason either.
            #expect(try await entries.unmask(id, reason: "好奇", Fixture.carl).content.fields["head"] == nil)
        }
    }

    @Test func `a mask in a table changes nothing either`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["head": head("林示一", "主任")])
            let tables = ImportEntries(fixture.entries)
            let same = Array("id,head.name\n\(id),林**\n".utf8)
            let report = try await tables(table: same, into: "outlet", trial: true, by: Fixture.anna)
            #expect(report.unchanged == 1 && report.problemCount == 0)
            let other = Array("id,head.name\n\(id),王示二\n".utf8)
            let changed = try await tables(table: other, into: "outlet", trial: true, by: Fixture.anna)
            #expect(changed.changed == 1)
            // What stood there is masked for who did not say why, what they wrote themselves is not.
            let difference = try #require(changed.changes.first?.differences.first)
            #expect(difference.before == head("林**", "主任") && difference.after == head("王示二", "主任"))
        }
    }

    @Test func `a duty that is changed beside a masked name leaves the name`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["head": head("林示一", "主任")])
            let wish = RegisterEntries.Wish(
                register: "outlet",
                entry: id,
                base: 1,
                content: fixture.outlet(["head": head("林**", "副主任")])
            )
            guard case .proposed(_, let proposal) = try await fixture.entries.save(wish, Fixture.anna) else {
                Issue.record("not proposed")
                return
            }
            #expect(try await fixture.entries.approve(proposal, Fixture.bert) == .saved(entry: id, version: 2))
            let stored = try await fixture.entries.show(id, .operator).content.fields["head"]
            #expect(stored == head("林示一", "副主任"))
        }
    }

    @Test func `what comes back masked stays, and what is written out is taken`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["head": head("林示一", "主任")])
            func wish(_ base: Int64, _ fields: [String: FieldValue]) -> RegisterEntries.Wish {
                .init(register: "outlet", entry: id, base: base, content: fixture.outlet(fields))
            }
            func now() async throws -> FieldValue? {
                try await fixture.entries.show(id, .operator).content.fields["head"]
            }
            // Sent as a form sends it, with another number.
            let masked = ["head": head("林**", "主任"), "number": FieldValue.text("A-1")]
            guard case .proposed(_, let first) = try await fixture.entries.save(wish(1, masked), Fixture.anna) else {
                Issue.record("not proposed")
                return
            }
            let seen = try await fixture.entries.proposal(first, Fixture.bert)
            #expect(seen.differences.map(\.field) == ["number"])
            _ = try await fixture.entries.approve(first, Fixture.bert)
            #expect(try await now() == head("林示一", "主任"))
            // Another name: its maker sees the old one masked, whoever decides sees both.
            let other = ["head": head("王示二", "主任"), "number": FieldValue.text("A-1")]
            guard case .proposed(_, let second) = try await fixture.entries.save(wish(2, other), Fixture.anna) else {
                Issue.record("not proposed")
                return
            }
            let own = try await fixture.entries.proposal(second, Fixture.anna).differences
            #expect(own.map(\.before) == [head("林**", "主任")] && own.map(\.after) == [head("王示二", "主任")])
            let decider = try await fixture.entries.proposal(second, Fixture.bert)
            #expect(decider.differences.map(\.before) == [head("林示一", "主任")] && decider.mayDecide)
            let reasons = try await place.store.disclosures(of: id, limit: 50).map(\.reason)
            #expect(reasons.contains("to decide on \(second)"))
            _ = try await fixture.entries.approve(second, Fixture.bert)
            #expect(try await now() == head("王示二", "主任"))
        }
    }

    @Test func `a form over an older version shows no more than the entry does`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place.store)
            let id = try await fixture.saved(["head": head("林示一", "主任")])
            let newer = fixture.outlet(["head": head("林示三", "主任"), "number": .text("A-9")])
            _ = try await fixture.entries.save(
                .init(register: "outlet", entry: id, base: 1, content: newer),
                .operator
            )
            let wish = RegisterEntries.Wish(
                register: "outlet",
                entry: id,
                base: 1,
                content: fixture.outlet(["head": head("林**", "主任"), "name": .text("示例改")])
            )
            let rebased = try await fixture.entries.rebase(wish, Fixture.anna)
            #expect(rebased.content.fields["head"] == head("林**", "主任"))
            #expect(rebased.content.fields["name"] == .text("示例改") && rebased.clashes == [])
            #expect(rebased.taken.first { $0.field == "head" }?.after == head("林**", "主任"))
        }
    }
}
