import Bytes
import Foundation
import SQLCore
import SQLiteDriver
import Store
import Testing

/// A store that goes back to an earlier line of its log is the store that stopped there.
struct RewindTests {
    /// A small generator, so that a seed repeats a history.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// One step of a history.
    private enum Step: Sendable {
        case apply([Int], String, String)
        case withdraw([Int], EntryState)
    }

    // Contents carry the number of their keys, so that these can be worked out again.
    private static func record(_ number: Int, _ says: String, _ source: String) -> ImportRecord {
        let texts = number % 3 == 0 ? [EntryText(part: "claims", language: "zh", text: "权利要求 \(says)")] : []
        return StoreTests.record(number, says: says, source: source, texts: texts)
    }

    private static let draft: @Sendable (StoredEntry) throws -> Draft = { entry in
        let number = entry.entry.split(separator: "/").last ?? ""
        return Draft(
            content: entry.content,
            keys: [LookupKey(scope: "patent", field: "publication", value: "CN\(number)")]
        )
    }

    private func history(_ random: inout Random) -> [Step] {
        (0..<12).map { step in
            let numbers = (0..<Int.random(in: 1...60, using: &random)).map { _ in Int.random(in: 0..<90, using: &random)
            }
            if Int.random(in: 0..<4, using: &random) == 0 {
                return .withdraw(numbers, Int.random(in: 0..<3, using: &random) == 0 ? .erased : .withdrawn)
            }
            return .apply(numbers, "step \(step)", ["a", "b"].randomElement(using: &random) ?? "a")
        }
    }

    private func run(_ steps: some Sequence<Step>, on fixture: Fixture) async throws {
        for step in steps {
            switch step {
            case .apply(let numbers, let says, let source):
                _ = try await fixture.store.apply(batch(numbers.map { Self.record($0, says, source) }))
            case .withdraw(let numbers, let state):
                try await fixture.store.withdraw(
                    numbers.map { "patent/CN/\($0)" },
                    as: state,
                    author: "system",
                    note: "why"
                )
            }
        }
    }

    private func withCopy<T>(of fixture: Fixture, at size: Int64, _ body: (Fixture, Store.Rewound) async throws -> T)
        async throws -> T
    {
        let place = fixture.folder + "/" + UUID().uuidString
        try await fixture.store.backup(of: StoreFolder(path: fixture.folder), to: place + "-b")
        let rewound = try await Store.restore(
            from: place + "-b",
            to: StoreFolder(path: place),
            upTo: size,
            open: { try SQLiteDatabase(path: $0) },
            draft: Self.draft
        )
        let copy = try await Fixture.open(place, clock: fixture.clock)
        let result = try await body(copy, rewound)
        try await copy.store.close()
        return result
    }

    /// All entries but some, tombstones of either kind alike: what was erased since stays erased.
    private func contents(_ store: Store, without lost: [String]) async throws -> [StoredEntry] {
        try await store.entries(following: "", limit: 1_000, withTexts: true).filter { !lost.contains($0.entry) }
            .map { entry in
                StoredEntry(
                    register: entry.register,
                    entry: entry.entry,
                    version: entry.version,
                    sequence: entry.sequence,
                    time: entry.time,
                    state: entry.isTombstone ? .withdrawn : .live,
                    digest: entry.digest,
                    content: entry.content,
                    texts: entry.texts
                )
            }
    }

    @Test(arguments: 0..<6)
    func `restored up to a line it is the store that stopped there, but for what was withdrawn since`(run number: Int)
        async throws
    {
        let seed = UInt64(ProcessInfo.processInfo.environment["HUIZHI_SEED"] ?? "") ?? .random(in: 0 ... .max)
        var random = Random(state: seed &+ UInt64(number))
        let steps = history(&random)
        let stop = Int.random(in: 0..<steps.count, using: &random)
        let comment: Comment = "seed \(seed), run \(number), stop \(stop)"
        try await withStore { stopped in
            try await run(steps.prefix(stop), on: stopped)
            let size = try await stopped.store.logHead().size
            try await withFolder { folder in
                let whole = try await Fixture.open(folder, clock: stopped.clock)
                try await run(steps, on: whole)
                try await withCopy(of: whole, at: size) { copy, rewound in
                    #expect(try await copy.store.verify().findings == [], comment)
                    #expect(try await copy.store.root(at: size) == stopped.store.logHead().root, comment)
                    #expect(try await copy.store.logHead().size == size + Int64(rewound.lost.count), comment)
                    let restored = try await contents(copy.store, without: rewound.lost)
                    #expect(try await restored == contents(stopped.store, without: rewound.lost), comment)
                    for entry in restored {
                        let history = try await copy.store.versions(of: entry.entry).map(\.digest)
                        #expect(try await history == stopped.store.versions(of: entry.entry).map(\.digest), comment)
                        let key = LookupKey(
                            scope: "patent",
                            field: "publication",
                            value: "CN\(entry.entry.split(separator: "/").last ?? "")"
                        )
                        #expect(
                            try await copy.store.entry(with: key) == (entry.isTombstone ? nil : entry.entry),
                            comment
                        )
                    }
                    if rewound.lost.isEmpty {
                        #expect(try await copy.store.logHead() == stopped.store.logHead(), comment)
                        #expect(try await copy.store.logicalDigest() == stopped.store.logicalDigest(), comment)
                        #expect(try await copy.store.counts().map(\.entries) == stopped.store.counts().map(\.entries))
                    }
                    for entry in try await copy.store.entries(rewound.lost) { #expect(entry?.isTombstone == true) }
                    // It takes what comes next.
                    _ = try await copy.store.apply(batch((0..<90).map { Self.record($0, "after", "a") }))
                    #expect(try await copy.store.verify().findings == [], comment)
                }
            }
        }
    }

    @Test func `every line can be gone back to, within batches and over the edges of tiles`() async throws {
        try await withStore { fixture in
            let key = try LogKey.load(orMakeAt: StoreFolder(path: fixture.folder).logKey)
            for round in 0..<4 {
                _ = try await fixture.store.apply(batch((0..<200).map { Self.record($0, "round \(round)", "a") }))
                _ = try await fixture.store.signCheckpoint(with: key)
            }
            for size in [Int64(0), 1, 199, 255, 256, 257, 511, 512, 600, 799, 800] {
                let root = try await fixture.store.root(at: size)
                try await withCopy(of: fixture, at: size) { copy, rewound in
                    #expect(rewound.lost == [])
                    #expect(rewound.lines == 800 - size)
                    #expect(try await copy.store.logHead() == LogHead(size: size, root: root))
                    #expect(try await copy.store.verify(key: key.verifier).findings == [])
                    #expect(try await copy.store.lastCheckpoint()?.size == (size < 200 ? nil : size / 200 * 200))
                    // The same records again give the same log.
                    if size == 600 {
                        _ = try await copy.store.apply(batch((0..<200).map { Self.record($0, "round 3", "a") }))
                        #expect(try await copy.store.logHead() == fixture.store.logHead())
                    }
                }
            }
        }
    }

    @Test func `a line that is not in the backup is refused, and the folder stays free`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.apply(batch([Self.record(1, "first", "a")]))
            let target = fixture.folder + "/b"
            try await fixture.store.backup(of: StoreFolder(path: fixture.folder), to: target)
            let fresh = StoreFolder(path: fixture.folder + "/fresh")
            for size in [Int64(2), 1] {
                let restoring = {
                    try await Store.restore(
                        from: target,
                        to: fresh,
                        upTo: size,
                        open: { try SQLiteDatabase(path: $0) },
                        draft: Self.draft
                    )
                }
                if size == 2 {
                    await #expect(throws: StoreError.self) { try await restoring() }
                    #expect(!FileManager.default.fileExists(atPath: fresh.database))
                } else {
                    #expect(try await restoring() == Store.Rewound())
                }
            }
        }
    }
}
