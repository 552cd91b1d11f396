/// The tag by which a browser asks whether what it has is still the same.
///
/// Tags are weak (RFC 9110, 8.8.1): a page compressed or not is the same page.
enum EntityTag {
    /// A tag that differs when the bytes do (FNV-1a, 64 bits); nothing is kept out by it.
    static func of(_ bytes: [UInt8]) -> String { "W/\"" + hash(bytes) + "\"" }

    /// A tag that also names the version of what is shown, which a program gives back to change it.
    static func of(_ bytes: [UInt8], version: Int64) -> String { "W/\"v\(version).\(hash(bytes))\"" }

    /// The version in the first tag of an `If-Match` header; nil where it names none.
    ///
    /// Strength is passed over: an answer is compressed or not, and a version is a version all the same.
    static func version(in header: String) -> Int64? {
        let tag = header.split(separator: ",").first?.filter { $0 != " " } ?? ""
        let name = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
        guard name.hasPrefix("\"v"), name.hasSuffix("\"") else { return nil }
        return Int64(name.dropFirst(2).prefix { $0 != "." && $0 != "\"" })
    }

    /// Whether an `If-Match` header takes whatever version there is.
    static func isAny(_ header: String) -> Bool { header.filter { $0 != " " } == "*" }

    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
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
