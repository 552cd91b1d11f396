extension MappedFile {
    /// Reads numbers of one width, laid as `BitPacking` lays them, into the elements of an array from a place on.
    ///
    /// The array must be long enough, the width 0 to 56, or 64 from a whole byte on. Numbers that the array's elements
    /// cannot hold lose their upper bits; bits outside the file read as 0.
    @inlinable
    public func unpack<Value: FixedWidthInteger>(
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
}
