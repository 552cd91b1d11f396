/// Numbers of one width in bits, laid end to end in a stream of bits, the least significant first.
///
/// Number n of width w takes the bits n*w to n*w + w - 1; bit b is bit b % 8 of byte b / 8. Width 0 takes no bytes.
public enum BitPacking {
    /// The bits needed for a number; 0 for 0.
    @inlinable
    public static func width(of value: UInt32) -> Int { 32 - value.leadingZeroBitCount }

    /// The bits needed for a number; 0 for 0.
    @inlinable
    public static func width(of value: UInt64) -> Int { 64 - value.leadingZeroBitCount }

    /// The bytes that some numbers of a width take.
    @inlinable
    public static func byteCount(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

    /// Appends the first `count` values, each of which must fit the width of at most 32 bits.
    public static func pack(_ values: [UInt32], from start: Int = 0, count: Int, width: Int, into bytes: inout [UInt8])
    {
        precondition(width >= 0 && width <= 32)
        guard width > 0 else { return }
        var pending: UInt64 = 0
        var filled = 0
        for index in start..<start + count {
            pending |= UInt64(values[index]) << UInt64(filled)
            filled += width
            while filled >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: pending))
                pending >>= 8
                filled -= 8
            }
        }
        if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    }

    /// Reads numbers of at most 32 bits from a file into the first elements of an array that is long enough.
    ///
    /// - Throws: `FileFailure.corrupt` when the width is above 32 or the bytes leave the limit.
    public static func unpack(
        _ file: MappedFile,
        _ range: Range<Int>,
        count: Int,
        width: Int,
        into values: inout [UInt32]
    ) throws(FileFailure) {
        guard width >= 0, width <= 32, byteCount(count, width: width) <= range.count, range.lowerBound >= 0,
            range.upperBound <= file.count
        else {
            throw .corrupt(path: file.path, reason: "packed numbers at byte \(range.lowerBound) leave their section")
        }
        file.unpack(fromBit: range.lowerBound * 8, width: width, count: count, into: &values)
    }
}
