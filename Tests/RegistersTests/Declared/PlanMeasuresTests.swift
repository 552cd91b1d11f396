import Declarations
import Discovery
import Domain
import EntryIndex
import Identity
import Store
import Testing

@testable import Registers

/// The measures of a plan, counted from the index of registers.
struct PlanMeasuresTests {
    private struct Fixture {
        let store: Store
        let cache: DefinitionCache
        let entries: RegisterEntries
        let index: PublishedIndex
        let follower: IndexFollower

        init(_ place: Workplace, _ files: [DeclarationFile]) async throws {
            let store = place.store
            self.store = store
            let cache = DefinitionCache(store: store, patience: .zero)
            self.cache = cache
            entries = RegisterEntries(store: store, definitions: cache)
            index = PublishedIndex()
            follower = IndexFollower(
                folder: place.folder + "/index-registers",
                store: store,
                published: index,
                options: .registers
            ) { try await cache.current().source }
            let publish = PublishDefinitions(store: store, cache: cache)
            _ = try await publish(publish.plan(files), by: .operator)
        }

        func measures(patience: Duration = .zero) -> PlanMeasures {
            let pool = SearchPool(options: SearchPool.Options(threads: 1))
            return PlanMeasures(ListEntries(entries: entries, index: index, pool: pool), patience: patience)
        }

        func plan() async throws -> PlanDeclaration {
            try #require(try await PlansInForce(definitions: cache)()?.plan)
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

    private func shipped(_ change: (String) -> String = { $0 }) throws -> [DeclarationFile] {
        try DefinitionFolder(path: Shipped.path).files().map { file in
            guard file.kind == .register, file.name == "measure" else { return file }
            return DeclarationFile(kind: file.kind, name: file.name, path: file.path, text: change(file.text))
        }
    }

    @Test func `measures are counted by clause, samples apart, and the newest are named`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place, try shipped())
            for number in 1...4 { try await fixture.measure("举措 \(number)", "c03") }
            try await fixture.measure("示例举措", "c03", sample: true)
            let gone = try await fixture.measure("撤回的举措", "c03")
            try await fixture.measure("另一条", "c25")
            #expect(try await place.store.withdraw([gone], as: .withdrawn, author: "operator") == 1)
            try await fixture.follower.catchUp()
            let plan = try await fixture.plan()
            let measures = try #require(try await fixture.measures()(plan))
            #expect(measures.count == 26)
            let third = try #require(measures["c03"])
            #expect((third.records, third.samples) == (4, 1))
            #expect(third.newest.map(\.title) == ["示例举措", "举措 4", "举措 3"])
            #expect(third.newest.map(\.content.sample) == [true, nil, nil])
            #expect((measures["c25"]?.records, measures["c01"]?.records) == (1, 0))
            #expect(measures["c01"]?.newest.isEmpty == true)
            await fixture.follower.close()
        }
    }

    @Test func `measures are counted again when they are old, not for each reader`() async throws {
        try await withWorkplace { place in
            let fixture = try await Fixture(place, try shipped())
            try await fixture.follower.catchUp()
            let plan = try await fixture.plan()
            let patient = fixture.measures(patience: .seconds(600))
            #expect(try await patient(plan)?["c01"]?.records == 0)
            try await fixture.measure("举措", "c01")
            try await fixture.follower.catchUp()
            #expect(try await patient(plan)?["c01"]?.records == 0)
            #expect(try await fixture.measures()(plan)?["c01"]?.records == 1)
            await fixture.follower.close()
        }
    }

    @Test func `measures that only staff read, or that are not counted by clause, are told to nobody`() async throws {
        for change in [
            { (text: String) in text.replacing("\nwrite: [staff]", with: "\nread: [staff]\nwrite: [staff]") },
            { (text: String) in text.replacing("use: [list, facet, sort]", with: "use: [list]") },
        ] {
            try await withWorkplace { place in
                let fixture = try await Fixture(place, try shipped(change))
                try await fixture.measure("举措", "c01")
                // Before there is an index nothing is told either.
                #expect(try await fixture.measures()(fixture.plan())?.count == nil)
                try await fixture.follower.catchUp()
                #expect(try await fixture.measures()(fixture.plan())?.count == nil)
                await fixture.follower.close()
            }
        }
    }
}
