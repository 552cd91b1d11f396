import Testing

@testable import Bytes

struct AscendingNumbersTests {
    @Test(arguments: [0, 1, 2, 7, 8, 9, 31, 127, 128])
    func `a place is found alike with and without wide registers`(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let numbers = (0..<count).map { UInt32($0) * 33_000_000 + UInt32.random(in: 0..<33_000_000, using: &generator) }
        // What stands behind the numbers that count means nothing.
        let block = numbers + [UInt32](repeating: 0, count: 128 - count)
        for number in numbers + numbers.map({ $0 &+ 1 }) + [0, 1 << 31, .max] {
            let expected = numbers.firstIndex { $0 >= number } ?? count
            #expect(AscendingNumbers.place(notBelow: number, in: block, count: count) == expected)
            #expect(AscendingNumbers.placePortably(notBelow: number, in: block, count: count) == expected)
        }
    }
}
