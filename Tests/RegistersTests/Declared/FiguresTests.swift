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
            let figures = Figures(store: place.store, definitions: cache)
            #expect(try await figures.indicators().map(\.name) == ["prefecture-coverage", "key-outlets"])
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
            #expect(
                coverage.figure.count == 2 && coverage.figure.of == [10, 9] && coverage.figure.shares == [200, 222]
            )
            #expect(coverage.gaps.map(\.digits).prefix(2) == ["610200", "610400"] && coverage.gaps.count == 8)
            #expect(coverage.below.map(\.region.digits).first == "610100" && coverage.below.count == 10)
            let nation = try await figures("prefecture-coverage")
            #expect(nation.figure.of == [333, 318] && nation.below.count == 34)
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
            let new = try #require(Set(after.figure.entries).subtracting(outlets.figure.entries).first)
            #expect(after.figure.entries.count == outlets.figure.entries.count + 1)
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
            let figures = Figures(store: place.store, definitions: cache)
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
