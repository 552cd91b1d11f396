import Declarations
import Domain
import Foundation
import Identity
import Store
import Testing

@testable import Registers

/// The figures of the plan over real institutions and all prefectures, against counts made by hand.
struct RealFiguresTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path
    private static let data = URL(filePath: root).appending(path: "../shared/data").standardizedFileURL.path
    private static let seed = data + "/institutions/institutions-seed.csv"
    private static let isThere = FileManager.default.fileExists(atPath: seed)

    /// How many prefectures the provincial units have that have any, by the first two digits, as the yearbook of divisions says.
    private static let prefectures: [(unit: String, count: Int)] = [
        ("13", 11), ("14", 11), ("15", 12), ("21", 14), ("22", 9), ("23", 13), ("32", 13), ("33", 11), ("34", 16),
        ("35", 9), ("36", 11), ("37", 16), ("41", 17), ("42", 13), ("43", 14), ("44", 21), ("45", 14), ("46", 4),
        ("51", 21), ("52", 9), ("53", 16), ("54", 7), ("61", 10), ("62", 14), ("63", 8), ("64", 5), ("65", 14),
    ]

    /// The codes of a simple CSV that are prefectures.
    private static func codes() throws -> [String] {
        try String(contentsOfFile: data + "/regions/cities.csv", encoding: .utf8).split(separator: "\n").dropFirst()
            .compactMap { $0.split(separator: ",").first.map { $0.replacing("\"", with: "") + "00" } }
            .filter { RegionCode($0)?.level == .prefecture }
    }

    /// The real institutions as a table of the register, made by the script that comes with the program.
    private static func institutions(of file: String = seed) throws -> (table: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["awk", "-f", root + "/Scripts/institutions.awk", file]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let table = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: table, as: UTF8.self), process.terminationStatus)
    }

    @Test func `a line of another kind or shape is refused by the script`() async throws {
        try await withWorkplace { place in
            let list = try place.write(
                "name,region,kind,batch_or_status,date,source_url\n示例甲,上海,TISC,,,\n示例乙,上海,茶馆,,,\n示例丙,上海,TISC\n",
                to: "list.csv"
            )
            let (table, status) = try Self.institutions(of: list)
            #expect(status == 1 && table.split(separator: "\n").last == "示例甲,tisc,national,上海,示例甲,,,running")
        }
    }

    @Test(.enabled(if: isThere, "the real institutions are not there"))
    func `the real institutions and all prefectures give what a hand counts`() async throws {
        try await withWorkplace { place in
            let cache = DefinitionCache(store: place.store, patience: .zero)
            let publish = PublishDefinitions(store: place.store, cache: cache)
            _ = try await publish(publish.plan(DefinitionFolder(path: Shipped.path).files()), by: .operator)
            let importing = ImportEntries(store: place.store, definitions: cache)
            let figures = Figures(store: place.store, definitions: cache, rest: 0)
            let real = try Self.institutions()
            #expect(real.status == 0)
            let report = try await importing(
                place.write(real.table, to: "real.csv"),
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

            // Nine were recognised in July 2022, but outlets of a province are no key outlets of the nation.
            let shanghai = try await place.store.entries(following: "institution/", limit: 100).map(
                DeclaredContent.read
            )
            .filter { $0.fields["kind"]?.text == "provincial" }
            #expect(shanghai.count == 9 && shanghai.allSatisfy { $0.fields["designated"]?.text == "2022-07-15" })

            // A comprehensive one in every second prefecture of the table of divisions, which has nine lines that are none.
            let all = try Self.codes()
            #expect(all.count == 333 && Self.prefectures.map(\.count).reduce(0, +) == 333)
            func enter(_ codes: [String], _ name: String) async throws {
                let rows = codes.map { "示例\($0),comprehensive,prefecture,\($0),yes,running" }
                let table = (["name,kind,level,region,comprehensive,state"] + rows).joined(separator: "\n") + "\n"
                let report = try await importing(
                    place.write(table, to: name),
                    into: "institution",
                    trial: false,
                    author: "import"
                )
                #expect(report.problems == [] && report.new == codes.count)
            }
            let chosen = all.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
            try await enter(chosen, "half.csv")
            var coverage = try await figures("prefecture-coverage")
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

            // Then in all 333: both denominators are reached, in the nation and in each of the 34 units that has prefectures.
            try await enter(all.filter { !chosen.contains($0) }, "rest.csv")
            coverage = try await figures("prefecture-coverage")
            #expect(coverage.figure.count == 333 && coverage.gaps.isEmpty && coverage.entries.count == 333)
            #expect(coverage.figure.shares.map(\.?.count) == [333, 318])
            #expect(coverage.figure.shares.map(\.?.tenths) == [1_000, 1_000])
            #expect(coverage.figure.missing(to: 50) == [0, 0] && coverage.below.count == 34)
            for below in coverage.below {
                let hand = Self.prefectures.first { below.region.digits.hasPrefix($0.unit) }?.count
                #expect(below.figure.count == hand ?? 0, "\(below.region.digits)")
                #expect(below.figure.shares[0]?.all == hand, "\(below.region.digits)")
            }
            #expect(try await figures("key-outlets").figure.count == 8)

            // One opens in Baoding: figure, drill-down and month follow.
            let entry = try #require(
                try await figures("key-outlets", in: "河北").below.first { $0.region.digits == "130600" }
            )
            #expect(entry.figure.count == 0)
            let opened = real.table.replacing("第二期第一批筹建,,planned", with: "第二期第一批筹建,,running")
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
