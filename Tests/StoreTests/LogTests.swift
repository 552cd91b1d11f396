import Bytes
import SQLCore
import Store
import Testing

@Suite(.onEveryDatabase, .namingTheDatabase) struct LogTests {
    @Test func `a new log is empty and has the root of nothing`() async throws {
        try await withStore { fixture in
            let head = try await fixture.store.logHead()
            #expect(head == LogHead(size: 0, root: sha256([])))
            let page = try await fixture.store.changes(after: .start)
            #expect(page.changes.isEmpty && page.cursor == .start && page.size == 0)
        }
    }

    @Test func `lines are dense, in order, and their root is that of the head`() async throws {
        try await withStore { fixture in
            for start in stride(from: 0, to: 30, by: 10) {
                _ = try await fixture.store.apply(batch((start..<start + 10).map { record($0) }))
            }
            var cursor = LogCursor.start
            var changes: [Change] = []
            while true {
                let page = try await fixture.store.changes(after: cursor, limit: 7)
                if page.changes.isEmpty { break }
                changes += page.changes
                cursor = page.cursor
            }
            #expect(changes.map(\.sequence) == Array(1...30))
            #expect(changes.map(\.entry) == (0..<30).map { "patent/CN/\($0)" })
            var frontier = MerkleFrontier()
            for change in changes { frontier.append(change.leaf) }
            #expect(try await fixture.store.logHead() == LogHead(size: 30, root: frontier.root))
            #expect(cursor == LogCursor(sequence: 30, digest: changes[29].leaf))
            #expect(try await fixture.store.cursor(at: 30) == cursor)
            #expect(try await fixture.store.cursor(at: 31) == nil)
        }
    }

    @Test func `proofs from tiles and lines verify at every size`() async throws {
        try await withStore { fixture in
            // Two full tiles, and a third one begun; the second batch crosses an edge of tiles.
            _ = try await fixture.store.apply(batch((0..<200).map { record($0) }))
            _ = try await fixture.store.apply(batch((200..<600).map { record($0) }))
            let changes = try await fixture.store.changes(after: .start, limit: 1_000).changes
            let leaves = changes.map(\.leaf)
            let sizes: [Int64] = [1, 2, 255, 256, 257, 300, 511, 512, 513, 600]
            for size in sizes {
                let root = try await fixture.store.root(at: size)
                var frontier = MerkleFrontier()
                for leaf in leaves.prefix(Int(size)) { frontier.append(leaf) }
                #expect(root == frontier.root)
                for sequence: Int64 in [1, 2, 100, 256, 257, 512, 513, 600] where sequence <= size {
                    let path = try await fixture.store.inclusionProof(of: sequence, size: size)
                    #expect(
                        MerkleProof.includes(
                            leaf: leaves[Int(sequence) - 1],
                            index: sequence - 1,
                            size: size,
                            root: root,
                            path: path
                        )
                    )
                }
                for first: Int64 in [1, 200, 256, 400] where first <= size {
                    let last = min(first + 90, size)
                    #expect(
                        MerkleProof.includes(
                            leaves: Array(leaves[Int(first) - 1..<Int(last)]),
                            from: first - 1,
                            size: size,
                            root: root,
                            path: try await fixture.store.rangeProof(of: first...last, size: size)
                        )
                    )
                }
                for first in sizes where first <= size {
                    let path = try await fixture.store.consistencyProof(from: first, to: size)
                    #expect(
                        MerkleProof.extends(
                            first: first,
                            firstRoot: try await fixture.store.root(at: first),
                            second: size,
                            secondRoot: root,
                            path: path
                        )
                    )
                }
            }
            await #expect(throws: StoreError.self) { try await fixture.store.inclusionProof(of: 601, size: 601) }
            await #expect(throws: StoreError.self) { try await fixture.store.inclusionProof(of: 0, size: 600) }
            await #expect(throws: StoreError.self) { try await fixture.store.root(at: 601) }
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `a reader whose line is another one now is told to go back`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.apply(batch([record(1), record(2)]))
            let key = try LogKey(name: "test", seed: [UInt8](repeating: 7, count: 32))
            _ = try await fixture.store.signCheckpoint(with: key)
            _ = try await fixture.store.apply(batch([record(3)]))
            let good = try #require(try await fixture.store.cursor(at: 2))
            let stray = LogCursor(sequence: 3, digest: sha256([1]))
            let beyond = LogCursor(sequence: 9, digest: sha256([1]))
            #expect(try await fixture.store.contains(good))
            #expect(try await fixture.store.contains(.start))
            #expect(try await !fixture.store.contains(stray))
            #expect(try await fixture.store.changes(after: good).changes.map(\.sequence) == [3])
            await #expect(throws: StoreError.logDiverged(sequence: 3, lastCheckpoint: 2)) {
                try await fixture.store.changes(after: stray)
            }
            await #expect(throws: StoreError.logDiverged(sequence: 9, lastCheckpoint: 2)) {
                try await fixture.store.changes(after: beyond)
            }
        }
    }

    @Test func `a checkpoint signs the present state, and is not repeated`() async throws {
        try await withStore { fixture in
            let key = try LogKey(name: "test", seed: [UInt8](repeating: 7, count: 32))
            _ = try await fixture.store.apply(batch([record(1)]))
            let first = try await fixture.store.signCheckpoint(with: key)
            #expect(try await fixture.store.signCheckpoint(with: key) == first)
            _ = try await fixture.store.apply(batch([record(2)]))
            let second = try await fixture.store.signCheckpoint(with: key)
            #expect([first.size, second.size] == [1, 2])
            let body = try CheckpointBody(text: key.verifier.verifiedText(of: second.note))
            let head = try await fixture.store.logHead()
            #expect(body == CheckpointBody(origin: "test", size: 2, root: head.root))
            #expect(try await fixture.store.lastCheckpoint() == second)
            #expect(try await fixture.store.lastCheckpoint(atMost: 1) == first)
            #expect(try await fixture.store.verify(key: key.verifier).findings == [])
        }
    }

    @Test func `two processes that write at once give one dense log`() async throws {
        try await withStore { fixture in
            let other = try await fixture.another()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (task, store) in [fixture.store, other.store, fixture.store, other.store].enumerated() {
                    group.addTask {
                        for round in 0..<10 {
                            let records = (0..<5).map { record(1_000 * task + 5 * round + $0) }
                            let outcome = try await store.apply(batch(records))
                            #expect(outcome.fates == [.imported, .imported, .imported, .imported, .imported])
                        }
                    }
                }
                try await group.waitForAll()
            }
            let changes = try await fixture.store.changes(after: .start, limit: 1_000).changes
            #expect(changes.map(\.sequence) == Array(1...200))
            #expect(Set(changes.map(\.entry)).count == 200)
            #expect(try await other.store.verify().findings == [])
        }
    }

    @Test(arguments: [
        Statement("UPDATE checkpoint SET root = (SELECT digest FROM log WHERE sequence = 1)"),
        Statement("UPDATE checkpoint SET size = 9"),
    ])
    func `a log that does not begin with what was signed is not signed again`(damage: Statement) async throws {
        try await withStore { fixture in
            let key = try LogKey(name: "test", seed: [UInt8](repeating: 7, count: 32))
            _ = try await fixture.store.apply(batch([record(1), record(2)]))
            let signed = try await fixture.store.signCheckpoint(with: key)
            try await fixture.database.write { try $0.run(damage) }
            await #expect(throws: StoreError.self) { try await fixture.store.signCheckpoint(with: key) }
            _ = try await fixture.store.apply(batch([record(3)]))
            let size = damage.text.contains("size") ? 9 : signed.size
            await #expect(throws: StoreError.logForked(checkpoint: size)) {
                try await fixture.store.signCheckpoint(with: key)
            }
        }
    }

    @Test func `readers are told of new lines`() async throws {
        try await withStore { fixture in
            let (calls, call) = AsyncStream.makeStream(of: Void.self)
            var told = calls.makeAsyncIterator()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await fixture.store.onLogNews(atLeastEvery: .seconds(3_600)) { call.yield() } }
                // At once, before there are news.
                #expect(await told.next() != nil)
                _ = try await fixture.store.apply(batch([record(1)]))
                #expect(await told.next() != nil)
                group.cancelAll()
            }
        }
    }
}
