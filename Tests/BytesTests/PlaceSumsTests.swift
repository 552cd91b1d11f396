import Testing

@testable import Bytes

struct PlaceSumsTests {
    private let table = PlaceSums.Table([0, 1, 10, 100])

    @Test func `numbers of codes are added at their places`() {
        var sums = PlaceSums(wordCount: 2)
        #expect(sums.wordCount == 2)
        sums.add(table, codes: [9, 0, 1, 2, 9], base: 1, at: [0, 1_000, 1_063, 1_127, 5], in: 1..<4, from: 1_000)
        sums.add(table, codes: [3], base: 0, at: [1_063], in: 0..<1, from: 1_000)
        sums.add(table, codes: [], base: 0, at: [], in: 0..<0, from: 1_000)
        // Codes behind the table are like its last.
        sums.add(table, codes: [127], base: 128, at: [1_001], in: 0..<1, from: 1_000)
        // Only the lowest seven bits of a code count.
        sums.add(table, codes: [0x8002], base: 0, at: [1_002], in: 0..<1, from: 1_000)
        #expect(sums.values.indices.filter { sums.values[$0] != 0 } == [0, 1, 2, 63, 127])
        #expect([0, 1, 2, 63, 127].map { sums.values[$0] } == [1, 100, 10, 110, 100])
        var words: [UInt64] = [7, 7, 7]
        sums.reach(100, into: &words, in: 1..<3)
        #expect(words == [7, 1 << 63 | 0b10, 1 << 63])
        sums.clear()
        #expect(sums.values.allSatisfy { $0 == 0 })
    }

    @Test func `sums are the same with and without wide registers`() {
        var generator = SeededGenerator(seed: 11)
        let table = PlaceSums.Table((0..<200).map { _ in UInt16.random(in: 0...9_000, using: &generator) })
        var (wide, plain) = (PlaceSums(wordCount: 16), PlaceSums(wordCount: 16))
        for count in [1, 7, 128, 500, 1_024] {
            let places = (0..<UInt32(1_024)).shuffled(using: &generator).prefix(count).sorted().map { $0 + 4_096 }
            let codes = places.map { _ in UInt32.random(in: 0 ... .max, using: &generator) }
            let range = count / 3..<count
            wide.add(table, codes: codes, base: count % 129, at: places, in: range, from: 4_096)
            plain.addPortably(table, codes: codes, base: count % 129, at: places, in: range, from: 4_096)
        }
        #expect(wide.values == plain.values)
        #expect(Set(wide.values).count > 100)
        for least in [0, 1, 255, 256, 9_000, 32_767, 32_768, 40_000, .max] + wide.values.prefix(20) {
            var (fast, slow) = ([UInt64](repeating: 1, count: 18), [UInt64](repeating: 1, count: 18))
            wide.reach(least, into: &fast, in: 1..<17)
            plain.reachPortably(least, into: &slow, in: 1..<17)
            let expected = wide.values.indices.filter { wide.values[$0] >= least }
            #expect(wide.values.indices.filter { fast[1 + $0 / 64] >> UInt64($0 % 64) & 1 == 1 } == expected)
            #expect(fast == slow)
        }
    }
}
