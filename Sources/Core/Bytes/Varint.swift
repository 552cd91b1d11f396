/// Numbers in as few bytes as they need: 7 bits a byte, the least significant first, the top bit set on all but the last.
public enum Varint {
    /// The most bytes that a number of 64 bits takes.
    public static let maximumCount = 10

    /// Appends a number.
    @inlinable
    public static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a number that is not negative.
    @inlinable
    public static func append(_ value: Int, to bytes: inout [UInt8]) {
        append(UInt64(value), to: &bytes)
    }

    /// Folds the sign into the lowest bit, so that small negative numbers stay short.
    @inlinable
    public static func zigzag(_ value: Int64) -> UInt64 {
        UInt64(bitPattern: value << 1 ^ value >> 63)
    }

    /// Undoes `zigzag`.
    @inlinable
    public static func unzigzag(_ value: UInt64) -> Int64 {
        Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
}
