import CKernels

/// The checksum CRC-32C (polynomial 0x1EDC6F41 reflected, as in RFC 3720 appendix B.4).
public enum CRC32C {
    /// The checksum of some bytes.
    public static func checksum(_ bytes: [UInt8]) -> UInt32 {
        // Every byte of an array of bytes is initialised.
        unsafe checksum(bytes.span.bytes)
    }

    /// The checksum of some bytes, by the processor's own instruction where it has one.
    public static func checksum(_ bytes: RawSpan) -> UInt32 {
        guard isAccelerated else { return portable(bytes) }
        // The kernel reads exactly as many bytes as the span has.
        return unsafe bytes.withUnsafeBytes { raw in unsafe huizhi_crc32c(0, raw.baseAddress, raw.count) }
    }

    /// The same in plain Swift: the fallback, and the reference in tests.
    public static func portable(_ bytes: RawSpan) -> UInt32 {
        var state: UInt32 = .max
        for offset in 0..<bytes.byteCount {
            let byte = bytes.unsafeLoadByte(offset)
            state = state >> 8 ^ table[Int(UInt8(truncatingIfNeeded: state) ^ byte)]
        }
        return ~state
    }

    private static let isAccelerated = huizhi_crc32c_is_supported() != 0

    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0x82F6_3B78 }
        return value
    }
}

extension RawSpan {
    /// The byte at an offset that the caller keeps below the count; checked all the same.
    fileprivate func unsafeLoadByte(_ offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < byteCount)
        // Just checked, and every bit pattern is a byte.
        return unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    }
}
