import Declarations
import Domain
import Identity
import Store
import Testing

@testable import Registers

/// The indicators that come with the program, over entries put in by hand.
@Suite(.onEveryDatabase, .namingTheDatabase)
struct FiguresTests {
    private func table(_ rows: [String]) -> String {
        (["name,kind,level,region,body,comprehensive,state"] + rows).joined(separator: "\n") + "\n"
    }

    @Test func `one outlet changed moves the figure and its rows`() async throws {
        try await withWorkplace { place in
            let cache = DefinitionCache(store: place.store, patience: .zero)
            let publish = PublishDefinitions(store: place.store, cache: cache)
            _ = try await publish(publish.plan(DefinitionFolder(path: Shipped.path).files()), by: .operator)
            let importing = ImportEntries(store: place.store, definitions: cache)
            let figures = Figures(store: place.store, definitions: cache, rest: 0)
            #expect(
                try await figures.indicators().map(\.name) == [
                    "prefecture-coverage", "key-outlets", "standardised-cities", "platform-milestones",
                ]
            )
            #expect(try await figures("key-outlets").figure.count == 0)
            let path = try place.write(
                table([
                    "示例甲,comprehensive,prefecture,西安市,,yes,running", "示例乙,comprehensive,prefecture,610300,,yes,running",
                    "示例丙,comprehensive,prefecture,610400,,no,running", "示例丁,tisc,national,西安市,示例大学,,running",
                    "示例戊,university,national,西安市,示例学院,,running", "示例己,filed,national,北京,示例图书馆,,planned",
                ]),
                to: "institutions.csv"
            )
            let report = try await importing(path, into: "institution", trial: false, author: "import")
            #expect(report.problems == [] && report.new == 6)
            let coverage = try await figures("prefecture-coverage", in: "陕西省")
            // Xi'an is left out of the nine, and of what counts of them.
            #expect(coverage.figure.count == 2 && coverage.figure.shares.map(\.?.all) == [10, 9])
            #expect(coverage.figure.shares.map(\.?.tenths) == [200, 111])
            #expect(coverage.gaps.map(\.region.digits).prefix(2) == ["610200", "610400"] && coverage.gaps.count == 8)
            #expect(coverage.below.map(\.region.digits).first == "610100" && coverage.below.count == 10)
            let nation = try await figures("prefecture-coverage")
            #expect(nation.figure.shares.map(\.?.all) == [333, 318] && nation.below.count == 34)
            #expect(nation.figure.missing(to: 50) == [165, 158])
            #expect(nation.below.filter(\.isKnown).map(\.region.digits) == ["110000", "610000"])
            let outlets = try await figures("key-outlets")
            #expect(outlets.figure.count == 2 && outlets.below.first?.figure.count == 0)
            // The third opens: the figure moves, and its row is among those behind it.
            let changed = try place.write(
                table(["示例己,filed,national,北京,示例图书馆,,running"]),
                to: "changed.csv"
            )
            #expect(try await importing(changed, into: "institution", trial: false, author: "import").changed == 1)
            let after = try await figures("key-outlets")
            #expect(after.figure.count == 3 && after.below.first?.figure.count == 1)
            let new = try #require(Set(after.entries).subtracting(outlets.entries).first)
            #expect(after.entries.count == outlets.entries.count + 1)
            #expect(after.parts.map(\.code.code) == ["tisc", "university", "filed"])
            #expect(after.parts.map(\.count) == [1, 1, 1] && outlets.parts.map(\.count) == [1, 1, 0])
            #expect(after.clause?.clause.units?.hasPrefix("公共服务司") == true && after.clause?.plan == "2023-2025")
            let entry = try #require(try await place.store.entry(new))
            let content = try DeclaredContent.read(entry)
            #expect(content.fields["name"] == .text("示例己"))
        }
    }

    @Test func `a region or an indicator that is none is told`() async throws {
        try await withWorkplace { place in
            let cache = DefinitionCache(store: place.store, patience: .zero)
            let publish = PublishDefinitions(store: place.store, cache: cache)
            _ = try await publish(publish.plan(DefinitionFolder(path: Shipped.path).files()), by: .operator)
            let figures = Figures(store: place.store, definitions: cache, rest: 0)
            await #expect(throws: Failure.notFound(what: "an indicator nothing")) { _ = try await figures("nothing") }
            await #expect(
                throws: Failure.invalid(
                    field: "region",
                    reason: "‘火星’ is no division; write six digits or a name, such as 610000"
                )
            ) { _ = try await figures("key-outlets", in: "火星") }
        }
    }
}
