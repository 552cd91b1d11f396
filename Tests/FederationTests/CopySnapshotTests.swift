import Bytes
import Domain
import Foundation
import Index
import Store
import Synchronization
import Testing

@testable import EntryIndex
@testable import Federation

/// Copying a snapshot from a node that really serves.
struct CopySnapshotTests {
    /// What a copy reported.
    private final class Events: Sendable {
        let all = Mutex<[CopySnapshot.Event]>([])

        var reasons: [String] {
            all.withLock { all in
                all.compactMap { if case .givenUp(_, let reason) = $0 { reason } else { nil } }
            }
        }
    }

    @Test func `a copied index is followed on and ends like the one it came from`() async throws {
        let shared = try await SharedStore(samples: 400)
        let (old, new) = (TestNode(shared, "old"), TestNode(shared, "new"))
        try await old.follower.catchUp()
        try await old.serving { sibling, _ in
            let events = Events()
            #expect(try await !new.follower.canGoOn())
            let isCopied = try await new.copy(from: [sibling])(report: { event in
                events.all.withLock { $0.append(event) }
            })
            #expect(isCopied)
            let last = try #require(events.all.withLock { $0.last })
            let bytes = try #require(old.published.snapshot).byteCount
            #expect(last == .copying(from: sibling.address, bytes: bytes, of: bytes))
            // There is nothing to copy where an index stands that can be gone on from.
            #expect(try await new.follower.canGoOn())
            #expect(try await !new.copy(from: [sibling])())
        }
        #expect(!new.published.standing.isWhole)
        try await shared.add(400..<450)
        for node in [old, new] { try await node.follower.catchUp() }
        #expect(new.published.standing.isWhole)
        let (one, other) = (try #require(old.published.snapshot), try #require(new.published.snapshot))
        #expect(one.sequence == 450 && other.sequence == 450)
        #expect(one.logicalDigest == other.logicalDigest)
    }

    @Test func `an index that was made by another analysis is refused, then the next sibling is asked`() async throws {
        let shared = try await SharedStore(samples: 50)
        let (foreign, old, new) = (TestNode(shared, "foreign"), TestNode(shared, "old"), TestNode(shared, "new"))
        try await old.follower.catchUp()
        let cursor = try #require(try await shared.store.cursor(at: 50))
        let writer = try IndexWriter(folder: foreign.folder, schema: Column.schema, analysisVersion: "another")
        foreign.published.publish(try writer.commit(sequence: 50, payload: cursor.payload))
        foreign.published.noteWhole()
        let events = Events()
        let isCopied = try await foreign.serving { first, _ in
            try await old.serving { second, _ in
                try await new.copy(from: [first, second])(report: { event in events.all.withLock { $0.append(event) } })
            }
        }
        #expect(isCopied)
        #expect(events.reasons.count == 1)
        #expect(events.reasons.first?.contains("was built with analysis another") == true)
        #expect(try #require(new.published.snapshot).documentCount == 50)
    }

    @Test func `an index of another log is refused`() async throws {
        let (shared, other) = (try await SharedStore(samples: 50), try await SharedStore(samples: 60))
        let (foreign, new) = (TestNode(other, "foreign"), TestNode(shared, "new"))
        try await foreign.follower.catchUp()
        let events = Events()
        let isCopied = try await foreign.serving { sibling, _ in
            try await new.copy(from: [sibling])(report: { event in events.all.withLock { $0.append(event) } })
        }
        #expect(!isCopied)
        #expect(events.reasons.count == 1)
        #expect(events.reasons.first?.contains("log diverged") == true)
        try await new.follower.catchUp()
        #expect(try #require(new.published.snapshot).documentCount == 50)
    }

    @Test func `a node that is not whole itself or not there is passed over`() async throws {
        let shared = try await SharedStore(samples: 5)
        let (empty, new) = (TestNode(shared, "empty"), TestNode(shared, "new"))
        let events = Events()
        let isCopied = try await empty.serving { sibling, _ in
            let nobody = try Sibling("http://127.0.0.1:1")
            return try await new.copy(from: [nobody, sibling])(report: { event in
                events.all.withLock { $0.append(event) }
            })
        }
        #expect(!isCopied)
        #expect(events.reasons.count == 2)
        #expect(events.reasons.first?.contains("cannot be reached") == true)
        #expect(events.reasons.last?.hasSuffix("/snapshot answers with status 503") == true)
    }

    @Test func `another process that writes the index is not disturbed`() async throws {
        let shared = try await SharedStore(samples: 5)
        let (old, new) = (TestNode(shared, "old"), TestNode(shared, "new"))
        try await old.follower.catchUp()
        let lock = try SnapshotLock(folder: new.folder)
        try await old.serving { sibling, _ in
            _ = await #expect(throws: IndexFailure.locked(folder: new.folder, holder: getpid())) {
                try await new.copy(from: [sibling])()
            }
        }
        withExtendedLifetime(lock) {}
    }

    /// The lock that a writer in another process would hold.
    private struct SnapshotLock {
        let lock: FileLock

        init(folder: String) throws {
            try Folder.make(folder)
            lock = try FileLock(folder + "/writer.lock")
        }
    }

    // MARK: Holding

    @Test func `a snapshot is held while it is read from, whatever the sibling merges`() async throws {
        let shared = try await SharedStore(samples: 100)
        let old = TestNode(shared, "old")
        try await old.follower.catchUp()
        let offer = SnapshotOffer(folder: old.folder, index: old.published)
        let manifest = try await offer.manifest()
        let names = try FileManager.default.contentsOfDirectory(atPath: old.folder).filter { $0.hasSuffix(".hz") }
        // Eight segments of one size are merged into one.
        for start in stride(from: 100, to: 160, by: 5) {
            try await shared.add(start..<start + 5)
            try await old.follower.catchUp()
        }
        let gone = try #require(names.first { !FileManager.default.fileExists(atPath: old.folder + "/" + $0) })
        let file = try #require(offer.file(gone))
        #expect(try await offer.bytes(0..<4, of: file, named: gone) == Array("HZIX".utf8))
        #expect(try await offer.manifest() != manifest)
        #expect(offer.file(gone) != nil, "two are held at a time")
    }

    @Test func `while all that may be held are read from, whoever asks gets the newest of them`() async throws {
        let shared = try await SharedStore(samples: 10)
        let old = TestNode(shared, "old")
        try await old.follower.catchUp()
        var options = SnapshotOffer.Options()
        options.held = 1
        let offer = SnapshotOffer(folder: old.folder, index: old.published, options: options)
        let first = try await offer.manifest()
        try await shared.add(10..<20)
        try await old.follower.catchUp()
        #expect(try await offer.manifest() == first)
    }

    @Test func `what nobody has read from for the lease is let go`() async throws {
        let shared = try await SharedStore(samples: 10)
        let old = TestNode(shared, "old")
        try await old.follower.catchUp()
        var options = SnapshotOffer.Options()
        options.lease = .milliseconds(50)
        let offer = SnapshotOffer(folder: old.folder, index: old.published, options: options)
        _ = try await offer.manifest()
        let names = try FileManager.default.contentsOfDirectory(atPath: old.folder)
        let name = try #require(names.first { $0.hasSuffix(".hz") })
        #expect(offer.file(name) != nil)
        try await Task.sleep(for: .milliseconds(100))
        offer.dropUnused()
        #expect(offer.file(name) == nil)
    }

    // MARK: Addresses

    @Test func `siblings are read from a list with commas between`() throws {
        let list = try Sibling.list("http://a:8080, https://b.example.cn/,,http://[fd00::1]:80")
        #expect(list.map(\.address) == ["http://a:8080", "https://b.example.cn", "http://[fd00::1]:80"])
        #expect(try Sibling.list("").isEmpty)
    }

    @Test(arguments: ["a:8080", "ftp://a", "http://", "http://a/path", "http://user@a", "http://a?q"])
    func `what is no address of a node is refused`(text: String) {
        #expect(throws: Failure.self) { try Sibling(text) }
    }
}
