import Discovery
import Domain
import Foundation
import Synchronization
import Testing

/// Who may compute, who waits and who is turned away.
struct SearchPoolTests {
    /// How many work at the same time.
    private final class Meter: Sendable {
        private let state = Mutex((now: 0, most: 0))

        var now: Int { state.withLock { $0.now } }
        var most: Int { state.withLock { $0.most } }

        func enter() {
            state.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
        }

        func leave() { state.withLock { $0.now -= 1 } }
    }

    @Test func `one document is read, four wait and the next are refused`() async throws {
        let pool = SearchPool(options: SearchPool.Options(threads: 2))
        let meter = Meter()
        let gate = DispatchSemaphore(value: 0)
        var readers: [Task<Int, any Error>] = []
        for number in 0..<5 {
            let reader = Task {
                try await pool.run(.document) { () -> Int in
                    meter.enter()
                    gate.wait()
                    meter.leave()
                    return number
                }
            }
            readers.append(reader)
            // The thread takes the first; the others wait. However slow the machine is, this ends.
            for _ in 0..<30_000 where meter.now != 1 || pool.load.document != number {
                try await Task.sleep(for: .milliseconds(1))
            }
        }
        #expect(meter.now == 1 && pool.load.document == 4)
        for _ in 0..<3 {
            await #expect(throws: Failure.tooMany(retryAfter: 2)) { try await pool.run(.document) { 0 } }
        }
        #expect(pool.load.refused == 3)
        // Documents keep nobody else waiting.
        let others = [try await pool.run(.short) { 1 }, try await pool.run(.long) { 2 }]
        #expect(others == [1, 2])
        for _ in readers { gate.signal() }
        for (number, reader) in readers.enumerated() {
            let read = try await reader.value
            #expect(read == number)
        }
        #expect(meter.most == 1 && meter.now == 0 && pool.load.document == 0)
        // Whoever comes later is read again.
        let later = try await pool.run(.document) { 6 }
        #expect(later == 6)
    }
}
