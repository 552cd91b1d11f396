/// A block of IP addresses, such as `10.0.0.0/8` or `fd00::/8`; one address is a block of its own.
///
/// **Source** RFC 4632 (2006) section 3.1; RFC 4291 (2006) section 2.3. An IPv4 address inside IPv6 (`::ffff:0:0/96`)
/// counts as the IPv4 address.
package struct AddressBlock: Sendable, Hashable {
    private let address: IPAddress
    private let mask: UInt128

    /// This machine, by IPv4 and IPv6.
    package static let loopback = ["127.0.0.0/8", "::1"].compactMap { AddressBlock($0) }

    /// Reads a block or an address; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = halves.first.flatMap({ IPAddress($0) }) else { return nil }
        self.address = address
        guard halves.count == 2 else {
            mask = .max
            return
        }
        let length = address.isFour ? 32 : 128
        guard let prefix = Int(halves[1]), (0...length).contains(prefix) else { return nil }
        mask = UInt128.max << (length - prefix)
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
    package func contains(_ text: String?) -> Bool { text.flatMap { IPAddress($0) }.map(contains) ?? false }

    /// Whether an address is in the block.
    package func contains(_ other: IPAddress) -> Bool {
        other.isFour == address.isFour && (other.bits ^ address.bits) & mask == 0
    }
}
