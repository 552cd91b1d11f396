import Declarations
import Domain
import Foundation
import Identity
import Store
import Testing

@testable import Registers

/// The figures of the plan over real institutions and all prefectures, against counts made by hand.
struct RealFiguresTests {
    private static let data = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../../shared/data"
    ).standardizedFileURL.path
    private static let isThere = FileManager.default.fileExists(atPath: data + "/institutions/institutions-seed.csv")

    /// Rows of a simple CSV without its head.
    private static func rows(_ name: String) throws -> [[String]] {
        try String(contentsOfFile: data + "/" + name, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { String($0.replacing("\"", with: "")) }
        }
    }

    /// Kind, level and state as the register has them.
    private static func kind(_ text: String) -> (String, String, String) {
        switch text {
        case "TISC": ("tisc", "national", "running")
        case "TISC筹建机构": ("tisc", "national", "planned")
        case "高校国家知识产权信息服务中心": ("university", "national", "running")
        default: ("provincial", "province", "running")
        }
    }

    /// The real institutions as a table of the register.
    private static func institutions() throws -> String {
        let lines = try rows("institutions/institutions-seed.csv").map { row -> String in
            let (kind, level, state) = Self.kind(row[2])
            return [row[0], kind, level, row[1], row[0], state].joined(separator: ",")
        }
        return (["name,kind,level,region,body,state"] + lines).joined(separator: "\n") + "\n"
    }

    @Test(.enabled(if: isThere, "the real institutions are not there"))
    func `the real institutions and all prefectures give what a hand counts`() async throws {
        try await withWorkplace { place in
            let cache = DefinitionCache(store: place.store, patience: .zero)
            let publish = PublishDefinitions(store: place.store, cache: cache)
            _ = try await publish(publish.plan(DefinitionFolder(path: Shipped.path).files()), by: .operator)
            let importing = ImportEntries(store: place.store, definitions: cache)
            let figures = Figures(store: place.store, definitions: cache, rest: 0)
            let report = try await importing(
                place.write(Self.institutions(), to: "real.csv"),
                into: "institution",
                trial: false,
                author: "import"
            )
            #expect(report.problems == [] && report.new == 19)

            // Six TISC at work, five of them in Beijing and one in Guizhou, and two universities in Beijing.
            let outlets = try await figures("key-outlets")
            #expect(outlets.figure.count == 8 && outlets.parts.map(\.count) == [6, 2, 0] && outlets.entries.count == 8)
            #expect(outlets.figure.missing(to: 550) == [542])
            let units = Dictionary(uniqueKeysWithValues: outlets.below.map { ($0.region.digits, $0) })
            #expect(units.count == 34 && units["110000"]?.figure.count == 7 && units["520000"]?.figure.count == 1)
            #expect(outlets.below.map(\.figure.count).reduce(0, +) == 8)
            // Something is entered in Shanghai, though none of it counts; nothing in Xizang and Taiwan.
            #expect(units["310000"]?.isKnown == true && units["310000"]?.figure.count == 0)
            #expect(units["540000"]?.isKnown == false && units["710000"]?.isKnown == false)

            // One in every second prefecture of the table of divisions, which has nine lines that are none.
            let prefectures = try Self.rows("regions/cities.csv").map { $0[0] + "00" }
                .filter { RegionCode($0)?.level == .prefecture }
            #expect(prefectures.count == 333)
            let chosen = prefectures.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
            let table = chosen.map { "示例\($0),comprehensive,prefecture,\($0),,yes,running" }
            _ = try await importing(
                place.write(
                    (["name,kind,level,region,body,comprehensive,state"] + table).joined(separator: "\n") + "\n",
                    to: "all.csv"
                ),
                into: "institution",
                trial: false,
                author: "import"
            )
            let coverage = try await figures("prefecture-coverage")
            #expect(coverage.figure.count == 167 && coverage.figure.shares.map(\.?.all) == [333, 318])
            // 167 of 333 are 50.15 percent.
            #expect(coverage.figure.shares[0]?.tenths == 502 && coverage.gaps.count == 166)
            let apart = [
                "210100", "210200", "220100", "230100", "320100", "330100", "330200", "350200", "370100", "370200",
                "420100", "440100", "440300", "510100", "610100",
            ]
            #expect(coverage.figure.shares[1]?.count == chosen.filter { !apart.contains($0) }.count)
            for below in coverage.below {
                let own = chosen.filter { $0.hasPrefix(below.region.digits.prefix(2)) }.count
                #expect(below.figure.count == own, "\(below.region.digits)")
            }

            // One opens in Baoding: figure, drill-down and month follow.
            let entry = try #require(
                try await figures("key-outlets", in: "河北").below.first { $0.region.digits == "130600" }
            )
            #expect(entry.figure.count == 0)
            let opened = try Self.institutions().replacing("河北保定,华北电力大学(保定),planned", with: "河北保定,华北电力大学(保定),running")
            let changed = try await importing(
                place.write(opened, to: "opened.csv"),
                into: "institution",
                trial: false,
                author: "import"
            )
            #expect(changed.changed == 1)
            #expect(try await figures("key-outlets").figure.count == 9)
            #expect(try await figures("key-outlets", in: "河北保定").entries.count == 1)
            #expect(try await figures.trend("key-outlets", in: "河北").months.last?.figure.count == 1)
        }
    }
}
