import CKernels

extension MappedFile {
    /// Reads numbers of one width, laid as `BitPacking` lays them, into the elements of an array from a place on.
    ///
    /// The array must be long enough, the width 0 to 56, or 64 from a whole byte on. Numbers that the array's elements
    /// cannot hold lose their upper bits; bits outside the file read as 0.
    @inlinable
    public func unpackPortably<Value: FixedWidthInteger>(
        fromBit start: Int,
        width: Int,
        count: Int,
        into values: inout [Value],
        at place: Int = 0
    ) {
        precondition(start >= 0 && count >= 0 && place >= 0 && count <= values.count - place)
        precondition((0...56).contains(width) || (width == 64 && start & 7 == 0))
        var target = values.mutableSpan
        let mask = width == 0 ? 0 : UInt64.max &>> UInt64(64 &- width)
        let end = start + count * width
        var bit = start
        guard let base = unsafe base, end >> 3 <= self.count - 8 else {
            for index in 0..<count {
                let word = uint64(at: bit &>> 3) &>> UInt64(truncatingIfNeeded: bit & 7)
                target[place &+ index] = Value(truncatingIfNeeded: word & mask)
                bit &+= width
            }
            return
        }
        for index in 0..<count {
            // No number begins behind `end`, and eight bytes from there on lie below the count that was mapped.
            let word = unsafe base.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
            let shifted = UInt64(littleEndian: word) &>> UInt64(truncatingIfNeeded: bit & 7)
            target[place &+ index] = Value(truncatingIfNeeded: shifted & mask)
            bit &+= width
        }
    }

    /// The same for elements of 32 bits, eight at once where the processor can.
    public func unpack(
        fromBit start: Int,
        width: Int,
        count: Int,
        into values: inout [UInt32],
        at place: Int = 0
    ) {
        precondition(start >= 0 && count >= 0 && place >= 0 && count <= values.count - place)
        guard Processor.isWide, (1...25).contains(width), count >= 8,
            (start + count * width) / 8 <= self.count - Processor.overreach, let base = unsafe base
        else { return unpackPortably(fromBit: start, width: width, count: count, into: &values, at: place) }
        // The file has all numbers and the bytes behind them, the array has room for them from the place on.
        unsafe values.withUnsafeMutableBufferPointer { values in
            guard let target = values.baseAddress else { return }
            unsafe huizhi_unpack(base + start / 8, UInt32(start & 7), UInt32(width), count, target + place)
        }
    }

    /// Replaces the first elements of an array with ascending numbers, of which gaps are stored.
    ///
    /// Each number is the one before, at first `previous`, plus 1 plus the next of `count` packed numbers from a byte on.
    /// What passes 32 bits becomes the greatest number.
    public func unpackAscending(
        from start: Int,
        width: Int,
        count: Int,
        after previous: Int64,
        into values: inout [UInt32]
    ) {
        precondition(start >= 0 && count >= 0 && count <= values.count)
        // With 24 bits no sum of 128 gaps and a number of 31 bits passes 32 bits.
        if Processor.isWide, (1...24).contains(width), (1...128).contains(count), previous <= Int64(Int32.max),
            start + (count * width) / 8 <= self.count - Processor.overreach, let base = unsafe base
        {
            let before = UInt32(truncatingIfNeeded: previous)
            // The file has all numbers and the bytes behind them, the array has room for them.
            unsafe values.withUnsafeMutableBufferPointer { values in
                guard let target = values.baseAddress else { return }
                unsafe huizhi_unpack_ascending(base + start, UInt32(width), count, before, target)
            }
            return
        }
        unpackPortably(fromBit: start * 8, width: width, count: count, into: &values)
        var number = previous
        for place in 0..<count {
            number += Int64(values[place]) + 1
            values[place] = UInt32(truncatingIfNeeded: min(number, Int64(UInt32.max)))
        }
    }

    /// The number at a place of numbers of at most 32 bits that lie end to end from a byte on.
    @inlinable
    public func packedNumber(_ place: Int, width: Int, from start: Int) -> UInt32 {
        let bit = place * width
        let word = uint64(at: start + bit >> 3) >> UInt64(bit & 7)
        return UInt32(truncatingIfNeeded: word & (1 << UInt64(width) - 1))
    }
}
