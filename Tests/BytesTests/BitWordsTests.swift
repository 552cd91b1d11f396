import Testing

@testable import Bytes

struct BitWordsTests {
    private func words(_ count: Int, _ generator: inout SeededGenerator) -> [UInt64] {
        (0..<count).map { _ in UInt64.random(in: 0 ... .max, using: &generator) }
    }

    @Test(arguments: [0, 1, 3, 4, 5, 17, 1_024])
    func `sets are brought together alike with and without wide registers`(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let (left, right) = (words(count, &generator), words(count, &generator))
        let functions: [(BitWords.Combination, (inout [UInt64], [UInt64]) -> Void, (UInt64, UInt64) -> UInt64)] = [
            (.union, BitWords.formUnion, { $0 | $1 }), (.intersection, BitWords.formIntersection, { $0 & $1 }),
            (.difference, BitWords.subtract, { $0 & ~$1 }),
            (.symmetricDifference, BitWords.formSymmetricDifference, { $0 ^ $1 }),
        ]
        for (combination, function, expected) in functions {
            var (wide, plain) = (left, left)
            function(&wide, right)
            BitWords.combinePortably(combination, &plain, right)
            #expect(wide == zip(left, right).map(expected))
            #expect(plain == wide)
        }
    }

    @Test func `bits are counted in any range of words`() {
        var generator = SeededGenerator(seed: 1)
        let set = words(300, &generator)
        for range in [0..<0, 0..<1, 3..<8, 0..<300, 299..<300] {
            let expected = set[range].reduce(0) { $0 + String($1, radix: 2).count { $0 == "1" } }
            #expect(BitWords.count(set, in: range) == expected)
            #expect(BitWords.countPortably(set, in: range) == expected)
        }
    }

    @Test func `the numbers of a set are listed in ascending order`() {
        var generator = SeededGenerator(seed: 5)
        for count in [0, 1, 3, 200] {
            var set = words(count, &generator)
            if count > 2 { (set[0], set[2]) = (0, 1 << 63 | 1) }
            let expected = (0..<count * 64).filter { set[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }.map { UInt32($0) + 7 }
            var (wide, plain) = ([UInt32](repeating: 1, count: 90), [UInt32](repeating: 1, count: expected.count))
            BitWords.list(set, from: 7, into: &wide)
            BitWords.listPortably(set, from: 7, into: &plain)
            #expect(wide == expected)
            #expect(plain == expected)
        }
    }

    @Test func `numbers stay whose value is not below a bound`() {
        var generator = SeededGenerator(seed: 3)
        // Words with none, few, about half and all of the bits.
        var set: [UInt64] = [0, 1 << 63, 0x8000_0100_0000_0001, .max, 0x5555_5555_5555_5555]
        set += words(20, &generator)
        var values = (0..<set.count * 64).map { _ in Double.random(in: -1...1, using: &generator) }
        (values[63 + 64], values[200], values[201]) = (.nan, .nan, .infinity)
        for least in [-2, -0.25, 0, 0.5, values[300], 2, -.infinity, .infinity] {
            let expected = set.indices.map { index in
                (0..<64).reduce(UInt64(0)) { word, bit in
                    let isKept = set[index] >> UInt64(bit) & 1 == 1 && values[index * 64 + bit] >= least
                    return word | (isKept ? 1 << UInt64(bit) : 0)
                }
            }
            var (wide, plain) = (set, set)
            BitWords.keep(&wide, whereAtLeast: least, values)
            BitWords.keepPortably(&plain, whereAtLeast: least, values)
            #expect(wide == expected)
            #expect(plain == expected)
        }
    }

    @Test func `the bits of masks are summed up`() {
        let masks: [UInt32] = [0b1, 0, 0b101, .max, 0b10]
        var (wide, plain) = ([UInt32](repeating: 9, count: 7), [UInt32](repeating: 9, count: 7))
        #expect(BitWords.sum(masks, count: 5, into: &wide) == 36)
        #expect(BitWords.sumPortably(masks, count: 5, into: &plain) == 36)
        #expect(wide == [0, 1, 1, 3, 35, 36, 9])
        #expect(plain == wide)
        #expect(BitWords.sum(masks, count: 0, into: &wide) == 0)
        #expect((0...5).map { BitWords.sum(masks, count: $0) } == [0, 1, 1, 3, 35, 36])
    }

    @Test func `a set in a file is added from any byte on, and nothing lies behind its end`() throws {
        var generator = SeededGenerator(seed: 2)
        let bytes = (0..<100).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
        try withFile(bytes) { file throws in
            for offset in [0, 1, 7, 36, 37, 60, 95, 200] {
                var set: [UInt64] = [1, 0, 0, 0, 0, 0, 0, 1 << 63]
                BitWords.formUnion(&set, of: file, at: offset)
                for number in 0..<512 {
                    let place = offset + number / 8
                    let stored = place < 100 && bytes[place] >> UInt8(number % 8) & 1 == 1
                    let isThere = stored || number == 0 || number == 511
                    #expect((set[number / 64] >> UInt64(number % 64) & 1 == 1) == isThere)
                }
            }
        }
    }

    @Test func `numbers are added, and none outside the words`() {
        var set = [UInt64](repeating: 0, count: 2)
        BitWords.insert([5, 70, 71, 133, 197, 198, 400], in: 1..<5, from: 70, to: &set)
        #expect(set == [1 << 63 | 0b11, 1 << 63])
        var narrow = [UInt64](repeating: 0, count: 1)
        BitWords.insert([1, 70, 71, 133, 134, 900], in: 0..<6, from: 70, to: &narrow)
        #expect(narrow == [1 << 63 | 0b11])
        BitWords.insert([9], in: 0..<0, from: 0, to: &narrow)
        #expect(narrow == [1 << 63 | 0b11])
    }
}
