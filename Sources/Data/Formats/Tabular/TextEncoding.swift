import Foundation

/// How a text file writes its characters.
package enum TextEncoding: String, Codable, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Also reads GBK and GB 2312, which are parts of it.
    case gb18030 = "GB 18030"

    /// The text of some bytes, nil when they are not of this encoding.
    ///
    /// Bytes of UTF-16 are those of `WideText`, which are UTF-8 already.
    func text(_ bytes: some Collection<UInt8>) -> String? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: String(validating: bytes, as: UTF8.self)
        case .gb18030: String(data: Data(bytes), encoding: Self.gb18030Foundation)
        }
    }

    /// Index of the first byte that cannot stand where it stands, nil when all can.
    func firstFault(in bytes: some Collection<UInt8>) -> Int? {
        let bytes = Array(bytes)
        if self != .gb18030 {
            var low = 0
            var high = bytes.count
            // The longest valid beginning is found by halving; up to three bytes before a cut may belong to it.
            while low < high {
                let middle = (low + high + 1) / 2
                let isValid = (0...3).contains { middle >= $0 && text(bytes[..<(middle - $0)]) != nil }
                if isValid { low = middle } else { high = middle - 1 }
            }
            let start = (0...3).first { low >= $0 && text(bytes[..<(low - $0)]) != nil } ?? 0
            return low - start < bytes.count ? low - start : nil
        }
        var index = 0
        while index < bytes.count {
            guard let length = Self.gb18030Length(bytes[index...]) else { return index }
            index += length
        }
        return nil
    }

    /// Length of the character of GB 18030 at the beginning, nil when there is none.
    private static func gb18030Length(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if first < 0x80 { return 1 }
        guard (0x81...0xFE).contains(first), bytes.count > 1 else { return nil }
        let second = bytes[bytes.startIndex + 1]
        if (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) { return 2 }
        guard (0x30...0x39).contains(second), bytes.count > 3 else { return nil }
        let third = bytes[bytes.startIndex + 2]
        let fourth = bytes[bytes.startIndex + 3]
        return (0x81...0xFE).contains(third) && (0x30...0x39).contains(fourth) ? 4 : nil
    }

    // GB 18030 has no constant of its own in Foundation; this is its number there (0x0632 with the mark 0x80000000).
    private static let gb18030Foundation = String.Encoding(rawValue: 0x8000_0632)
}
