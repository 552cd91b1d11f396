import Bytes
import SQLCore
import Synchronization
import TestWaiting
import Testing

@testable import Store

/// Transactions of several processes that meet at the worst moments.
@Suite(.onEveryDatabase, .namingTheDatabase) struct InterleavingTests {
    private struct Refusal: Error {}

    private final class Shared<Value: Sendable>: Sendable {
        private let kept: Mutex<Value>

        init(_ value: Value) { kept = Mutex(value) }

        var value: Value { kept.withLock { $0 } }

        func change(_ body: (inout Value) -> Void) { kept.withLock { body(&$0) } }
    }

    @Test func `a reader that follows the log beside many writers skips nothing and sees nothing twice`() async throws {
        try await withStore(change: { $0.recordsPerWrite = 5 }) { fixture in
            let other = try await fixture.another()
            let reader = try await fixture.another()
            let isDone = Shared(false)
            let following = Task {
                var cursor = LogCursor.start
                var seen: [Int64] = []
                while true {
                    let wasDone = isDone.value
                    let page = try await reader.store.changes(after: cursor, limit: 7)
                    seen += page.changes.map(\.sequence)
                    cursor = page.cursor
                    if page.changes.isEmpty, wasDone { return seen }
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (task, store) in [fixture.store, other.store, fixture.store, other.store].enumerated() {
                    group.addTask {
                        for round in 0..<12 {
                            let start = 1_000 * task + 20 * round
                            _ = try await store.apply(batch((start..<start + 1 + round).map { record($0) }))
                            _ = try await store.save([write("o/shared", "\(task) \(round)")], author: "w\(task)")
                        }
                    }
                }
                // Writers that take the turn, write lines, and then give up.
                for database in [fixture.database, other.database] {
                    group.addTask {
                        for round in 0..<20 {
                            await #expect(throws: Refusal.self) {
                                try await database.write { transaction in
                                    var log = try LogWriter(in: transaction, time: 1, author: "nobody")
                                    _ = log.append(
                                        register: "outlet",
                                        entry: "o/\(round)",
                                        version: 1,
                                        digest: sha256([])
                                    )
                                    try log.finish(in: transaction)
                                    throw Refusal()
                                }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            isDone.change { $0 = true }
            // Each of 4 tasks writes batches of 1, 2 ... 12 records and 12 saves.
            let lines = Int64(4 * (78 + 12))
            #expect(try await following.value == Array(1...lines))
            #expect(try await fixture.store.logHead().size == lines)
            #expect(try await fixture.store.verify().findings == [])
        }
    }

    @Test func `what a job is to work on is committed before the job is claimed`() async throws {
        try await withStore { fixture in
            let other = try await fixture.another()
            let sign = NewJob(kind: "sign", dedupeKey: "log")
            try await fixture.store.enqueue([sign])
            let now = fixture.clock.now
            // Someone saves and finds the job waiting already: nobody may take it before he is done.
            let (_, claiming) = try await holding { gate in
                try await fixture.database.write { transaction in
                    try transaction.run(DefinitionStatements.putMeta, [.text("name"), .text("new")])
                    try Store.enqueue(sign, now: now, in: transaction)
                    gate.pass()
                }
            } while: {
                let claiming = Task { try await other.store.claimJob(lease: .seconds(60)) }
                try await Task.sleep(for: .milliseconds(200))
                return claiming
            }
            // It was passed over, or waited for: in both cases its runner sees what was saved.
            let early = try await claiming.value
            let late = try await other.store.claimJob(lease: .seconds(60))
            #expect([early, late].compactMap { $0 }.count == 1)
            #expect(try await other.store.meta("name") == "new")
        }
    }

    @Test func `bytes that are staged again while they are swept stay`() async throws {
        try await withStore { fixture in
            let other = try await fixture.another()
            let digest = try await fixture.store.stage([1, 2, 3])
            fixture.clock.advance(8 * 24 * 3_600 * 1_000_000)
            let now = fixture.clock.now
            // What `stage` does first, and then it is slow.
            let (_, sweeping) = try await holding { gate in
                try await fixture.database.write { transaction in
                    try transaction.run(BlobStatements.stage, [.digest(digest), .integer(3), .integer(now)])
                    gate.pass()
                }
            } while: {
                let sweeping = Task { try await other.store.sweepBlobs() }
                try await Task.sleep(for: .milliseconds(200))
                return sweeping
            }
            #expect(try await sweeping.value == 0)
            #expect(try await fixture.store.blob(digest) == [1, 2, 3])
        }
    }

    @Test func `jobs whose runners die are taken over, and each has its effect once`() async throws {
        try await withStore { fixture in
            let other = try await fixture.another()
            try await fixture.store.enqueue((0..<40).map { NewJob(kind: "k", payload: Array("\($0)".utf8)) })
            let effects = Shared<[String]>([])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<6 {
                    let store = task % 2 == 0 ? fixture.store : other.store
                    group.addTask {
                        var idle = 0
                        var taken = 0
                        while idle < 3 {
                            guard let job = try await store.claimJob(lease: .seconds(1)) else {
                                // Those whose leases are over are due again.
                                fixture.clock.advance(1_100_000)
                                idle += 1
                                continue
                            }
                            taken += 1
                            // Every third job is left lying, as by a runner that died.
                            if taken % 3 == 0, job.attempt == 1 { continue }
                            if try await store.complete(job) {
                                effects.change { $0.append(String(decoding: job.payload, as: UTF8.self)) }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await fixture.store.jobCounts().open == 0)
            #expect(effects.value.sorted() == (0..<40).map { "\($0)" }.sorted())
        }
    }
}
