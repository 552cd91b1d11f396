/// Numbers of one width in a mapped file, each reachable at once.
///
/// The layout is that of `BitPacking`; widths are 0 to 56, or 64.
public struct PackedArray: Sendable {
    /// How many numbers there are.
    public let count: Int
    /// Where the bytes lie in the file.
    public let range: Range<Int>

    @usableFromInline let file: MappedFile
    @usableFromInline let width: Int
    @usableFromInline let mask: UInt64

    /// Reads numbers that start at an offset.
    ///
    /// - Throws: `FileFailure.corrupt` when the width cannot be or the bytes leave the file.
    public init(_ file: MappedFile, at offset: Int, count: Int, width: Int) throws(FileFailure) {
        guard (0...56).contains(width) || width == 64, offset >= 0, count >= 0, count <= Int.max / 128,
            offset <= file.count, BitPacking.byteCount(count, width: width) <= file.count - offset
        else {
            throw .corrupt(path: file.path, reason: "\(count) packed numbers at byte \(offset) leave the file")
        }
        self.file = file
        self.count = count
        self.width = width
        range = offset..<offset + BitPacking.byteCount(count, width: width)
        mask = width == 0 ? 0 : .max >> UInt64(64 - width)
    }

    /// The width that numbers up to a maximum are stored with.
    public static func width(forMaximum maximum: UInt64) -> Int {
        let bits = BitPacking.width(of: maximum)
        return bits > 56 ? 64 : bits
    }

    /// The number at a place; 0 outside.
    @inlinable
    public subscript(index: Int) -> UInt64 {
        guard index >= 0, index < count else { return 0 }
        let bit = index &* width
        return file.uint64(at: range.lowerBound &+ bit &>> 3) &>> UInt64(truncatingIfNeeded: bit & 7) & mask
    }
}

extension PackedArray {
    /// The bits that each number takes.
    public var bitWidth: Int { width }

    /// Replaces the array with the numbers of some places; 0 stands for places outside.
    ///
    /// Numbers that the array's elements cannot hold lose their upper bits.
    @inlinable
    public func copy<Value: FixedWidthInteger>(_ places: Range<Int>, into values: inout [Value]) {
        guard let start = makeRoom(places, in: &values) else { return }
        file.unpackPortably(fromBit: start, width: width, count: places.count, into: &values)
    }

    /// The same for elements of 32 bits, eight at once where the processor can.
    public func copy(_ places: Range<Int>, into values: inout [UInt32]) {
        guard let start = makeRoom(places, in: &values) else { return }
        file.unpack(fromBit: start, width: width, count: places.count, into: &values)
    }

    /// Replaces the array with the numbers at some places, ascending, each moved on by `shift`; 0 stands for places outside.
    ///
    /// Numbers that 32 bits cannot hold lose their upper bits.
    public func gather(_ places: [UInt32], shift: Int = 0, into values: inout [UInt32]) {
        if values.count > places.count {
            values.removeLast(values.count - places.count)
        } else if values.count < places.count {
            values.append(contentsOf: repeatElement(0, count: places.count - values.count))
        }
        let (start, width, mask) = (range.lowerBound, width, mask)
        guard let last = places.last, let base = unsafe file.base, shift >= 0, Int(last) + shift < count,
            start + (Int(last) + shift) * width / 8 <= file.count - 8
        else {
            for index in places.indices { values[index] = UInt32(truncatingIfNeeded: self[Int(places[index]) + shift]) }
            return
        }
        var target = values.mutableSpan
        let wanted = places.span
        for index in wanted.indices {
            // No place lies behind the last one, and eight bytes from there on lie below the count that was mapped.
            let bit = (Int(min(wanted[index], last)) &+ shift) &* width
            let word = unsafe base.loadUnaligned(fromByteOffset: start &+ bit &>> 3, as: UInt64.self)
            let shifted = UInt64(littleEndian: word) &>> UInt64(truncatingIfNeeded: bit & 7)
            target[index] = UInt32(truncatingIfNeeded: shifted & mask)
        }
    }

    /// Gives the array a number for each place; nil when some places lie outside and the array is already filled.
    @inlinable
    func makeRoom<Value: FixedWidthInteger>(_ places: Range<Int>, in values: inout [Value]) -> Int? {
        if values.count > places.count {
            values.removeLast(values.count - places.count)
        } else if values.count < places.count {
            values.append(contentsOf: repeatElement(0, count: places.count - values.count))
        }
        guard places.lowerBound >= 0, places.upperBound <= count else {
            for place in places { values[place - places.lowerBound] = Value(truncatingIfNeeded: self[place]) }
            return nil
        }
        return range.lowerBound * 8 + places.lowerBound * width
    }
}
