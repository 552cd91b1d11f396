internal import Bytes

/// A key with which a program acts for an account: shown once, kept only as its SHA-256.
///
/// **Shape** `hz_`, 32 characters of base32 in lower case (160 random bits), and 7 that check these: 42 together, all of
/// `[a-z2-7_]`. Head and check characters are there so that people and the scanners of code hosts know one when it leaks,
/// and so that what is only mistyped is never looked up.
package struct APIKey: Sendable, Hashable {
    /// What every key begins with.
    package static let head = "hz_"
    /// How many random bytes a key has.
    private static let length = 20
    private static let characters = 32

    /// The key as its owner gets it.
    package let text: String

    /// A new key from the random numbers of the operating system.
    package init() {
        let secret = Base32.text(of: randomBytes(Self.length)).lowercased()
        text = Self.head + secret + Self.check(secret)
    }

    /// Reads a key; nil for a text whose check characters are not right.
    package init?(_ text: some StringProtocol) {
        let text = String(text)
        let secret = text.dropFirst(Self.head.count).prefix(Self.characters)
        guard text.hasPrefix(Self.head), secret.utf8.count == Self.characters,
            text.dropFirst(Self.head.count + Self.characters) == Self.check(String(secret))
        else { return nil }
        self.text = text
    }

    /// Whether a key stands somewhere in a text, such as an address.
    ///
    /// **Cost** One pass over the bytes.
    package static func stands(in text: String) -> Bool {
        let bytes = text.utf8
        var place = bytes.startIndex
        while let found = bytes[place...].firstIndex(of: UInt8(ascii: "h")) {
            let whole = head.utf8.count + characters + 7
            if bytes[found...].starts(with: head.utf8), APIKey(text[found...].prefix(whole)) != nil { return true }
            place = bytes.index(after: found)
        }
        return false
    }

    /// SHA-256 of the text: what is kept, and looked up by.
    package var digest: [UInt8] { sha256(Array(text.utf8)).bytes }

    /// CRC-32C of the secret's characters, as seven characters of base32.
    private static func check(_ secret: String) -> String {
        let sum = CRC32C.checksum(Array(secret.utf8))
        return Base32.text(of: (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }).lowercased()
    }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible {
    /// No part of the secret, because descriptions end up in logs.
    package var description: String { "an API key" }

    /// As ``description``.
    package var debugDescription: String { description }
}
