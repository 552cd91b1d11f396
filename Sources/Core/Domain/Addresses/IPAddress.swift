/// An address of the Internet, version 4 or 6.
///
/// **Source** RFC 4291 (2006) sections 2.2 and 2.3. An IPv4 address inside IPv6 (`::ffff:0:0/96`) is the IPv4 address.
package struct IPAddress: Sendable, Hashable {
    /// The 128 bits of IPv6; an IPv4 address is the one inside IPv6.
    package let bits: UInt128

    /// Reads an address; nil for anything else.
    ///
    /// A zone (`fe80::1%eth0`) says which link, not which address.
    ///
    /// **Cost** One pass and one small allocation: each request may have one or two to read.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix { $0 != UInt8(ascii: "%") })
        guard bytes.contains(UInt8(ascii: ":")) else {
            guard bytes.count == text.utf8.count, let four = Self.four(bytes[...]) else { return nil }
            bits = Self.mapped | UInt128(four)
            return
        }
        guard let sixteen = Self.sixteen(bytes) else { return nil }
        bits = sixteen
    }

    /// Whether it is one of IPv4.
    package var isFour: Bool { bits >> 32 == Self.mapped >> 32 }

    /// The network that one subscriber has: an IPv4 address alone, of IPv6 the first 64 bits (RFC 6177 (2011)).
    package var network: UInt128 { isFour ? bits : bits & (UInt128.max << 64) }

    /// Where IPv4 addresses lie in IPv6.
    private static let mapped: UInt128 = 0xFFFF_0000_0000

    // MARK: Reading

    private static func four(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        var (address, part): (UInt32, UInt32) = (0, 0)
        var (parts, digits) = (0, 0)
        for byte in bytes {
            if byte == UInt8(ascii: ".") {
                guard digits > 0, parts < 3 else { return nil }
                address = address << 8 | part
                (parts, part, digits) = (parts + 1, 0, 0)
                continue
            }
            guard (0x30...0x39).contains(byte), digits < 3 else { return nil }
            part = part * 10 + UInt32(byte - 0x30)
            digits += 1
            guard part <= 255 else { return nil }
        }
        return parts == 3 && digits > 0 ? address << 8 | part : nil
    }

    /// Groups of four hexadecimal digits with colons between, of which the last two may be an IPv4 address, and one gap.
    private static func sixteen(_ bytes: [UInt8]) -> UInt128? {
        let colon = UInt8(ascii: ":")
        var (address, groups): (UInt128, Int) = (0, 0)
        var gap: Int?
        var place = 0
        if bytes.starts(with: [colon, colon]) { (gap, place) = (0, 2) }
        while place < bytes.count {
            let start = place
            var group: UInt128 = 0
            while place < bytes.count, let digit = hexadecimal(bytes[place]) {
                group = group << 4 | UInt128(digit)
                place += 1
            }
            if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
                guard let last = four(bytes[start...]) else { return nil }
                (address, groups) = (address << 32 | UInt128(last), groups + 2)
                break
            }
            guard (1...4).contains(place - start), groups < 8 else { return nil }
            (address, groups) = (address << 16 | group, groups + 1)
            guard place < bytes.count else { break }
            guard bytes[place] == colon, place + 1 < bytes.count else { return nil }
            place += 1
            if bytes[place] == colon {
                guard gap == nil else { return nil }
                (gap, place) = (groups, place + 1)
            }
        }
        guard let gap else { return groups == 8 ? address : nil }
        guard groups <= 7 else { return nil }
        let behind = 16 * (groups - gap)
        let tail = address & ~(UInt128.max << behind)
        return (address >> behind) << (128 - 16 * gap) | tail
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
