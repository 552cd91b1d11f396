internal import Bytes

/// The digest that the log keeps of a version.
///
/// SHA-256(salt || content), and when the version has long texts, for each in the order of part and language the
/// line `LF part TAB language TAB hexadecimal SHA-256 of the text`, so that the log vouches for texts too. 2026-11:
/// without texts this is the plain SHA-256(salt || content).
enum ContentDigest {
    /// The digest of a version.
    static func of(salt: [UInt8], content: [UInt8], texts: some Sequence<(slot: TextSlot, digest: Digest256)>)
        -> Digest256
    {
        var hasher = SHA256Hasher()
        hasher.update(salt)
        hasher.update(content)
        for text in texts {
            hasher.update("\n\(text.slot.part)\t\(text.slot.language)\t\(text.digest)")
        }
        return hasher.finish()
    }

    /// The salt of a version that an import makes: two undisturbed imports of public records agree.
    static func importSalt(entry: String, version: Int64) -> [UInt8] {
        var hasher = SHA256Hasher()
        hasher.update("huizhi import salt\n\(entry)\n\(version)")
        return Array(hasher.finish().bytes.prefix(16))
    }

    /// The salt of any other version.
    static func randomSalt() -> [UInt8] {
        // Each call of the generator asks the system.
        var generator = SystemRandomNumberGenerator()
        let words: [UInt64] = [generator.next(), generator.next()]
        return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    }
}
