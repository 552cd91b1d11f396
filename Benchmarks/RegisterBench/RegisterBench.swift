import ArgumentParser
import Declarations
import Discovery
import Domain
import EntryIndex
import Foundation
import Index
import Registers
import SQLiteDriver
import Store

/// Lists of the register of institutions with many made-up entries (示例) on SQLite: how long saving, indexing and questions take.
@main
struct RegisterBench: AsyncParsableCommand {
    @Option(help: "Entries of the register.") var entries = 100_000
    @Option(help: "How often each question is asked.") var rounds = 200
    @Option(help: "The folder of declarations.") var definitions = "Definitions"

    /// Entries saved together.
    private static let batch = 500

    func run() async throws {
        let folder = NSTemporaryDirectory() + "register-bench-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer {
            // A folder left behind in the temporary files harms nothing.
            try? FileManager.default.removeItem(atPath: folder)
        }
        let store = try await Store.open(SQLiteDatabase(path: folder + "/huizhi.sqlite"))
        let cache = DefinitionCache(store: store)
        let publish = PublishDefinitions(store: store, cache: cache)
        _ = try await publish.atStart(try DefinitionFolder(path: definitions).files())
        let made = MadeInstitutions(codes: try await cache.current().set.codes)
        try await measure("save, \(entries) entries") {
            for start in stride(from: 0, to: entries, by: Self.batch) {
                _ = try await store.save(
                    try (start..<min(entries, start + Self.batch)).map(made.change),
                    author: "bench"
                )
            }
        }
        let published = PublishedIndex()
        let follower = IndexFollower(
            folder: folder + "/index-registers",
            store: store,
            published: published,
            options: .registers
        ) { try await cache.current().source }
        try await measure("index") { try await follower.catchUp() }
        print("bytes of the index: \(published.snapshot?.byteCount ?? 0)")
        let list = ListEntries(
            entries: RegisterEntries(store: store, definitions: cache),
            index: published,
            pool: SearchPool()
        )
        try await check(list, made)
        for (name, question) in Self.questions {
            try await measure(name, list, question)
        }
        let nearest = NearestPlaces(list)
        for (name, question) in Self.places {
            try await measure(name, nearest, question)
        }
        await follower.close()
        try await store.close()
    }

    private static let questions: [(String, ListEntries.Question)] = [
        ("first page by title", .init(register: "institution")),
        ("one kind", .init(register: "institution", filters: ["kind": ["tisc"]])),
        (
            "kind, state and region",
            .init(register: "institution", filters: ["kind": ["tisc"], "state": ["running"]], region: "610000")
        ),
        ("two words", .init(register: "institution", text: "知识产权 服务")),
        ("newest first", .init(register: "institution", sort: "-_changed")),
        ("page 400 of 200 by date", .init(register: "institution", sort: "-recognised", page: 400, size: 200)),
    ]

    private func measure(_ name: String, _ body: () async throws -> Void) async throws {
        let time = try await ContinuousClock().measure(body)
        print("\(name): \(time)")
    }

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

    private func measure(_ name: String, _ nearest: NearestPlaces, _ question: NearestPlaces.Question) async throws {
        let places = try await nearest(question)?.places.count ?? 0
        var times: [Duration] = []
        for _ in 0..<rounds {
            times.append(try await ContinuousClock().measure { _ = try await nearest(question) })
        }
        times.sort()
        print("\(name): median \(times[rounds / 2]), p95 \(times[rounds * 95 / 100]), \(places) places")
    }

    private func measure(_ name: String, _ list: ListEntries, _ question: ListEntries.Question) async throws {
        var question = question
        question.page = min(question.page, max(1, entries / max(1, question.size)))
        // The first question makes label maps, which stay with the snapshot.
        _ = try await list(question, .everyone)
        var times: [Duration] = []
        for _ in 0..<rounds {
            times.append(try await ContinuousClock().measure { _ = try await list(question, .everyone) })
        }
        times.sort()
        print("\(name): median \(times[rounds / 2]), p95 \(times[rounds * 95 / 100])")
    }

    /// Compares the counts of kinds with those of what was made.
    private func check(_ list: ListEntries, _ made: MadeInstitutions) async throws {
        let answer = try await list(.init(register: "institution", size: 0), .everyone)
        let counted = answer.facets.first { $0.field == "kind" }?.values ?? []
        let wanted = Dictionary((0..<entries).map { (made.kind($0), 1) }, uniquingKeysWith: +)
        guard Dictionary(counted.map { ($0.code, $0.count) }, uniquingKeysWith: +) == wanted else {
            throw ValidationError("the counts of kinds are not those of what was saved")
        }
        print("counts of \(wanted.count) kinds are exact")
    }
}
