/// Ten codes that stand in for a lost authenticator, each once: shown when they are made and kept only as HMAC.
///
/// A code is 50 random bits as ten characters in two groups, `7k2mq-x9d4h`, in Crockford's base32: without i, l, o and u,
/// which are read as something else.
package struct RecoveryCodes: Sendable {
    /// How many codes there are.
    package static let count = 10
    /// How many characters of five bits a code has.
    private static let length = 10
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    private static let values = Set(letters)

    /// The codes as they are shown.
    package let texts: [String]

    /// New codes from the random numbers of the operating system, no two alike.
    package init() {
        var codes: Set<String> = []
        while codes.count < Self.count {
            // The lowest five bits of a byte are as random as the byte.
            codes.insert(String(randomBytes(Self.length).map { Self.letters[Int($0 & 31)] }))
        }
        texts = codes.map { $0.prefix(Self.length / 2) + "-" + $0.suffix(Self.length / 2) }
    }

    /// What is kept of the codes.
    ///
    /// - Parameters:
    ///   - account: whose they are.
    ///   - key: the key of the node.
    /// - Returns: a digest of 32 bytes for each code, in the order of ``texts``.
    package func digests(of account: String, with key: IdentityKey) -> [[UInt8]] {
        texts.compactMap { Self.digest(of: $0, of: account, with: key) }
    }

    /// The digest of a code as a person typed it.
    ///
    /// Upper case, blanks and hyphens do not matter; o is read as 0, i and l as 1.
    ///
    /// - Parameters:
    ///   - typed: what was typed.
    ///   - account: who typed it.
    ///   - key: the key of the node.
    /// - Returns: 32 bytes to look for among those of the account; nil for what cannot be a code.
    package static func digest(of typed: String, of account: String, with key: IdentityKey) -> [UInt8]? {
        var code = ""
        for character in typed.lowercased() where !character.isWhitespace && character != "-" {
            let read = readings[character] ?? character
            guard values.contains(read), code.utf8.count < length else { return nil }
            code.append(read)
        }
        guard code.utf8.count == length else { return nil }
        return key.lookup("recovery code", account + " " + code)
    }

    private static let readings: [Character: Character] = ["o": "0", "i": "1", "l": "1"]
}
