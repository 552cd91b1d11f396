package import Links

/// The stylesheet with a name that changes whenever its text does, so that browsers may keep it for ever.
package struct Stylesheet: Sendable, Hashable {
    package let text: String
    /// The name of the asset.
    package let name: String

    init(_ text: String) {
        self.text = text
        // FNV-1a, 64 bits: the name only has to differ between versions, nobody is kept out by it.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        name = "huizhi-" + String(repeating: "0", count: 16 - digits.count) + digits + ".css"
    }

    /// Where it is served.
    package var link: Link { .asset(name) }
}
