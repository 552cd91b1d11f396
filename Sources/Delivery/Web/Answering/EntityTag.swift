/// The tag by which a browser asks whether what it has is still the same.
///
/// Tags are weak (RFC 9110, 8.8.1): a page compressed or not is the same page.
enum EntityTag {
    /// A tag that differs when the bytes do (FNV-1a, 64 bits); nothing is kept out by it.
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "W/\"" + String(hash, radix: 16) + "\""
    }

    /// Whether a tag of ours stands in an `If-None-Match` header.
    static func isKnown(_ tag: String, in header: String) -> Bool {
        header == "*"
            || header.split(separator: ",").contains { part in
                let known = part.drop { $0 == " " }
                return known == tag || "W/" + known == tag
            }
    }
}
