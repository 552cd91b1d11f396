/// The UTF-8 of scalars.
enum UTF8Bytes {
    /// Appends the bytes of one scalar.
    @inline(__always)
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(continuation(scalar))
        } else if scalar < 0x1_0000 {
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(continuation(scalar >> 6))
            bytes.append(continuation(scalar))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            bytes.append(continuation(scalar >> 12))
            bytes.append(continuation(scalar >> 6))
            bytes.append(continuation(scalar))
        }
    }

    /// The bytes of some scalars.
    static func bytes(of scalars: some Sequence<UInt32>) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in scalars { append(scalar, to: &bytes) }
        return bytes
    }

    @inline(__always)
    private static func continuation(_ bits: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)
    }
}
