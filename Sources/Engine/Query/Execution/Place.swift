/// An occurrence in one field: its first and last position, packed so that places sort as numbers.
struct Place: Hashable, Comparable {
    /// The first position in the upper half, the last one in the lower.
    let packed: UInt64

    init(first: Int, last: Int) {
        packed = UInt64(UInt32(truncatingIfNeeded: first)) << 32 | UInt64(UInt32(truncatingIfNeeded: last))
    }

    var first: Int { Int(packed >> 32) }
    var last: Int { Int(packed & 0xFFFF_FFFF) }

    static func < (left: Place, right: Place) -> Bool {
        left.packed < right.packed
    }
}

extension [Place] {
    /// Sorts the places and keeps one of each.
    mutating func sortDistinct() {
        guard count > 1 else { return }
        sort()
        var kept = 1
        for index in 1..<count where self[index] != self[kept - 1] {
            self[kept] = self[index]
            kept += 1
        }
        removeLast(count - kept)
    }
}
