import CKernels

/// Sets of numbers as bits: number n is bit n mod 64 of word n div 64.
///
/// Two sets that are brought together must have equally many words.
public enum BitWords {
    /// How many numbers the set has in a range of its words.
    public static func count(_ words: [UInt64], in range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= words.count, "the words end before the range")
        guard Processor.isWide else { return countPortably(words, in: range) }
        // The range lies within the array.
        return unsafe words.withUnsafeBufferPointer { words in
            unsafe words.baseAddress.map { unsafe huizhi_bits_count($0 + range.lowerBound, range.count) } ?? 0
        }
    }

    static func countPortably(_ words: [UInt64], in range: Range<Int>) -> Int {
        var sum = 0
        for index in range { sum += words[index].nonzeroBitCount }
        return sum
    }

    /// How two sets are brought together.
    enum Combination {
        case union, intersection, difference, symmetricDifference
    }

    /// Adds the numbers of another set.
    public static func formUnion(_ words: inout [UInt64], _ others: [UInt64]) { combine(.union, &words, others) }

    /// Keeps the numbers that another set has too.
    public static func formIntersection(_ words: inout [UInt64], _ others: [UInt64]) {
        combine(.intersection, &words, others)
    }

    /// Removes the numbers of another set.
    public static func subtract(_ words: inout [UInt64], _ others: [UInt64]) { combine(.difference, &words, others) }

    /// Keeps the numbers that exactly one of the sets has.
    public static func formSymmetricDifference(_ words: inout [UInt64], _ others: [UInt64]) {
        combine(.symmetricDifference, &words, others)
    }

    private static func combine(_ combination: Combination, _ words: inout [UInt64], _ others: [UInt64]) {
        precondition(words.count == others.count, "the sets have other numbers of words")
        guard Processor.isWide, !words.isEmpty else { return combinePortably(combination, &words, others) }
        let count = words.count
        // Both arrays have `count` words.
        unsafe words.withUnsafeMutableBufferPointer { words in
            unsafe others.withUnsafeBufferPointer { others in
                guard let words = words.baseAddress, let others = others.baseAddress else { return }
                switch combination {
                case .union: unsafe huizhi_bits_or(words, others, count)
                case .intersection: unsafe huizhi_bits_and(words, others, count)
                case .difference: unsafe huizhi_bits_and_not(words, others, count)
                case .symmetricDifference: unsafe huizhi_bits_xor(words, others, count)
                }
            }
        }
    }

    static func combinePortably(_ combination: Combination, _ words: inout [UInt64], _ others: [UInt64]) {
        switch combination {
        case .union: for index in words.indices { words[index] |= others[index] }
        case .intersection: for index in words.indices { words[index] &= others[index] }
        case .difference: for index in words.indices { words[index] &= ~others[index] }
        case .symmetricDifference: for index in words.indices { words[index] ^= others[index] }
        }
    }

    /// Adds the numbers of a set that lies in a file from an offset on; what lies outside the file is empty.
    public static func formUnion(_ words: inout [UInt64], of file: MappedFile, at offset: Int) {
        let count = words.count
        guard Processor.isWide, offset >= 0, offset <= file.count - 8 * count else {
            for index in words.indices { words[index] |= file.uint64(at: offset + 8 * index) }
            return
        }
        file.withBytes(offset..<offset + 8 * count) { bytes in
            // The file has as many bytes from the offset on.
            unsafe bytes.withUnsafeBytes { others in
                unsafe words.withUnsafeMutableBufferPointer { words in
                    guard let words = words.baseAddress, let others = others.baseAddress else { return }
                    unsafe huizhi_bits_or(words, others, count)
                }
            }
        }
    }

    /// Adds the ascending numbers at some places of a list, each less `first`; those outside the words are left out.
    public static func insert(_ numbers: [UInt32], in range: Range<Int>, from first: UInt32, to words: inout [UInt64]) {
        guard let last = range.last else { return }
        let (least, most) = (numbers[range.lowerBound], numbers[last])
        guard Processor.isWide, least >= first, most >= least, Int(most - first) < words.count * 64 else {
            for index in range where numbers[index] >= first && Int(numbers[index] - first) < words.count * 64 {
                words[Int((numbers[index] - first) >> 6)] |= 1 << UInt64((numbers[index] - first) & 63)
            }
            return
        }
        // The numbers ascend, and the first and the last of them lie within the words.
        unsafe words.withUnsafeMutableBufferPointer { words in
            unsafe numbers.withUnsafeBufferPointer { numbers in
                guard let words = words.baseAddress, let numbers = numbers.baseAddress else { return }
                unsafe huizhi_bits_mark(words, numbers + range.lowerBound, range.count, first)
            }
        }
    }

    /// Replaces a list with the numbers of a set, ascending, each increased by `first`.
    public static func list(_ words: [UInt64], from first: UInt32, into numbers: inout [UInt32]) {
        let count = count(words, in: words.indices)
        if numbers.count > count {
            numbers.removeLast(numbers.count - count)
        } else {
            numbers.append(contentsOf: repeatElement(0, count: count - numbers.count))
        }
        guard Processor.isWide else { return listPortably(words, from: first, into: &numbers) }
        // There is room for as many numbers as the words have bits.
        unsafe words.withUnsafeBufferPointer { words in
            unsafe numbers.withUnsafeMutableBufferPointer { numbers in
                guard let start = words.baseAddress, let numbers = numbers.baseAddress else { return }
                unsafe huizhi_bits_list(start, words.count, first, numbers)
            }
        }
    }

    /// The same into a list that has as many elements already.
    static func listPortably(_ words: [UInt64], from first: UInt32, into numbers: inout [UInt32]) {
        var place = 0
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                numbers[place] = first &+ UInt32(index << 6 + rest.trailingZeroBitCount)
                place += 1
                rest &= rest &- 1
            }
        }
    }

    /// Removes the numbers whose value, at the number's place in an array, is below `least` or no number.
    public static func keep(_ words: inout [UInt64], whereAtLeast least: Double, _ values: [Double]) {
        precondition(values.count >= words.count * 64, "some numbers have no value")
        guard Processor.isWide else { return keepPortably(&words, whereAtLeast: least, values) }
        let count = words.count
        // There are 64 values for each word.
        unsafe words.withUnsafeMutableBufferPointer { words in
            unsafe values.withUnsafeBufferPointer { values in
                guard let words = words.baseAddress, let values = values.baseAddress else { return }
                unsafe huizhi_bits_keep(words, count, values, least)
            }
        }
    }

    static func keepPortably(_ words: inout [UInt64], whereAtLeast least: Double, _ values: [Double]) {
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                let bit = rest & (0 &- rest)
                if !(values[index << 6 + rest.trailingZeroBitCount] >= least) { words[index] ^= bit }
                rest ^= bit
            }
        }
    }

    /// How many bits are set in some masks so far: `sums[0]` is 0, `sums[n + 1]` counts those of masks 0 to n.
    ///
    /// - Returns: The bits of all `count` masks.
    public static func sum(_ masks: [UInt32], count: Int, into sums: inout [UInt32]) -> Int {
        precondition(count >= 0 && count <= masks.count && count < sums.count, "there is no room for the sums")
        guard Processor.isWide else { return sumPortably(masks, count: count, into: &sums) }
        sums[0] = 0
        // There are `count` masks, and room for as many sums behind the first.
        unsafe masks.withUnsafeBufferPointer { masks in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                guard let masks = masks.baseAddress, let sums = sums.baseAddress else { return }
                unsafe huizhi_bits_sums(masks, count, sums + 1)
            }
        }
        return Int(sums[count])
    }

    /// How many bits are set in the first `count` masks together.
    public static func sum(_ masks: [UInt32], count: Int) -> Int {
        precondition(count >= 0 && count <= masks.count, "there are fewer masks")
        guard Processor.isWide else { return masks.prefix(count).reduce(0) { $0 + $1.nonzeroBitCount } }
        // There are `count` masks.
        return unsafe masks.withUnsafeBufferPointer { masks in
            unsafe masks.baseAddress.map { unsafe huizhi_bits_count_small($0, count) } ?? 0
        }
    }

    static func sumPortably(_ masks: [UInt32], count: Int, into sums: inout [UInt32]) -> Int {
        sums[0] = 0
        for place in 0..<count { sums[place + 1] = sums[place] + UInt32(masks[place].nonzeroBitCount) }
        return Int(sums[count])
    }
}
