internal import Bytes
internal import Crypto
internal import Foundation

/// The public half of a log's key, in the form in which verifiers exchange it.
///
/// **Shape** `name+id+key`: the name of the log, its key id as eight hexadecimal digits, and base64 of the
/// algorithm byte 1 and the 32 bytes of the Ed25519 public key.
/// **Source** C2SP signed-note (2024).
package struct LogVerifierKey: Sendable, Hashable, CustomStringConvertible {
    /// The name of the log.
    package let name: String
    let publicKey: [UInt8]

    init(name: String, publicKey: [UInt8]) {
        self.name = name
        self.publicKey = publicKey
    }

    /// Reads `name+id+key`.
    ///
    /// - Throws: `StoreError.invalidNote` when it has another shape or its id is not that of name and key.
    package init(_ text: String) throws {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, !parts[0].isEmpty, !parts[0].contains(where: \.isWhitespace),
            let key = Data(base64Encoded: parts[2]), key.count == 33, key.first == 1
        else {
            throw StoreError.invalidNote("it is no verifier key")
        }
        self.init(name: parts[0], publicKey: Array(key.dropFirst()))
        guard Self.hexadecimal(id) == parts[1] else {
            throw StoreError.invalidNote("the id of a verifier key does not fit its name and key")
        }
    }

    package var description: String {
        "\(name)+\(Self.hexadecimal(id))+\(Data([1] + publicKey).base64EncodedString())"
    }

    /// The first four bytes of SHA-256(name || line end || 1 || public key).
    var id: [UInt8] {
        Array(sha256(Array(name.utf8) + [0x0A, 0x01] + publicKey).bytes.prefix(4))
    }

    /// Checks a signed note and gives its text.
    ///
    /// Signatures of other keys are passed over; a line that is no signature makes the note invalid.
    ///
    /// - Throws: `StoreError.invalidNote` when it has another shape, lacks a signature of this key, or the
    ///   signature does not fit.
    package func verifiedText(of note: String) throws -> String {
        guard let separator = note.range(of: "\n\n", options: [.backwards, .literal]), note.hasSuffix("\n"),
            note.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0A })
        else { throw StoreError.invalidNote("it has no signature or holds control characters") }
        let text = String(note[..<separator.lowerBound]) + "\n"
        var isVerified = false
        for line in note[separator.upperBound...].dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard words.count == 3, words[0] == "\u{2014}", !words[1].isEmpty,
                let signature = Data(base64Encoded: words[2]), signature.count >= 5
            else { throw StoreError.invalidNote("a line after the text is no signature") }
            guard words[1] == name, signature.count == 68, Array(signature.prefix(4)) == id else { continue }
            let key = try Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
            guard key.isValidSignature(signature.dropFirst(4), for: Data(text.utf8)) else {
                throw StoreError.invalidNote("the signature of \(name) does not fit the text")
            }
            isVerified = true
        }
        guard isVerified else { throw StoreError.invalidNote("it has no signature of \(name)") }
        return text
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
