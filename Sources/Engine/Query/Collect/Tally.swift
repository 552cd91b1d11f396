/// Counts by number below a bound: an array where that is small, else a dictionary until many numbers were met.
///
/// So a question with few hits takes little memory and time whatever the number of labels.
struct Tally {
    /// Numbers up to which an array serves from the start; it then takes at most 256 KiB.
    private static let smallSize = 65_536
    /// Elements of an array that are made in the time in which a dictionary takes one number, roughly.
    private static let entrySize = 64

    /// The bound of the numbers.
    let size: Int
    /// Empty while the dictionary serves.
    private var dense: [UInt32] = []
    private var sparse: [UInt32: UInt32] = [:]

    /// No number was met yet.
    init(size: Int) {
        self.size = size
        if size <= Self.smallSize { dense = [UInt32](repeating: 0, count: size) }
    }

    /// Counts a number, which must be below the bound, once or several times.
    mutating func add(_ number: UInt32, _ count: UInt32 = 1) {
        if dense.isEmpty {
            addSparse(number, count)
        } else {
            dense[Int(number)] &+= count
        }
    }

    /// Counts some numbers.
    mutating func add(_ numbers: [UInt32]) {
        guard !dense.isEmpty else {
            for number in numbers { add(number) }
            return
        }
        // Spans, because arrays would be asked for every number whether they have to be copied.
        var counts = dense.mutableSpan
        for number in numbers { counts[Int(number)] &+= 1 }
    }

    /// Counts for each bit set from `start` up to, not including, `end` the number at its place, less 1; 0 is none.
    mutating func add(_ numbers: [UInt32], of hits: Bitmap, from start: Int, to end: Int) {
        guard !dense.isEmpty else {
            return hits.forEach(from: start, to: end) { bit in
                if numbers[bit - start] > 0 { add(numbers[bit - start] - 1) }
            }
        }
        var counts = dense.mutableSpan
        let numbers = numbers.span
        for index in (start >> 6)..<((end + 63) >> 6) {
            var word = hits.words[index]
            while word != 0 {
                let number = numbers[index << 6 + word.trailingZeroBitCount - start]
                if number > 0 { counts[Int(number - 1)] &+= 1 }
                word &= word &- 1
            }
        }
    }

    /// Counts for each bit set from `start` up to, not including, `end` all numbers of its place: those of place n are
    /// `numbers[starts[n]..<starts[n + 1]]`.
    mutating func add(_ numbers: [UInt32], _ starts: [UInt32], of hits: Bitmap, from start: Int, to end: Int) {
        guard !dense.isEmpty else {
            return hits.forEach(from: start, to: end) { bit in
                for place in Int(starts[bit - start])..<Int(starts[bit - start + 1]) { add(numbers[place]) }
            }
        }
        var counts = dense.mutableSpan
        let numbers = numbers.span
        let starts = starts.span
        for index in (start >> 6)..<((end + 63) >> 6) {
            var word = hits.words[index]
            while word != 0 {
                // Places beside each other have their numbers in a row, so the loop ends once for all of them.
                let lower = word.trailingZeroBitCount
                let length = (~(word &>> UInt64(lower))).trailingZeroBitCount
                let bit = index << 6 + lower - start
                for place in Int(starts[bit])..<Int(starts[bit + length]) { counts[Int(numbers[place])] &+= 1 }
                // Adding to the lowest of a row of bits carries over all of them.
                word &= word &+ (1 &<< UInt64(lower))
            }
        }
    }

    /// How many different numbers were met.
    var distinct: Int {
        dense.isEmpty ? sparse.count : dense.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    }

    /// Calls with each number met and its count, in no order that means anything.
    func forEach(_ body: (_ number: Int, _ count: UInt32) -> Void) {
        for (number, count) in sparse { body(Int(number), count) }
        for number in dense.indices where dense[number] > 0 { body(number, dense[number]) }
    }

    private mutating func addSparse(_ number: UInt32, _ count: UInt32) {
        sparse[number, default: 0] &+= count
        guard sparse.count > size / Self.entrySize else { return }
        dense = [UInt32](repeating: 0, count: size)
        for (number, count) in sparse { dense[Int(number)] = count }
        sparse = [:]
    }
}
