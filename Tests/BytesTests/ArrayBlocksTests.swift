import Bytes
import Testing

/// Work on many elements in blocks.
struct ArrayBlocksTests {
    @Test func `blocks have all elements in order, the last one what is left`() {
        #expect([1, 2, 3, 4, 5].blocks(of: 2) == [[1, 2], [3, 4], [5]])
        #expect([1, 2].blocks(of: 2) == [[1, 2]])
        #expect([Int]().blocks(of: 2).isEmpty)
    }

    @Test func `what is mapped on all cores comes in order`() async throws {
        let numbers = Array(0..<1_000)
        #expect(try await numbers.mapOnAllCores { $0 * 3 } == numbers.map { $0 * 3 })
        #expect(try await [Int]().mapOnAllCores { $0 }.isEmpty)
        await #expect(throws: Odd(number: 777)) {
            _ = try await numbers.mapOnAllCores { number in
                if number == 777 { throw Odd(number: number) }
                return number
            }
        }
    }

    @Test func `work is done in order on what was prepared, and ends with the first error`() async throws {
        var done: [String] = []
        try await [1, 2, 3].workAhead(preparing: { "\($0)" }) { done.append($0) }
        #expect(done == ["1", "2", "3"])
        try await [Int]().workAhead(preparing: { $0 }) { _ in Issue.record("there is nothing to work on") }

        done = []
        await #expect(throws: Odd(number: 2)) {
            try await [1, 2, 3].workAhead(preparing: { "\($0)" }) { text in
                if text == "2" { throw Odd(number: 2) }
                done.append(text)
            }
        }
        #expect(done == ["1"])
        await #expect(throws: Odd(number: 3)) {
            try await [1, 2, 3].workAhead(
                preparing: { number in
                    if number == 3 { throw Odd(number: number) }
                    return "\(number)"
                },
                work: { done.append($0) }
            )
        }
        #expect(done == ["1", "1", "2"])
    }

    private struct Odd: Error, Equatable {
        let number: Int
    }
}
