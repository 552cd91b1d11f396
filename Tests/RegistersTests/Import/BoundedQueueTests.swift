import Foundation
import Synchronization
import Testing

@testable import Registers

struct BoundedQueueTests {
    @Test func `elements come out in their order, and then nil`() async {
        let queue = BoundedQueue<Int>(limit: 3)
        let thread = Thread {
            for number in 0..<1_000 { _ = queue.send(number) }
            queue.finish()
        }
        thread.start()
        var taken: [Int] = []
        while let number = await queue.next() { taken.append(number) }
        #expect(taken == Array(0..<1_000))
        #expect(await queue.next() == nil)
    }

    @Test func `no more elements than the limit wait`() async {
        let queue = BoundedQueue<Int>(limit: 2)
        let sent = Mutex(0)
        let thread = Thread {
            for number in 0..<20 {
                _ = queue.send(number)
                sent.withLock { $0 += 1 }
            }
            queue.finish()
        }
        thread.start()
        var taken = 0
        while await queue.next() != nil {
            taken += 1
            #expect(sent.withLock { $0 } <= taken + 3)
        }
        #expect(taken == 20)
    }

    @Test func `a sender learns that nobody takes elements any longer`() async {
        let queue = BoundedQueue<Int>(limit: 1)
        let ended = BoundedQueue<Int>(limit: 1)
        let thread = Thread {
            var count = 0
            while queue.send(count) { count += 1 }
            queue.finish()
            _ = ended.send(count)
            ended.finish()
        }
        thread.start()
        _ = await queue.next()
        queue.cancel()
        let count = await ended.next()
        #expect(count.map { $0 <= 3 } == true)
    }
}
