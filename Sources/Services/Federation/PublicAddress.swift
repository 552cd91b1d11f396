import NIOCore

/// An address that a name stands for, and whether it is one of the open network.
enum PublicAddress {
    /// Blocks of IPv4 that lead to no machine of the open network, by their first address and length: those that IANA's
    /// registry of special purposes says are not globally reachable, and multicast and what is reserved.
    ///
    /// **Source** RFC 6890; RFC 5771; RFC 1112.
    private static let closed: [(UInt32, UInt32)] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
        (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16),
        (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 3),
    ]

    /// Whether an address is of the open network; of IPv6 only what is handed out to networks (2000::/3), without blocks
    /// that hold an address of IPv4 or are for examples.
    static func isOpen(_ address: SocketAddress) -> Bool {
        guard let text = address.ipAddress else { return false }
        guard case .v6 = address else {
            let bytes = text.split(separator: ".").compactMap { UInt32($0) }
            return bytes.count == 4 && isOpen(bytes.reduce(0) { $0 << 8 | $1 })
        }
        // The first 32 bits; zeros that are left out stand as `::`.
        let groups = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).prefix(2)
        let head = groups.reduce(UInt32(0)) { $0 << 16 | (UInt32($1, radix: 16) ?? 0) }
        return head >> 29 == 1 && head >> 16 != 0x2002 && head >> 9 != 0x2001_0000 >> 9 && head != 0x2001_0DB8
            && head >> 12 != 0x3FFF_0000 >> 12
    }

    private static func isOpen(_ address: UInt32) -> Bool {
        !closed.contains { first, length in (address ^ first) >> (32 - length) == 0 }
    }

    /// The first address of a name; it blocks for as long as name servers take.
    ///
    /// - Throws: The error of the look-up where the name has none.
    @Sendable
    static func lookUp(_ host: String, port: Int) throws -> SocketAddress {
        try SocketAddress.makeAddressResolvingHost(host, port: port)
    }
}
