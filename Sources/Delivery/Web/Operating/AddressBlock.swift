import Domain

/// A block of IP addresses, such as `10.0.0.0/8` or `fd00::/8`; one address is a block of its own.
///
/// **Source** RFC 4632 (2006) section 3.1; RFC 4291 (2006) sections 2.2 and 2.3. An IPv4 address inside IPv6
/// (`::ffff:0:0/96`) counts as the IPv4 address.
package struct AddressBlock: Sendable, Hashable {
    /// 4 or 16 bytes.
    private let address: [UInt8]
    private let prefix: Int

    /// This machine, by IPv4 and IPv6.
    package static let loopback = [
        AddressBlock(address: [127, 0, 0, 0], prefix: 8),
        AddressBlock(address: [UInt8](repeating: 0, count: 15) + [1], prefix: 128),
    ]

    private init(address: [UInt8], prefix: Int) {
        self.address = address
        self.prefix = prefix
    }

    /// Reads a block or an address; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = halves.first.flatMap({ Self.bytes($0) }) else { return nil }
        guard halves.count == 2 else {
            self.init(address: address, prefix: address.count * 8)
            return
        }
        guard let prefix = Int(halves[1]), (0...address.count * 8).contains(prefix) else { return nil }
        self.init(address: address, prefix: prefix)
    }

    /// Reads a list with commas between; `none` is the empty list.
    ///
    /// - Throws: `Failure.invalid` naming `field` and what cannot be read.
    package static func list(_ text: String, field: String) throws -> [AddressBlock] {
        if text == "none" { return [] }
        return try text.split(separator: ",").map { part in
            let trimmed = part.filter { $0 != " " }
            guard let block = AddressBlock(trimmed) else {
                throw Failure.invalid(
                    field: field,
                    reason:
                        "\"\(trimmed)\" is no address; write blocks as 10.0.0.0/8 or fd00::/8, commas between, or none"
                )
            }
            return block
        }
    }

    /// Whether an address is in the block; what is no address is in none.
    package func contains(_ text: String?) -> Bool {
        guard let other = text.flatMap({ Self.bytes($0) }), other.count == address.count else { return false }
        return (0..<prefix).allSatisfy { bit in
            let mask: UInt8 = 0x80 >> UInt8(bit & 7)
            return address[bit >> 3] & mask == other[bit >> 3] & mask
        }
    }

    // MARK: Reading

    private static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard text.contains(":") else { return four(text) }
        guard let sixteen = sixteen(text) else { return nil }
        let isMapped = sixteen.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return isMapped ? Array(sixteen.suffix(4)) : sixteen
    }

    private static func four(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { $0.utf8.allSatisfy { (48...57).contains($0) } ? UInt8($0) : nil }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func sixteen(_ text: some StringProtocol) -> [UInt8]? {
        // A zone (`fe80::1%eth0`) says which link, not which address.
        let text = text.prefix { $0 != "%" }
        let halves = String(text).split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        guard let head = groups(halves[0]) else { return nil }
        guard halves.count == 2 else { return head.count == 16 ? head : nil }
        guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    /// The bytes of groups with colons between, of which the last may be an IPv4 address.
    private static func groups(_ text: Substring) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            if place == parts.count - 1, part.contains(".") {
                guard let last = four(part) else { return nil }
                bytes += last
            } else {
                guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
                    let value = UInt16(part, radix: 16)
                else { return nil }
                bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
            }
        }
        return bytes
    }
}
