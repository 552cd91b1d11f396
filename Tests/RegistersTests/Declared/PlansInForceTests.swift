import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// Plans as everybody reads them, with the measures for their clauses.
struct PlansInForceTests {
    private struct Fixture {
        let store: Store
        let cache: DefinitionCache
        let publish: PublishDefinitions
        let entries: RegisterEntries

        init(_ store: Store) {
            self.store = store
            cache = DefinitionCache(store: store, patience: .zero)
            publish = PublishDefinitions(store: store, cache: cache)
            entries = RegisterEntries(store: store, definitions: cache)
        }

        func publishShipped() async throws {
            _ = try await publish(publish.plan(DefinitionFolder(path: Shipped.path).files()), by: .operator)
        }

        func plans(patience: Duration = .zero) -> PlansInForce {
            PlansInForce(store: store, definitions: cache, patience: patience)
        }

        /// Enters a measure for a clause and gives its entry.
        @discardableResult
        func measure(_ name: String, _ clause: String, sample: Bool? = nil) async throws -> String {
            let content = EntryContent(
                fields: [
                    "name": .text(name), "clause": .text(clause), "owner": .parts(["name": .text("示例局")]),
                ],
                sample: sample
            )
            guard
                case .saved(let id, _) = try await entries.save(.init(register: "measure", content: content), .operator)
            else { throw Failure.conflict(reason: "not saved") }
            return id
        }
    }

    @Test func `without a plan there is none, and a name that no plan has is not found`() async throws {
        try await withWorkplace { place in
            let fixture = Fixture(place.store)
            #expect(try await fixture.plans()() == nil)
            await #expect(throws: Failure.notFound(what: "a plan 2030")) { _ = try await fixture.plans()("2030") }
            // Another node published it: it is seen without a restart.
            try await fixture.publishShipped()
            let view = try #require(try await fixture.plans()())
            #expect(view.plan.name == "2023-2025" && view.all.map(\.name) == ["2023-2025"])
            #expect(view.plan.clauses.count { $0.isCarriedOut } == 16)
            #expect(view.registers["institution"]?.read == .everyone && view.registers["talent"]?.read != .everyone)
            #expect(try await fixture.plans()("2023-2025")?.plan == view.plan)
        }
    }

    @Test func `the plan that begins last comes first`() async throws {
        try await withWorkplace { place in
            let fixture = Fixture(place.store)
            try await fixture.publishShipped()
            let next = DeclarationFile(
                kind: .plan,
                name: "2026-2030",
                path: "2026-2030.yaml",
                text: """
                    label: {zh: 示例方案, en: Plan}
                    period: {from: 2026, until: 2030}
                    parts:
                      - {zh: 总则, en: General, clauses: {c01: {zh: 甲, en: A}}}
                    """
            )
            _ = try await fixture.publish(fixture.publish.plan([next]), by: .operator)
            let view = try #require(try await fixture.plans()())
            #expect(view.plan.name == "2026-2030" && view.all.map(\.name) == ["2026-2030", "2023-2025"])
            #expect(view.measures == nil, "it names no register of measures")
        }
    }

    @Test func `measures are counted by clause, samples apart, and the newest are named`() async throws {
        try await withWorkplace { place in
            let fixture = Fixture(place.store)
            try await fixture.publishShipped()
            for number in 1...4 { try await fixture.measure("举措 \(number)", "c03") }
            try await fixture.measure("示例举措", "c03", sample: true)
            let gone = try await fixture.measure("撤回的举措", "c03")
            try await fixture.measure("另一条", "c25")
            #expect(try await place.store.withdraw([gone], as: .withdrawn, author: "operator") == 1)
            let measures = try #require(try await fixture.plans()()?.measures)
            #expect(measures.isWhole)
            #expect((measures["c03"].records, measures["c03"].samples) == (4, 1))
            #expect(measures["c03"].newest.map(\.title) == ["示例举措", "举措 4", "举措 3"])
            #expect(measures["c03"].newest.map(\.isSample) == [true, false, false])
            #expect(measures["c03"].newest.first?.state?.zh == "拟实施")
            #expect((measures["c25"].records, measures["c01"].records) == (1, 0) && measures["c01"].newest.isEmpty)
        }
    }

    @Test func `measures are read again when they are old, not for each reader`() async throws {
        try await withWorkplace { place in
            let fixture = Fixture(place.store)
            try await fixture.publishShipped()
            let patient = fixture.plans(patience: .seconds(600))
            #expect(try await patient()?.measures?["c01"].records == 0)
            try await fixture.measure("举措", "c01")
            #expect(try await patient()?.measures?["c01"].records == 0)
            #expect(try await fixture.plans()()?.measures?["c01"].records == 1)
        }
    }

    @Test func `measures that only staff read are told to nobody`() async throws {
        try await withWorkplace { place in
            let fixture = Fixture(place.store)
            let files = try DefinitionFolder(path: Shipped.path).files().map { file in
                file.name != "measure"
                    ? file
                    : DeclarationFile(
                        kind: .register,
                        name: file.name,
                        path: file.path,
                        text: file.text.replacing("\nwrite: [staff]", with: "\nread: [staff]\nwrite: [staff]")
                    )
            }
            _ = try await fixture.publish(fixture.publish.plan(files), by: .operator)
            try await fixture.measure("举措", "c01")
            #expect(try await fixture.plans()()?.measures == nil)
        }
    }
}
