import Foundation
import Logging
import SQLiteDriver
import Store
import Synchronization
import Testing

@testable import Jobs

struct JobRunnerTests {
    /// Payloads in the order in which work was done.
    private final class Done: Sendable {
        let payloads = Mutex<[String]>([])

        func append(_ job: ClaimedJob) {
            payloads.withLock { $0.append(String(decoding: job.payload, as: UTF8.self)) }
        }

        func wait(for count: Int) async throws -> [String] {
            let deadline = ContinuousClock.now + .seconds(20)
            while ContinuousClock.now < deadline, payloads.withLock({ $0.count < count }) {
                try await Task.sleep(for: .milliseconds(5))
            }
            return payloads.withLock { $0 }
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
        _ body: (Store, Done) async throws -> Void
    ) async throws {
        let folder = NSTemporaryDirectory() + "jobs-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var options = StoreOptions()
        change(&options)
        let store = try await Store.open(SQLiteDatabase(path: folder + "/store.sqlite"), options: options)
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
            try await body(store, done)
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
                    return .done(then: [NewJob(kind: "file", payload: Array((name + "!").utf8))])
                },
                JobKind("file") { job in
                    done.append(job)
                    return .done()
                },
            ]
        } _: { store, done in
            try await store.enqueue((1...20).map { NewJob(kind: "mail", payload: Array("\($0)".utf8)) })
            try await store.enqueue([NewJob(kind: "of another node")])
            let payloads = try await done.wait(for: 40)
            #expect(payloads.sorted() == ((1...20).map { "\($0)" } + (1...20).map { "\($0)!" }).sorted())
            // The job that nobody here can do is left to others.
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await store.jobCounts() == JobCounts(open: 1, failed: 0))
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
        } _: { store, done in
            try await store.enqueue([NewJob(kind: "mail", payload: Array("a".utf8))])
            #expect(try await done.wait(for: 3) == ["a", "a", "a"])
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await store.jobCounts() == JobCounts(open: 0, failed: 1))
            #expect(done.payloads.withLock { $0.count } == 3)
        }
    }

    @Test func `work that comes again by itself waits once, however many nodes there are`() async throws {
        try await withRunners(3) { _, done in
            [
                JobKind("sweep", every: .seconds(3_600)) { job in
                    done.append(job)
                    return .done()
                }
            ]
        } _: { store, done in
            _ = try await done.wait(for: 1)
            try await Task.sleep(for: .milliseconds(300))
            // One waits for the next hour; runners that started while it ran may have done it once more each.
            #expect(try await store.jobCounts() == JobCounts(open: 1, failed: 0))
            #expect((1...3).contains(done.payloads.withLock { $0.count }))
        }
    }

    @Test func `a lease is renewed while the work takes longer`() async throws {
        try await withRunners(2) { _, done in
            [
                JobKind("export", lease: .milliseconds(300)) { job in
                    done.append(job)
                    try await Task.sleep(for: .seconds(1))
                    return .done()
                }
            ]
        } _: { store, done in
            try await store.enqueue([NewJob(kind: "export", payload: Array("a".utf8))])
            _ = try await done.wait(for: 1)
            try await Task.sleep(for: .milliseconds(1_500))
            #expect(done.payloads.withLock { $0 } == ["a"])
            #expect(try await store.jobCounts() == JobCounts(open: 0, failed: 0))
        }
    }

    @Test func `an effect that is saved with the end of its job happens once, and not at all for who lost the job`()
        async throws
    {
        try await withRunners { store, done in
            [
                JobKind("count") { job in
                    let change = EntryChange(
                        register: "outlet",
                        entry: "o/1",
                        expectedVersion: nil,
                        draft: Draft(content: job.payload)
                    )
                    _ = try await store.save([change], author: "system", finishing: job)
                    done.append(job)
                    // Whoever held the job before cannot save its effect again.
                    await #expect(throws: StoreError.jobLost(job.id)) {
                        _ = try await store.save([change], author: "system", finishing: job)
                    }
                    return .finished
                }
            ]
        } _: { store, done in
            try await store.enqueue([NewJob(kind: "count", payload: Array("{}".utf8))])
            #expect(try await done.wait(for: 1) == ["{}"])
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await store.versions(of: "o/1").count == 1)
            #expect(try await store.logHead().size == 1)
            #expect(try await store.jobCounts() == JobCounts(open: 0, failed: 0))
        }
    }
}
