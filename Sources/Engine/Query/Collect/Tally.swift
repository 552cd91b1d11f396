/// Counts by number below a bound: an array where that is small, else a dictionary until many numbers were met.
///
/// So a question with few hits takes little memory and time whatever the number of labels.
struct Tally {
    /// Numbers up to which an array serves from the start; it then takes at most 256 KiB.
    private static let smallSize = 65_536
    /// Elements of an array that take the room of one entry of a dictionary, roughly.
    private static let entrySize = 16

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
