import Bytes
import Domain
import Foundation
import Index
import Query
import Store
import Synchronization
import Testing

@testable import EntryIndex

/// Follows real logs into real index folders.
struct IndexFollowerTests {
    static func patent(_ title: String, applicant: String = "示例公司") -> Right {
        var record = Bibliography(right: .patent)
        record.titles = [LocalizedText(lang: "zh", text: title)]
        record.applicants = [Party(name: applicant)]
        return .patent(Patent(bibliography: record))
    }

    static func records(_ range: Range<Int>) -> [(id: String, right: Right)] {
        range.map { (id: "patent/P\($0)", right: patent("散热膜 \($0)")) }
    }

    static func options(block: Int = 10) -> IndexFollower.Options {
        var options = IndexFollower.Options()
        options.block = block
        return options
    }

    /// Collects what a catching-up reports.
    final class Reports: Sendable {
        private let list = Mutex<[IndexFollower.Progress]>([])
        var all: [IndexFollower.Progress] { list.withLock { $0 } }
        func add(_ progress: IndexFollower.Progress) { list.withLock { $0.append(progress) } }
    }

    @Test func `an empty log gives an empty index`() async throws {
        let index = try await IndexedStore()
        #expect(index.published.snapshot == nil)
        #expect(try await !index.follower.catchUp())
        #expect(index.published.snapshot?.documentCount == 0)
        #expect(try index.ids("*").isEmpty)
    }

    @Test func `catches up block by block and says how far it is`() async throws {
        let index = try await IndexedStore(options: Self.options())
        try await index.save(Self.records(0..<25))
        let reports = Reports()
        #expect(try await index.follower.catchUp { reports.add($0) })
        #expect(reports.all.map(\.done) == [10, 20, 25])
        #expect(reports.all.map(\.behind) == [15, 5, 0])
        #expect(reports.all.allSatisfy { $0.refused.isEmpty && $0.rebuilding == nil })
        #expect(index.published.snapshot?.sequence == 25)
        #expect(try index.ids("散热膜").count == 25)
        #expect(try await !index.follower.catchUp())
    }

    @Test func `goes on from its cursor after a restart`() async throws {
        let index = try await IndexedStore(options: Self.options())
        try await index.save(Self.records(0..<15))
        try await index.follower.catchUp()
        try await index.save(Self.records(15..<18))
        try await index.restart()
        try await index.follower.open()
        #expect(index.published.snapshot?.sequence == 15)
        let reports = Reports()
        try await index.follower.catchUp { reports.add($0) }
        #expect(reports.all.map(\.done) == [18])
        #expect(try index.ids("*").count == 18)
    }

    @Test func `of several changes in one block the last one counts`() async throws {
        let index = try await IndexedStore(options: Self.options(block: 100))
        try await index.save("patent/A", Self.patent("石墨烯"))
        try await index.save("patent/B", Self.patent("石墨烯"))
        try await index.save("patent/A", Self.patent("散热膜"))
        try await index.store.withdraw(["patent/B"], as: .withdrawn, author: "test")
        try await index.save("patent/C", Self.patent("石墨烯"))
        try await index.store.withdraw(["patent/C"], as: .withdrawn, author: "test")
        try await index.save("patent/C", Self.patent("光纤"))
        try await index.follower.catchUp()
        #expect(try index.ids("石墨烯").isEmpty)
        #expect(try index.ids("散热膜") == ["patent/A"])
        #expect(try index.ids("*") == ["patent/A", "patent/C"])
    }

    @Test func `tombstones leave the index and may come back`() async throws {
        let index = try await IndexedStore()
        try await index.save(Self.records(0..<5))
        try await index.follower.catchUp()
        try await index.store.withdraw(["patent/P1", "patent/P3"], as: .withdrawn, author: "test")
        try await index.follower.catchUp()
        #expect(try index.ids("散热膜") == ["patent/P0", "patent/P2", "patent/P4"])
        try await index.save("patent/P1", Self.patent("光纤"))
        try await index.follower.catchUp()
        #expect(try index.ids("光纤") == ["patent/P1"])
    }

    @Test func `a snapshot holds what its line of the log says, not what came later`() async throws {
        var options = Self.options(block: 1)
        options.publishEvery = 1
        let index = try await IndexedStore(options: options)
        try await index.save("patent/A", Self.patent("石墨烯"))
        try await index.save("patent/A", Self.patent("散热膜"))
        try await index.save("patent/A", Self.patent("光纤"))
        let versions = Mutex<[UInt64: UInt64]>([:])
        let published = index.published
        try await index.follower.catchUp { _ in
            guard let snapshot = published.snapshot,
                let place = try? snapshot.document(forIdentifier: "patent/A"),
                let version = try? snapshot.segments[place.segment].version(of: place.document)
            else { return }
            versions.withLock { $0[snapshot.sequence] = version }
        }
        #expect(versions.withLock { $0 } == [1: 1, 2: 2])
        #expect(try index.ids("光纤") == ["patent/A"])
    }

    @Test func `entries that cannot be indexed are left out and named`() async throws {
        let index = try await IndexedStore()
        try await index.save("patent/GOOD", Self.patent("散热膜"))
        try await index.save("patent/LONG", Self.patent("散热膜"))
        try await index.follower.catchUp()
        #expect(try index.ids("散热膜").count == 2)
        let noRight = EntryChange(
            register: "patent",
            entry: "patent/BAD",
            expectedVersion: nil,
            draft: Draft(content: Array(#"{"right":"nothing"}"#.utf8))
        )
        _ = try await index.store.save([noRight], author: "test")
        try await index.save("patent/LONG", Self.patent("散热膜", applicant: String(repeating: "甲", count: 5_000)))
        let reports = Reports()
        try await index.follower.catchUp { reports.add($0) }
        #expect(Set(reports.all.flatMap(\.refused).map(\.entry)) == ["patent/BAD", "patent/LONG"])
        #expect(reports.all.flatMap(\.refused).allSatisfy { !$0.reason.isEmpty })
        #expect(try index.ids("*") == ["patent/GOOD"])
    }

    @Test func `entries of other registers are no business of this index`() async throws {
        let index = try await IndexedStore()
        let draft = Draft(content: Array("{}".utf8))
        let change = EntryChange(register: "case", entry: "case/1", expectedVersion: nil, draft: draft)
        _ = try await index.store.save([change], author: "test")
        let reports = Reports()
        try await index.follower.catchUp { reports.add($0) }
        #expect(reports.all.flatMap(\.refused).isEmpty)
        #expect(index.published.snapshot?.sequence == 1)
    }

    // MARK: Rebuilding

    @Test(arguments: [true, false])
    func `an index of other rules is built again`(hasOtherSchema: Bool) async throws {
        let index = try await IndexedStore()
        try await index.save(Self.records(0..<3))
        do {
            var schema = Column.schema
            if hasOtherSchema { schema.textFields.removeLast() }
            let version = hasOtherSchema ? AnalysisVersionForTests.current : "other"
            let writer = try IndexWriter(folder: index.index, schema: schema, analysisVersion: version)
            try writer.commit(sequence: 9, payload: ["log": "9:" + Digest256().description])
        }
        try await index.follower.catchUp()
        #expect(index.published.snapshot?.sequence == 3)
        #expect(try index.ids("散热膜").count == 3)
    }

    @Test func `a damaged manifest is no obstacle`() async throws {
        let index = try await IndexedStore()
        try await index.save(Self.records(0..<3))
        try await index.follower.catchUp()
        await index.follower.close()
        let manifest = try #require(
            try FileManager.default.contentsOfDirectory(atPath: index.index).first { $0.contains("manifest") }
        )
        try Data("nothing".utf8).write(to: URL(filePath: index.index + "/" + manifest))
        try await index.restart()
        try await index.follower.catchUp()
        #expect(try index.ids("散热膜").count == 3)
    }

    @Test func `damage found on the way is mended from the store`() async throws {
        let index = try await IndexedStore()
        try await index.save(Self.records(0..<200))
        try await index.follower.catchUp()
        await index.follower.close()
        // A byte in the middle of every file: whatever the writer touches first is refused.
        for name in try FileManager.default.contentsOfDirectory(atPath: index.index) where !name.contains("lock") {
            let url = URL(filePath: index.index + "/" + name)
            var bytes = try Data(contentsOf: url)
            guard !name.contains("manifest"), bytes.count > 300 else { continue }
            bytes[bytes.count / 2] ^= 0xFF
            try bytes.write(to: url)
        }
        try await index.restart()
        try await index.save(Self.records(0..<200).map { ($0.id, Self.patent("光纤")) })
        let reports = Reports()
        try await index.follower.catchUp { reports.add($0) }
        #expect(reports.all.contains { $0.rebuilding != nil } || reports.all.first?.done ?? 0 <= 256)
        #expect(try index.ids("光纤").count == 200)
        #expect(try index.ids("散热膜").isEmpty)
    }

    @Test func `a log that went back leads to a rebuild, said with the checkpoint`() async throws {
        let first = try await IndexedStore()
        try await first.save(Self.records(0..<12))
        try await first.follower.catchUp()
        await first.follower.close()
        // Another history under the same index.
        let second = try await IndexedStore()
        try await second.save(Self.records(5..<25))
        let follower = IndexFollower(folder: first.index, store: second.store, published: second.published)
        let reports = Reports()
        let published = second.published
        try await follower.catchUp { progress in
            reports.add(progress)
            // Whoever asks meanwhile is not told that this node is ready, or that it knows lines that are gone.
            #expect(published.isDiverged && !published.standing.isWhole)
        }
        #expect(!published.isDiverged && published.standing.isWhole)
        #expect(reports.all.first?.rebuilding?.contains("log diverged after checkpoint 0") == true)
        #expect(second.published.snapshot?.sequence == 20)
        #expect(try second.ids("*").count == 20)
        #expect(try second.ids("*").first == "patent/P10")
    }

    @Test func `a rebuild keeps searches going and ends with the same digest`() async throws {
        let index = try await IndexedStore(options: Self.options())
        try await index.save(Self.records(0..<30))
        try await index.follower.catchUp()
        try await index.store.withdraw(["patent/P7"], as: .withdrawn, author: "test")
        try await index.save(Self.records(0..<5).map { ($0.id, Self.patent("光纤")) })
        try await index.follower.catchUp()
        let before = try #require(index.published.snapshot)
        let published = index.published
        let counts = Reports()
        try await index.follower.rebuild { progress in
            #expect(published.snapshot?.documentCount == 29)
            counts.add(progress)
        }
        #expect(counts.all.count == 4)
        #expect(index.published.snapshot?.logicalDigest == before.logicalDigest)
        #expect(index.published.snapshot?.sequence == before.sequence)
    }

    // MARK: Together

    @Test func `another writer of the folder is refused`() async throws {
        let index = try await IndexedStore()
        try await index.follower.open()
        let other = IndexFollower(folder: index.index, store: index.store, published: PublishedIndex())
        await #expect(throws: IndexFailure.self) { try await other.open() }
        await index.follower.close()
        try await other.open()
    }

    @Test func `searches run beside a catching-up and see whole blocks`() async throws {
        var options = Self.options(block: 20)
        options.publishEvery = 20
        let index = try await IndexedStore(options: options)
        try await index.save(Self.records(0..<20))
        try await index.follower.catchUp()
        try await index.save(Self.records(20..<400))
        let published = index.published
        let follower = index.follower
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await follower.catchUp() }
            for _ in 0..<2 {
                group.addTask {
                    var last = 0
                    while last < 400 {
                        guard let snapshot = published.snapshot else { break }
                        let tree = try QueryCompiler().compile(QueryLanguage().parse("散热膜").expression).tree
                        let total = try Searcher(snapshot).count(tree).total
                        #expect(total >= last && total == Int(snapshot.sequence))
                        last = total
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `calls wait for each other`() async throws {
        let index = try await IndexedStore(options: Self.options(block: 5))
        try await index.save(Self.records(0..<60))
        let follower = index.follower
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<6 {
                group.addTask {
                    if number % 3 == 2 {
                        try await follower.rebuild()
                    } else {
                        try await follower.catchUp()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try index.ids("*").count == 60)
    }

    @Test func `a cancelled catching-up goes on from the last publication`() async throws {
        let index = try await IndexedStore(options: Self.options(block: 5))
        try await index.save(Self.records(0..<40))
        let follower = index.follower
        let reached = AsyncStream<Void>.makeStream()
        let task = Task {
            try await follower.catchUp { progress in
                if progress.done == 15 { reached.continuation.finish() }
            }
        }
        for await _ in reached.stream {}
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await index.follower.catchUp()
        #expect(try index.ids("*").count == 40)
    }
}
