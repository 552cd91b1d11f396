import ArgumentParser
import Declarations
import Discovery
import Domain
import EntryIndex
import Foundation
import Index
import PostgresDriver
import Registers
import SQLiteDriver
import Store

/// Measures the register of institutions with many made-up entries (示例); `registers.py` calls it.
@main
struct RegisterBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register-bench",
        abstract: "Measure a declared register with many entries on a database; one JSON line a measurement."
    )

    @Argument(help: "sqlite:FOLDER or postgres://..., without a store.") var database: String
    @Option(help: "Entries of the register.") var entries = 100_000
    @Option(help: "How often each question is asked.") var rounds = 200
    @Option(help: "The folder of declarations.") var definitions = "Definitions"
    @Option(help: "The folder for the table and the index.") var scratch: String

    func run() async throws {
        let store = try await openStore()
        let cache = DefinitionCache(store: store)
        let publish = PublishDefinitions(store: store, cache: cache)
        _ = try await publish.atStart(try DefinitionFolder(path: definitions).files())
        let made = MadeInstitutions(codes: try await cache.current().set.codes)
        try await takeIn(made, ImportEntries(store: store, definitions: cache))
        let published = PublishedIndex()
        let follower = IndexFollower(
            folder: scratch + "/index-registers",
            store: store,
            published: published,
            options: .registers
        ) { try await cache.current().source }
        try await rate("index") { try await follower.catchUp() }
        let list = ListEntries(
            entries: RegisterEntries(store: store, definitions: cache),
            index: published,
            pool: SearchPool()
        )
        try await check(list, made)
        for (name, question) in Self.questions { try await ask(name, list, question) }
        let nearest = NearestPlaces(list)
        for (name, question) in Self.places { try await time(name) { _ = try await nearest(question) } }
        await follower.close()
        try await store.close()
    }

    private func openStore() async throws -> Store {
        let sqlite = "sqlite:"
        guard database.hasPrefix(sqlite) else { return try await Store.open(PostgresDatabase(url: database)) }
        let folder = StoreFolder(path: String(database.dropFirst(sqlite.count)))
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        return try await Store.open(SQLiteDatabase(path: folder.database))
    }

    // MARK: Taking in

    private func takeIn(_ made: MadeInstitutions, _ take: ImportEntries) async throws {
        let table = scratch + "/institutions.csv"
        let rows = [MadeInstitutions.head] + (0..<entries).map(made.row)
        try rows.joined(separator: "\n").write(toFile: table, atomically: false, encoding: .utf8)
        for name in ["import", "import again, nothing changed"] {
            try await rate(name) {
                let report = try await take(table, into: "institution", trial: false, samples: true, author: "bench")
                guard report.isStored, report.new + report.unchanged == entries else {
                    throw ValidationError("not every row was taken in: \(report.problems.prefix(3))")
                }
            }
        }
    }

    private func rate(_ name: String, _ body: () async throws -> Void) async throws {
        let time = try await ContinuousClock().measure(body)
        try tell(Line(measure: name, perSecond: Double(entries) / (time / .seconds(1))))
    }

    // MARK: Asking

    private static let questions: [(String, ListEntries.Question)] = [
        ("first page, by title", .init(register: "institution")),
        ("one kind", .init(register: "institution", filters: ["kind": ["tisc"]])),
        (
            "kind, state and region",
            .init(register: "institution", filters: ["kind": ["tisc"], "state": ["running"]], region: "610000")
        ),
        ("a word of every entry", .init(register: "institution", text: "服务")),
        ("two words of every entry", .init(register: "institution", text: "知识产权 服务")),
        ("a place by its name", .init(register: "institution", text: "西安市")),
        ("newest first", .init(register: "institution", sort: "-_changed")),
        ("page 400 of 200, by date", .init(register: "institution", sort: "-recognised", page: 400, size: 200)),
    ]

    /// In the heap of the city, far away from every place, with what is needed and open now, and by the name of a division.
    private static let places: [(String, NearestPlaces.Question)] = [
        ("nearest in a city", place { $0.point = GeoPoint("34.26,108.94") }),
        ("nearest to a desert", place { $0.point = GeoPoint("48.00,95.00") }),
        (
            "nearest that offers advice and is open",
            place {
                $0.point = GeoPoint("34.26,108.94")
                $0.filters = ["services": ["consult"]]
                $0.isOpen = true
            }
        ),
        (
            "page 100 of the nearest",
            place {
                $0.point = GeoPoint("34.26,108.94")
                $0.page = 100
            }
        ),
        ("places of a prefecture", place { $0.region = "610100" }),
    ]

    private static func place(_ change: (inout NearestPlaces.Question) -> Void) -> NearestPlaces.Question {
        var question = NearestPlaces.Question(register: "institution")
        change(&question)
        return question
    }

    private func ask(_ name: String, _ list: ListEntries, _ question: ListEntries.Question) async throws {
        var question = question
        question.page = min(question.page, max(1, entries / max(1, question.size)))
        let asked = question
        try await time(name) { _ = try await list(asked, .everyone) }
    }

    private func time(_ name: String, _ body: () async throws -> Void) async throws {
        // The first question makes label maps, which stay with the snapshot.
        try await body()
        var times: [Double] = []
        for _ in 0..<rounds { times.append(try await ContinuousClock().measure(body) / .milliseconds(1)) }
        times.sort()
        try tell(Line(measure: name, median: times[rounds / 2], p95: times[rounds * 95 / 100]))
    }

    /// Compares the counts of kinds with those of what was made.
    private func check(_ list: ListEntries, _ made: MadeInstitutions) async throws {
        let answer = try await list(.init(register: "institution", size: 0), .everyone)
        let counted = answer.facets.first { $0.field == "kind" }?.values ?? []
        let wanted = Dictionary((0..<entries).map { (made.kind($0), 1) }, uniquingKeysWith: +)
        guard Dictionary(counted.map { ($0.code, $0.count) }, uniquingKeysWith: +) == wanted else {
            throw ValidationError("the counts of kinds are not those of what was made")
        }
    }

    // MARK: Telling

    /// What came of one measurement; times are in ms.
    private struct Line: Encodable {
        let measure: String
        var perSecond: Double?
        var median: Double?
        var p95: Double?
    }

    private func tell(_ line: Line) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
}
