/// Bytes as letters and digits that people can type: base32 without padding.
///
/// **Source** RFC 4648 section 6.
package enum Base32 {
    /// The alphabet of the standard, in upper case.
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The text of some bytes: eight characters for five bytes.
    package static func text(of bytes: [UInt8]) -> String {
        String(decoding: groups(of: bytes).map { letters[$0] }, as: UTF8.self)
    }

    /// The bits of some bytes in groups of five, filled up with zeros at the end.
    static func groups(of bytes: [UInt8]) -> [Int] {
        var groups: [Int] = []
        var held = 0
        var bits = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                groups.append(held >> bits)
                held &= 1 << bits - 1
            }
        }
        if bits > 0 { groups.append(held << (5 - bits)) }
        return groups
    }
}
