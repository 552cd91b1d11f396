/// Turns UTF-16 into UTF-8, piece by piece.
///
/// A surrogate without its other half becomes the three bytes that UTF-8 forbids, so that the row it stands in is found
/// to be damaged and no other.
struct WideText {
    private let isLittleEndian: Bool
    private var odd: UInt8?
    private var high: UInt32?

    init(_ encoding: TextEncoding) {
        isLittleEndian = encoding == .utf16LittleEndian
    }

    /// The next bytes of UTF-8; halves of characters wait for the next piece.
    mutating func utf8(_ piece: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(piece.count * 3 / 2 + 4)
        for byte in piece {
            guard let first = odd else {
                odd = byte
                continue
            }
            odd = nil
            let unit = isLittleEndian ? UInt32(byte) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(byte)
            take(unit, &output)
        }
        return output
    }

    /// What is left when the file ends within a character.
    mutating func end() -> [UInt8] {
        var output: [UInt8] = []
        if let high { Self.append(high, &output) }
        if odd != nil { output.append(0xFF) }
        high = nil
        odd = nil
        return output
    }

    private mutating func take(_ unit: UInt32, _ output: inout [UInt8]) {
        if let first = high {
            high = nil
            if (0xDC00...0xDFFF).contains(unit) {
                return Self.append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), &output)
            }
            Self.append(first, &output)
        }
        if (0xD800...0xDBFF).contains(unit) {
            high = unit
        } else {
            Self.append(unit, &output)
        }
    }

    private static func append(_ value: UInt32, _ output: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | value >> shift & 0x3F) }
        switch value {
        case 0..<0x80: output.append(UInt8(value))
        case 0x80..<0x800: output += [UInt8(0xC0 | value >> 6), tail(0)]
        case 0x800..<0x10000: output += [UInt8(0xE0 | value >> 12), tail(6), tail(0)]
        default: output += [UInt8(0xF0 | value >> 18), tail(12), tail(6), tail(0)]
        }
    }
}
