import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// Plans as everybody reads them.
struct PlansInForceTests {
    private struct Fixture {
        let store: Store
        let cache: DefinitionCache
        let publish: PublishDefinitions

        init(_ store: Store) {
            self.store = store
            cache = DefinitionCache(store: store, patience: .zero)
            publish = PublishDefinitions(store: store, cache: cache)
        }

        func publishShipped() async throws {
            _ = try await publish(publish.plan(DefinitionFolder(path: Shipped.path).files()), by: .operator)
        }

        func plans() -> PlansInForce { PlansInForce(definitions: cache) }
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
            #expect(view.plan.measures == nil, "it names no register of measures")
        }
    }
}
