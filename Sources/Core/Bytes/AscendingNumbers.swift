import CKernels

/// Looks for places in ascending numbers.
public enum AscendingNumbers {
    /// The first place among the first `count` numbers whose number is not below another; `count` where all are below.
    ///
    /// For a block of a hundred or so. Where the processor can, all are compared: that takes less time than halving, where
    /// every step waits for the one before.
    public static func place(notBelow least: UInt32, in numbers: [UInt32], count: Int) -> Int {
        precondition(count >= 0 && count <= numbers.count, "there are fewer numbers")
        guard Processor.isWide else { return placePortably(notBelow: least, in: numbers, count: count) }
        // There are `count` numbers.
        return unsafe numbers.withUnsafeBufferPointer { numbers in
            unsafe numbers.baseAddress.map { unsafe huizhi_count_below($0, count, least) } ?? 0
        }
    }

    static func placePortably(notBelow least: UInt32, in numbers: [UInt32], count: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < least { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
