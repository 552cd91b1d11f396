import Bytes
import Testing

struct AtomicNumbersTests {
    @Test func `numbers are 0 at first and stay as they were set`() {
        let numbers = AtomicNumbers(count: 3)
        #expect((0..<3).allSatisfy { numbers[$0] == 0 })
        numbers[0] = .max
        numbers[2] = 7
        #expect([numbers[0], numbers[1], numbers[2]] == [.max, 0, 7])
        #expect(AtomicNumbers(count: 0).count == 0)
    }
}
