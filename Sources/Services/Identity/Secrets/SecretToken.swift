internal import Bytes

/// A secret that a person or program gets once, such as the name of a session, and that is kept only as its SHA-256.
///
/// Its 256 random bits cannot be guessed, so a plain digest is enough to keep, and looking one up by digest tells
/// nobody who measures times anything about another.
package struct SecretToken: Sendable, Hashable {
    /// How many random bytes a token has.
    package static let length = 32

    private let bytes: [UInt8]

    /// A new token from the random numbers of the operating system.
    package init() {
        bytes = randomBytes(Self.length)
    }

    /// Reads a token from base64url of 43 characters; nil for any other text.
    package init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(of: text), bytes.count == Self.length else {
            return nil
        }
        self.bytes = bytes
    }

    /// The token as base64url of 43 characters: what a cookie or link holds.
    package var text: String { Base64URL.text(of: bytes) }

    /// SHA-256 of the 32 bytes: what is kept.
    package var digest: [UInt8] { sha256(bytes).bytes }
}

extension SecretToken: CustomStringConvertible, CustomDebugStringConvertible {
    /// No part of the secret, because descriptions end up in logs.
    package var description: String { "a secret token" }

    /// As ``description``.
    package var debugDescription: String { description }
}
