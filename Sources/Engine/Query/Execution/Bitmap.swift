import Bytes
import Index

/// The documents of one window as bits.
///
/// **Shape** one bit per document from the window's first on, 64 to a word; bits behind the window's last document are
/// always 0.
struct Bitmap: Equatable {
    private(set) var words: [UInt64]

    /// An empty bitmap for `length` documents.
    init(length: Int) {
        words = [UInt64](repeating: 0, count: (length + 63) >> 6)
    }

    var count: Int { BitWords.count(words, in: words.indices) }

    var isEmpty: Bool {
        for word in words where word != 0 { return false }
        return true
    }

    func contains(_ bit: Int) -> Bool {
        words[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    mutating func insert(_ bit: Int) {
        words[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    /// Empties the bitmap and fits it to `length` documents.
    mutating func reset(length: Int) {
        let needed = (length + 63) >> 6
        if words.count == needed {
            for index in words.indices { words[index] = 0 }
        } else {
            words = [UInt64](repeating: 0, count: needed)
        }
    }

    /// Sets every bit of the first `length`.
    mutating func fill(length: Int) {
        insert(from: 0, to: length)
    }

    /// Sets the bits from `lower` up to, not including, `upper`.
    mutating func insert(from lower: Int, to upper: Int) {
        guard lower < upper else { return }
        let firstWord = lower >> 6
        let lastWord = (upper - 1) >> 6
        let firstMask = UInt64.max << UInt64(lower & 63)
        let lastMask = UInt64.max >> UInt64(63 - (upper - 1) & 63)
        if firstWord == lastWord {
            words[firstWord] |= firstMask & lastMask
            return
        }
        words[firstWord] |= firstMask
        for index in (firstWord + 1)..<lastWord { words[index] = .max }
        words[lastWord] |= lastMask
    }

    mutating func formUnion(_ other: Bitmap) { BitWords.formUnion(&words, other.words) }

    mutating func formIntersection(_ other: Bitmap) { BitWords.formIntersection(&words, other.words) }

    mutating func formSymmetricDifference(_ other: Bitmap) { BitWords.formSymmetricDifference(&words, other.words) }

    mutating func subtract(_ other: Bitmap) { BitWords.subtract(&words, other.words) }

    /// Keeps of word `index` only the bits of `mask`.
    mutating func intersect(word index: Int, with mask: UInt64) {
        words[index] &= mask
    }

    /// Keeps the documents whose value, by their place in the window, is not below `least`.
    mutating func keep(whereAtLeast least: Double, _ values: [Double]) {
        BitWords.keep(&words, whereAtLeast: least, values)
    }

    /// Becomes, from `lower`, a multiple of 64, up to `upper`, the documents whose sum is not below `least`; the first sum
    /// is that of the first of them.
    mutating func replace(from lower: Int, to upper: Int, whereAtLeast least: UInt16, _ sums: PlaceSums) {
        sums.reach(least, into: &words, in: lower >> 6..<(upper + 63) >> 6)
    }

    /// Becomes a part of a window's bitmap.
    ///
    /// - Parameters:
    ///   - other: The window's bits.
    ///   - block: Documents of the window; the first of them a multiple of 64 behind the window's first.
    ///   - window: The window's documents.
    mutating func copy(_ other: Bitmap, _ block: Range<UInt32>, of window: Range<UInt32>) {
        let lower = Int(block.lowerBound - window.lowerBound)
        let upper = lower + block.count
        let length = (upper - lower + 63) >> 6
        if words.count != length { words = [UInt64](repeating: 0, count: length) }
        for index in 0..<length { words[index] = other.words[lower >> 6 + index] }
        if upper & 63 > 0 { words[length - 1] &= (1 << UInt64(upper & 63)) - 1 }
    }

    /// Replaces word `index`.
    mutating func set(word index: Int, to word: UInt64) {
        words[index] = word
    }

    /// Sets the bit of every document at some places of a list.
    ///
    /// - Parameters:
    ///   - documents: Ascending document numbers.
    ///   - range: The places, all of documents in the window.
    ///   - first: The window's first document.
    mutating func insert(_ documents: [UInt32], in range: Range<Int>, first: UInt32) {
        BitWords.insert(documents, in: range, from: first, to: &words)
    }

    /// The same for those of the documents whose mask shares a bit with `mask`.
    mutating func insert(
        _ documents: [UInt32],
        masks: [UInt32],
        in range: Range<Int>,
        mask: UInt32,
        first: UInt32
    ) {
        for index in range where masks[index] & mask != 0 {
            let bit = documents[index] &- first
            words[Int(bit >> 6)] |= 1 &<< UInt64(bit & 63)
        }
    }

    /// Sets those bits of another bitmap for which a test holds, from `lower`, a multiple of 64, up to `upper`.
    @inline(__always)
    mutating func insert(_ other: Bitmap, from lower: Int, to upper: Int, where isWanted: (Int) -> Bool) {
        for index in (lower >> 6)..<((upper + 63) >> 6) {
            var rest = other.words[index]
            var kept = rest
            while rest != 0 {
                let bit = rest & (0 &- rest)
                if !isWanted(index << 6 + rest.trailingZeroBitCount) { kept ^= bit }
                rest ^= bit
            }
            words[index] |= kept
        }
    }

    /// Sets the bit of every document of a dense list in a window of `length` documents.
    mutating func insert(_ documents: DocumentBits, from first: UInt32, length: Int) {
        documents.insert(from: first, to: &words)
        let tail = UInt64(length & 63)
        if tail > 0 { words[words.count - 1] &= (1 << tail) - 1 }
    }

    /// Replaces a list with the documents, ascending.
    func list(from first: UInt32, into documents: inout [UInt32]) {
        BitWords.list(words, from: first, into: &documents)
    }

    /// Replaces a list with the documents from `lower`, a multiple of 64, up to `upper`, and takes them out.
    mutating func take(from lower: Int, to upper: Int, first: UInt32, into documents: inout [UInt32]) {
        documents.removeAll(keepingCapacity: true)
        for index in (lower >> 6)..<((upper + 63) >> 6) where words[index] != 0 {
            var word = words[index]
            while word != 0 {
                documents.append(first + UInt32(truncatingIfNeeded: index << 6 + word.trailingZeroBitCount))
                word &= word &- 1
            }
            words[index] = 0
        }
    }

    /// The bits set from `lower` up to, not including, `upper`; both at multiples of 64 or at the end.
    func count(from lower: Int, to upper: Int) -> Int {
        BitWords.count(words, in: (lower >> 6)..<((upper + 63) >> 6))
    }

    /// Calls with every bit set from `lower` up to, not including, `upper`, ascending; `lower` at a multiple of 64.
    func forEach(from lower: Int, to upper: Int, _ body: (Int) -> Void) {
        for index in (lower >> 6)..<((upper + 63) >> 6) {
            var word = words[index]
            while word != 0 {
                body(index << 6 + word.trailingZeroBitCount)
                word &= word &- 1
            }
        }
    }
}
