import CKernels

/// A sum at each of many places, 64 places to a word of a set of bits: bounds of what lists of numbers add up to.
///
/// Sums have 16 bits, so that many of them are compared at once; whoever adds sees to it that none gets greater.
public struct PlaceSums: Sendable {
    /// What the codes of a list stand for.
    public struct Table: Sendable {
        fileprivate let values: [UInt16]

        /// Makes a table of a number for each code from 0 on; what is missing behind the last is like the last.
        public init(_ values: [UInt16]) {
            precondition(!values.isEmpty && values.count <= 256, "a table has 1 to 256 numbers")
            self.values = values + [UInt16](repeating: values[values.count - 1], count: 256 - values.count)
        }

        /// What a code of at most 255 stands for.
        public subscript(code: Int) -> UInt16 { values[code] }
    }

    /// The bits of a code that count before `base` is added.
    static let codeMask: UInt32 = 127

    private(set) var values: [UInt16]

    /// The words of places that have a sum.
    public var wordCount: Int { values.count >> 6 }

    /// Sums of 0 for so many words of 64 places.
    public init(wordCount: Int) {
        values = [UInt16](repeating: 0, count: wordCount * 64)
    }

    /// The sum at a place.
    public subscript(place: Int) -> UInt16 { values[place] }

    /// Adds what a table has for the codes of some ascending places.
    ///
    /// - Parameters:
    ///   - table: The numbers.
    ///   - codes: For each of the places a code, of which the lowest 7 bits count.
    ///   - base: What is added to each code, 0 to 128.
    ///   - places: The places.
    ///   - range: The elements of both arrays that count.
    ///   - first: The place of the first sum.
    public mutating func add(
        _ table: Table,
        codes: [UInt32],
        base: Int,
        at places: [UInt32],
        in range: Range<Int>,
        from first: UInt32
    ) {
        guard let last = range.last else { return }
        let (least, most) = (places[range.lowerBound], places[last])
        precondition(last < codes.count && (0...128).contains(base), "a place has no code")
        precondition(least >= first && most >= least && Int(most - first) < values.count, "a place has no sum")
        guard Processor.isWide else {
            addPortably(table, codes: codes, base: base, at: places, in: range, from: first)
            return
        }
        // The places ascend, and the first and the last of them have sums; no code and base lead behind the table.
        unsafe values.withUnsafeMutableBufferPointer { values in
            unsafe places.withUnsafeBufferPointer { places in
                unsafe codes.withUnsafeBufferPointer { codes in
                    unsafe table.values.withUnsafeBufferPointer { table in
                        guard let values = values.baseAddress, let places = places.baseAddress,
                            let codes = codes.baseAddress, let table = table.baseAddress
                        else { return }
                        let start = range.lowerBound
                        unsafe huizhi_sums_add(values, places + start, first, codes + start, range.count, table + base)
                    }
                }
            }
        }
    }

    mutating func addPortably(
        _ table: Table,
        codes: [UInt32],
        base: Int,
        at places: [UInt32],
        in range: Range<Int>,
        from first: UInt32
    ) {
        for index in range {
            values[Int(places[index] - first)] &+= table.values[Int(codes[index] & Self.codeMask) + base]
        }
    }

    /// Makes all sums 0.
    public mutating func clear() {
        for place in values.indices { values[place] = 0 }
    }

    /// Replaces some words of a set with the places whose sum is not below `least`; the first place is that of the first
    /// of these words.
    public func reach(_ least: UInt16, into words: inout [UInt64], in range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= words.count, "the words end before the range")
        precondition(wordCount >= range.count, "some numbers have no sum")
        guard Processor.isWide else { return reachPortably(least, into: &words, in: range) }
        // The range lies within the words, and there are 64 sums for each of them.
        unsafe words.withUnsafeMutableBufferPointer { words in
            unsafe values.withUnsafeBufferPointer { values in
                guard let words = words.baseAddress, let values = values.baseAddress else { return }
                unsafe huizhi_sums_reach(words + range.lowerBound, range.count, values, least)
            }
        }
    }

    func reachPortably(_ least: UInt16, into words: inout [UInt64], in range: Range<Int>) {
        for index in range {
            let first = (index - range.lowerBound) << 6
            words[index] = 0
            for bit in 0..<64 where values[first + bit] >= least { words[index] |= 1 << UInt64(bit) }
        }
    }
}
