/// The name of a static file, which changes whenever its content does, so that browsers may keep the file for ever.
package struct AssetName: Sendable, Hashable {
    /// The name in the address, such as `page-00c5a4d9e2b37f81.js`.
    package let text: String

    /// Puts a digest of the content before the suffix of a plain name such as `page.js`.
    package init(_ plain: String, content: some Sequence<UInt8>) {
        // FNV-1a, 64 bits: the name only has to differ between versions, nobody is kept out by it.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        let digest = "-" + String(repeating: "0", count: 16 - digits.count) + digits
        let dot = plain.lastIndex(of: ".") ?? plain.endIndex
        text = plain[..<dot] + digest + plain[dot...]
    }

    /// Where the file is served.
    package var link: Link { .asset(text) }
}
