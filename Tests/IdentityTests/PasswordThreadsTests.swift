import Dispatch
import Domain
import Identity
import Synchronization
import Testing

struct PasswordThreadsTests {
    private struct Broken: Error {}

    /// Counts how many run at once.
    private final class Counter: Sendable {
        let state = Mutex((now: 0, most: 0))

        func enter() {
            state.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
        }

        func leave() { state.withLock { $0.now -= 1 } }
    }

    @Test func `values and errors come back`() async throws {
        let threads = PasswordThreads()
        #expect(try await threads.run { 6 * 7 } == 42)
        await #expect(throws: Broken.self) { try await threads.run { throw Broken() } }
    }

    @Test func `no more than two compute at once`() async throws {
        let threads = PasswordThreads()
        let counter = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await threads.run {
                        counter.enter()
                        // Long enough that a third would be seen.
                        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + 0.005)
                        counter.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(counter.state.withLock { $0.most } == 2)
    }

    @Test func `whoever comes when the queue is full is sent away, and later ones are served`() async throws {
        let threads = PasswordThreads(threads: 1, waiting: 2)
        let gate = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<3 {
                group.addTask {
                    try await threads.run {
                        gate.wait()
                        return number
                    }
                }
            }
            // One computes and two wait, as soon as all have come.
            while threads.waitingNow < 2 { await Task.yield() }
            await #expect(throws: Failure.tooMany(retryAfter: 5)) { try await threads.run { 9 } }
            for _ in 0..<3 { gate.signal() }
            var numbers: Set<Int> = []
            for try await number in group { numbers.insert(number) }
            #expect(numbers == [0, 1, 2])
        }
        #expect(try await threads.run { 9 } == 9)
        #expect(threads.waitingNow == 0)
    }
}
