/// The row, or the column, that each value of a side of a matrix belongs to.
///
/// **Cost** 4 bytes for each number between the least value and the greatest, as long as these are at most 16 for each hit
/// to be looked up, and 4 million; else a dictionary of the values.
struct AxisTable {
    /// Numbers from the least value to the greatest for which an array serves whatever the hits.
    private static let smallSpan = 65_536
    /// Elements of an array that are made in the time that a dictionary needs more for one hit, roughly.
    private static let lookupCost = 16
    /// The longest array.
    private static let largestSpan = 1 << 22

    private var first: Int64 = 0
    private var dense: [UInt32] = []
    private var sparse: [Int64: UInt32] = [:]

    /// A table for `values[n]` in row or column n; no value may stand in two of them.
    init<Value: FixedWidthInteger>(_ values: [[Value]], hits: Int) {
        var (least, most) = (Int64.max, Int64.min)
        for value in values.joined() {
            least = min(least, Int64(value))
            most = max(most, Int64(value))
        }
        guard least <= most else { return }
        let (span, overflows) = most.subtractingReportingOverflow(least)
        let isDense = !overflows && span < Int64(min(max(Self.smallSpan, hits * Self.lookupCost), Self.largestSpan))
        first = least
        if isDense { dense = [UInt32](repeating: 0, count: Int(span) + 1) }
        for (number, values) in values.enumerated() {
            for value in values {
                if isDense {
                    dense[Int(Int64(value) - least)] = UInt32(number + 1)
                } else {
                    sparse[Int64(value)] = UInt32(number + 1)
                }
            }
        }
    }

    /// Whether no value belongs to any row or column.
    var isEmpty: Bool { dense.isEmpty && sparse.isEmpty }

    /// The row or column of a value, plus 1; 0 where it belongs to none.
    @inline(__always)
    func number(of value: Int64) -> UInt32 {
        if dense.isEmpty { return sparse[value] ?? 0 }
        // What lies below the first one is beyond all as a number without sign.
        let index = UInt64(bitPattern: value &- first)
        return index < UInt64(dense.count) ? dense[Int(index)] : 0
    }
}
