import SQLCore
import Store
import Testing

@Suite(.onEveryDatabase, .namingTheDatabase) struct JobTests {
    @Test func `jobs are claimed in the order in which they are due, each by one runner`() async throws {
        try await withStore { fixture in
            let now = fixture.clock.now
            try await fixture.store.enqueue([
                NewJob(kind: "late", dueAt: now + 1_000_000),
                NewJob(kind: "mail", payload: Array("1".utf8), dueAt: now - 1),
                NewJob(kind: "index", dueAt: now - 2),
            ])
            let first = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            let second = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            #expect([first.kind, second.kind] == ["index", "mail"])
            #expect(second.payload == Array("1".utf8) && second.attempt == 1)
            #expect(try await fixture.store.claimJob(lease: .seconds(60)) == nil)
            #expect(try await fixture.store.complete(first))
            #expect(try await fixture.store.complete(second))
            fixture.clock.advance(1_000_000)
            #expect(try await fixture.store.claimJob(lease: .seconds(60))?.kind == "late")
        }
    }

    @Test func `a job whose runner died is taken over, and the dead one can no longer end it`() async throws {
        try await withStore { fixture in
            try await fixture.store.enqueue([NewJob(kind: "mail")])
            let dead = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            fixture.clock.advance(59_000_000)
            #expect(try await fixture.store.claimJob(lease: .seconds(60)) == nil)
            fixture.clock.advance(1_000_000)
            let next = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            #expect(next.id == dead.id && next.attempt == 2)
            #expect(try await !fixture.store.complete(dead, then: [NewJob(kind: "follow")]))
            #expect(try await !fixture.store.fail(dead, problem: "late"))
            #expect(try await fixture.store.extend(dead, lease: .seconds(60)) == nil)
            #expect(try await fixture.store.complete(next, then: [NewJob(kind: "follow")]))
            #expect(try await fixture.store.claimJob(lease: .seconds(60))?.kind == "follow")
        }
    }

    @Test func `what is saved with the end of a job is saved by its holder alone, and once`() async throws {
        try await withStore { fixture in
            try await fixture.store.enqueue([NewJob(kind: "count")])
            let dead = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            fixture.clock.advance(60_000_000)
            let next = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            let follow = [NewJob(kind: "follow")]
            await #expect(throws: StoreError.jobLost(dead.id)) {
                try await fixture.store.save([write("o/1", "{}")], author: "dead", jobs: follow, finishing: dead)
            }
            #expect(try await fixture.store.logHead().size == 0)
            #expect(try await fixture.store.jobCounts() == JobCounts(open: 1, failed: 0))
            _ = try await fixture.store.save([write("o/1", "{}")], author: "next", jobs: follow, finishing: next)
            await #expect(throws: StoreError.jobLost(next.id)) {
                try await fixture.store.save([write("o/1", "[]")], author: "next", finishing: next)
            }
            #expect(try await fixture.store.changes(after: .start).changes.map(\.author) == ["next"])
            #expect(try await fixture.store.claimJob(lease: .seconds(60))?.kind == "follow")
        }
    }

    @Test func `a lease can be extended in time only`() async throws {
        try await withStore { fixture in
            try await fixture.store.enqueue([NewJob(kind: "mail")])
            let job = try #require(try await fixture.store.claimJob(lease: .seconds(10)))
            fixture.clock.advance(9_000_000)
            let longer = try #require(try await fixture.store.extend(job, lease: .seconds(10)))
            fixture.clock.advance(9_000_000)
            #expect(try await fixture.store.claimJob(lease: .seconds(10)) == nil)
            fixture.clock.advance(1_000_000)
            #expect(try await fixture.store.extend(longer, lease: .seconds(10)) == nil)
            #expect(try await fixture.store.claimJob(lease: .seconds(10))?.id == job.id)
        }
    }

    @Test func `a failed job waits longer each time and rests after the last try`() async throws {
        try await withStore(change: { $0.jobAttempts = 3 }) { fixture in
            try await fixture.store.enqueue([NewJob(kind: "mail")])
            for wait: Int64 in [10_000_000, 20_000_000] {
                let job = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
                #expect(try await fixture.store.fail(job, problem: "no \0 answer"))
                fixture.clock.advance(wait - 1)
                #expect(try await fixture.store.claimJob(lease: .seconds(60)) == nil)
                fixture.clock.advance(1)
            }
            let last = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            #expect(last.attempt == 3)
            #expect(try await fixture.store.fail(last, problem: "no answer"))
            fixture.clock.advance(100_000_000_000)
            #expect(try await fixture.store.claimJob(lease: .seconds(60)) == nil)
            #expect(try await fixture.store.jobCounts() == JobCounts(open: 0, failed: 1))
            let failed = try await fixture.store.failedJobs(limit: 10)
            #expect(failed.map(\.id) == [last.id] && failed.map(\.problem) == ["no answer"] && failed[0].attempts == 3)
            #expect(try await fixture.store.failedJobs(limit: 0).isEmpty)
            #expect(try await fixture.store.retryFailedJobs() == 1)
            #expect(try await fixture.store.failedJobs(limit: 10).isEmpty)
            #expect(try await fixture.store.claimJob(lease: .seconds(60))?.attempt == 1)
        }
    }

    @Test func `a job that is given up rests as failed at once`() async throws {
        try await withStore { fixture in
            try await fixture.store.enqueue([NewJob(kind: "mail")])
            let job = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            #expect(try await fixture.store.fail(job, problem: "refused", isFinal: true))
            #expect(try await fixture.store.jobCounts() == JobCounts(open: 0, failed: 1))
            #expect(try await fixture.store.failedJobs(limit: 1).map(\.attempts) == [1])
        }
    }

    @Test func `what old jobs of a kind hold is forgotten, waiting or failed, and the jobs stay`() async throws {
        try await withStore(change: { $0.jobAttempts = 1 }) { fixture in
            let payload = Array("letter".utf8)
            try await fixture.store.enqueue([NewJob(kind: "mail", payload: payload)])
            let failed = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            #expect(try await fixture.store.fail(failed, problem: "no answer"))
            try await fixture.store.enqueue([
                NewJob(kind: "mail", payload: payload), NewJob(kind: "sign", payload: payload),
            ])
            fixture.clock.advance(3_600_000_000)
            try await fixture.store.enqueue([NewJob(kind: "mail", payload: payload)])
            #expect(try await fixture.store.forgetPayloads(of: "mail", olderThan: .seconds(3_600)) == 0)
            fixture.clock.advance(1)
            #expect(try await fixture.store.forgetPayloads(of: "mail", olderThan: .seconds(3_600)) == 2)
            #expect(try await fixture.store.forgetPayloads(of: "mail", olderThan: .seconds(3_600)) == 0)
            #expect(try await fixture.store.failedJobs(limit: 10).map(\.problem) == ["no answer"])
            #expect(try await fixture.store.retryFailedJobs() == 1)
            var held: [String: [String]] = [:]
            while let job = try await fixture.store.claimJob(lease: .seconds(60)) {
                held[job.kind, default: []].append(String(decoding: job.payload, as: UTF8.self))
            }
            #expect(held["mail"]?.sorted() == ["", "", "letter"] && held["sign"] == ["letter"])
        }
    }

    @Test func `a job that waits already is not enqueued again`() async throws {
        try await withStore { fixture in
            try await fixture.store.enqueue([
                NewJob(kind: "sign", dedupeKey: "log"), NewJob(kind: "sign", dedupeKey: "log"),
                NewJob(kind: "mail", dedupeKey: "log"), NewJob(kind: "mail"), NewJob(kind: "mail"),
            ])
            #expect(try await fixture.store.jobCounts() == JobCounts(open: 4, failed: 0))
            let job = try #require(try await fixture.store.claimJob(lease: .seconds(60), kind: "sign"))
            #expect(try await fixture.store.claimJob(lease: .seconds(60), kind: "sign") == nil)
            #expect(try await fixture.store.complete(job))
            try await fixture.store.enqueue([NewJob(kind: "sign", dedupeKey: "log")])
            #expect(try await fixture.store.jobCounts() == JobCounts(open: 4, failed: 0))
        }
    }

    @Test func `what is enqueued while its like is running or rests as failed is not lost`() async throws {
        try await withStore(change: { $0.jobAttempts = 1 }) { fixture in
            let sign = NewJob(kind: "sign", dedupeKey: "log")
            try await fixture.store.enqueue([sign])
            let running = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            // The runner may have read what it works on before this: the second job must run after it.
            try await fixture.store.enqueue([sign, sign])
            #expect(try await fixture.store.jobCounts() == JobCounts(open: 2, failed: 0))
            #expect(try await fixture.store.fail(running, problem: "no disk"))
            let second = try #require(try await fixture.store.claimJob(lease: .seconds(60)))
            #expect(second.id != running.id)
            #expect(try await fixture.store.complete(second))
            try await fixture.store.enqueue([sign])
            #expect(try await fixture.store.jobCounts() == JobCounts(open: 1, failed: 1))
        }
    }

    @Test func `many runners in two processes run each job once`() async throws {
        try await withStore { fixture in
            let other = try await fixture.another()
            try await fixture.store.enqueue((0..<60).map { NewJob(kind: "k", payload: Array("\($0)".utf8)) })
            let ran = try await withThrowingTaskGroup(of: [String].self) { group in
                for task in 0..<6 {
                    let store = task % 2 == 0 ? fixture.store : other.store
                    group.addTask {
                        var ran: [String] = []
                        while let job = try await store.claimJob(lease: .seconds(600)) {
                            ran.append(String(decoding: job.payload, as: UTF8.self))
                            #expect(try await store.complete(job))
                        }
                        return ran
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(ran.count == 60 && Set(ran).count == 60)
        }
    }
}
