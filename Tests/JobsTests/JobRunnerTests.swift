import Foundation
import Logging
import SQLCore
import SQLiteDriver
import Store
import Synchronization
import TestWaiting
import Testing

@testable import Jobs

struct JobRunnerTests {
    /// Payloads in the order in which work was done.
    private final class Done: Sendable {
        private let list = Mutex<[String]>([])

        var payloads: [String] { list.withLock { $0 } }

        func append(_ job: ClaimedJob) {
            list.withLock { $0.append(String(decoding: job.payload, as: UTF8.self)) }
        }
    }

    private struct Refused: Error, CustomStringConvertible {
        let description = "the mail server said no"
    }

    private let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Runs `body` beside runners over one new store.
    private func withRunners(
        _ count: Int = 1,
        _ kinds: @escaping (Store, Done) -> [JobKind],
        change: (inout StoreOptions) -> Void = { _ in },
        _ body: (Store, Done, any Database) async throws -> Void
    ) async throws {
        let folder = NSTemporaryDirectory() + "jobs-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var options = StoreOptions()
        change(&options)
        let database = try SQLiteDatabase(path: folder + "/store.sqlite")
        let store = try await Store.open(database, options: options)
        let done = Done()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count {
                let runner = JobRunner(
                    store: store,
                    kinds: kinds(store, done),
                    polling: .milliseconds(50),
                    logger: silent
                )
                group.addTask { await runner.run() }
            }
            try await body(store, done, database)
            group.cancelAll()
        }
        try await store.close()
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func `three runners do each job once and what follows from it`() async throws {
        try await withRunners(3) { _, done in
            [
                JobKind("mail") { job in
                    done.append(job)
                    let name = String(decoding: job.payload, as: UTF8.self)
                    return JobKind.Outcome(next: [NewJob(kind: "file", payload: Array((name + "!").utf8))])
                },
                JobKind("file") { job in
                    done.append(job)
                    return JobKind.Outcome()
                },
            ]
        } _: { store, done, _ in
            try await store.enqueue((1...20).map { NewJob(kind: "mail", payload: Array("\($0)".utf8)) })
            try await store.enqueue([NewJob(kind: "of another node")])
            // The job that nobody here can do is left to others.
            try await eventually { try await store.jobCounts() == JobCounts(open: 1, failed: 0) }
            #expect(done.payloads.sorted() == ((1...20).map { "\($0)" } + (1...20).map { "\($0)!" }).sorted())
        }
    }

    @Test func `work that fails is tried again and in the end rests with its problem`() async throws {
        try await withRunners { _, done in
            [
                JobKind("mail") { job in
                    done.append(job)
                    throw Refused()
                }
            ]
        } change: {
            $0.jobAttempts = 3
            $0.jobBackOff = .milliseconds(1)
        } _: { store, done, _ in
            try await store.enqueue([NewJob(kind: "mail", payload: Array("a".utf8))])
            try await eventually { try await store.jobCounts() == JobCounts(open: 0, failed: 1) }
            #expect(done.payloads == ["a", "a", "a"])
        }
    }

    @Test func `work that is given up is not tried again`() async throws {
        try await withRunners { _, done in
            [
                JobKind("mail") { job in
                    done.append(job)
                    throw JobGivenUp("the mail server said never")
                }
            ]
        } change: {
            $0.jobBackOff = .milliseconds(1)
        } _: { store, done, _ in
            try await store.enqueue([NewJob(kind: "mail", payload: Array("a".utf8))])
            try await eventually { try await store.jobCounts() == JobCounts(open: 0, failed: 1) }
            #expect(done.payloads == ["a"])
            #expect(try await store.failedJobs(limit: 1).map(\.problem) == ["the mail server said never"])
        }
    }

    @Test func `work that comes again by itself waits once, however many nodes there are`() async throws {
        try await withRunners(3) { _, done in
            [
                JobKind("sweep", every: .seconds(3_600)) { job in
                    done.append(job)
                    return JobKind.Outcome()
                }
            ]
        } _: { store, done, _ in
            // One waits for the next hour; runners that started while it ran may have done it once more each.
            try await eventually {
                guard !done.payloads.isEmpty else { return false }
                return try await store.jobCounts() == JobCounts(open: 1, failed: 0)
            }
            #expect((1...3).contains(done.payloads.count))
        }
    }

    @Test func `a lease is renewed while the work takes longer`() async throws {
        let clock = Mutex<Int64>(1_700_000_000_000_000)
        let mayEnd = Mutex(false)
        let due = Statement("SELECT due_at FROM job")
        try await withRunners(2) { _, done in
            [
                JobKind("export", lease: .seconds(30)) { job in
                    done.append(job)
                    while !mayEnd.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(10)) }
                    return JobKind.Outcome()
                }
            ]
        } change: {
            $0.now = { clock.withLock { $0 } }
        } _: { store, done, database in
            try await store.enqueue([NewJob(kind: "export", payload: Array("a".utf8))])
            try await eventually { done.payloads == ["a"] }
            for _ in 0..<3 {
                // Less than the lease each time, more than the lease in all.
                let now = clock.withLock { moment in
                    moment += 20_000_000
                    return moment
                }
                try await eventually {
                    try await database.read { try $0.first(due) { try $0.integer(0) } } == now + 30_000_000
                }
            }
            mayEnd.withLock { $0 = true }
            try await eventually { try await store.jobCounts() == JobCounts(open: 0, failed: 0) }
            #expect(done.payloads == ["a"])
        }
    }

    @Test func `what comes of a job is saved together with its end`() async throws {
        try await withRunners(2) { _, done in
            [
                JobKind("count", lease: .seconds(600)) { job in
                    done.append(job)
                    let draft = Draft(content: job.payload)
                    let change = EntryChange(register: "outlet", entry: "o/1", expectedVersion: nil, draft: draft)
                    return JobKind.Outcome(changes: [change], next: [NewJob(kind: "of another node")])
                }
            ]
        } _: { store, done, _ in
            try await store.enqueue([NewJob(kind: "count", payload: Array("{}".utf8))])
            try await eventually { try await store.logHead().size == 1 }
            #expect(try await store.jobCounts() == JobCounts(open: 1, failed: 0))
            #expect(try await store.entries(["o/1"])[0]?.content == Array("{}".utf8))
            #expect(done.payloads == ["{}"])
        }
    }
}
