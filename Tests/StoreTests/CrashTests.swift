import Bytes
import Foundation
import SQLCore
import SQLiteDriver
import Store
import Testing

/// A process that writes is killed at random moments, again and again.
struct CrashTests {
    private static let isLong = ProcessInfo.processInfo.environment["HUIZHI_LONG"] == "1"
    private static let file = FileIdentity(path: "/data/a.xml", size: 1, modifiedAt: 2, headDigest: sha256([3]))
    private static let total = 6_000

    // Every fifth record changes an entry of an earlier one, some with a text.
    private static func item(_ index: Int) -> ImportItem {
        let texts = index % 7 == 0 ? [EntryText(part: "abstract", language: "zh", text: "摘要\(index)")] : []
        let number = index % 5 == 4 ? index / 2 : index
        return ImportItem(position: Int64(index + 1), record: record(number, says: "at \(index)", texts: texts))
    }

    // One life of the importer: goes on where the store stands; after each batch a person saves a counter, which is
    // noted outside the store once the save was acknowledged.
    private static func live(_ store: Store, acknowledged path: String) async throws {
        if try await store.importProgress(of: file) == nil { try await store.beginImport(of: file) }
        while true {
            let position = Int(try await store.importProgress(of: file)?.position ?? 0)
            guard position < total else { return }
            let items = (position..<min(position + 150, total)).map(item)
            _ = try await store.apply(ImportBatch(items, file: file, merge: mergeSources))
            let count = try await store.entry("o/counter").flatMap { Int($0.said) } ?? 0
            _ = try await store.save(
                [write("o/counter", "\(count + 1)")],
                author: "anna",
                jobs: [NewJob(kind: "count", payload: Array("\(count + 1)".utf8))]
            )
            try Data("\(count + 1)".utf8).write(to: URL(fileURLWithPath: path))
        }
    }

    private static func patents(_ store: Store) async throws -> Digest256 {
        var digest = LogicalDigest()
        var last = "patent/"
        while true {
            let block = try await store.entries(following: last, limit: 1_000)
            for entry in block where entry.register == "patent" {
                digest.add(entry: entry.entry, version: entry.version, digest: entry.digest)
            }
            guard let next = block.last?.entry else { return digest.value }
            last = next
        }
    }

    @Test(arguments: [isLong ? 50 : 3])
    func `a writer killed at any moment loses nothing that was acknowledged`(kills: Int) async throws {
        let seed = UInt64(ProcessInfo.processInfo.environment["HUIZHI_SEED"] ?? "") ?? .random(in: 0 ... .max)
        var random = seed
        try await withFolder { folder in
            let note = folder + "/acknowledged"
            var head = LogHead(size: 0, root: sha256([]))
            for kill in 1...kills {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let microseconds = UInt32(1_000 + (random >> 33) % 300_000)
                await #expect(processExitsWith: .signal(SIGKILL), "seed \(seed)") {
                    [folder = folder as String, note = note as String, microseconds = microseconds as UInt32] in
                    let store = try await Store.open(SQLiteDatabase(path: StoreFolder(path: folder).database))
                    Thread.detachNewThread {
                        usleep(microseconds)
                        Glibc.kill(getpid(), SIGKILL)
                    }
                    // An importer that is done waits for its end.
                    while true {
                        try await Self.live(store, acknowledged: note)
                        try await Task.sleep(for: .milliseconds(10))
                    }
                }
                let fixture = try await Fixture.open(folder, clock: Clock())
                let now = try await fixture.store.logHead()
                #expect(now.size >= head.size, "seed \(seed), kill \(kill)")
                #expect(try await fixture.store.root(at: head.size) == head.root, "seed \(seed), kill \(kill)")
                #expect(try await fixture.store.verify().findings == [], "seed \(seed), kill \(kill)")
                let count = try await fixture.store.entry("o/counter").flatMap { Int($0.said) } ?? 0
                #expect(try await fixture.store.jobCounts().open == count, "seed \(seed), kill \(kill)")
                let acknowledged = (try? readFile(note)).flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
                #expect(count >= acknowledged, "seed \(seed), kill \(kill)")
                head = now
                try await fixture.store.close()
            }
            let fixture = try await Fixture.open(folder, clock: Clock())
            try await Self.live(fixture.store, acknowledged: note)
            #expect(try await fixture.store.verify().findings == [], "seed \(seed)")
            let undisturbed = try await withStore { other in
                try await Self.live(other.store, acknowledged: other.folder + "/acknowledged")
                return try await Self.patents(other.store)
            }
            #expect(try await Self.patents(fixture.store) == undisturbed, "seed \(seed)")
        }
    }
}
