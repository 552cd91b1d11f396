internal import Crypto
internal import Domain
internal import Foundation
internal import Store

/// The secret of a node for accounts and sign-in, which its database does not hold.
///
/// Kept in a file of one line, readable by its owner only: `HUIZHI-IDENTITY-KEY+1+` and base64 of 32 random bytes. From
/// these HKDF-SHA256 (RFC 5869, no salt) makes three keys, each for one purpose, with the labels below. All nodes over one
/// database need the same file. Who loses it loses every second factor and every e-mail address as a way to sign in.
package struct IdentityKey: Sendable {
    /// How many random bytes the secret has.
    package static let length = 32
    private static let head = "HUIZHI-IDENTITY-KEY+1+"

    /// Labels of HKDF; another label is another key, so they are never changed.
    private static let lookupLabel = "huizhi identity 1 lookup HMAC-SHA256"
    private static let sealingLabel = "huizhi identity 1 sealing AES-256-GCM"
    private static let formLabel = "huizhi identity 1 form HMAC-SHA256"

    private let lookupKey: SymmetricKey
    private let sealingKey: SymmetricKey
    private let formKey: SymmetricKey

    /// Makes the three keys of a secret of 32 bytes.
    ///
    /// - Throws: `Failure.invalid` for another length.
    package init(secret: [UInt8]) throws {
        guard secret.count == Self.length else {
            throw Failure.invalid(
                field: "identity key",
                reason: "it has \(secret.count) bytes instead of \(Self.length)"
            )
        }
        let root = SymmetricKey(data: secret)
        func derive(_ label: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Data(label.utf8), outputByteCount: 32)
        }
        lookupKey = derive(Self.lookupLabel)
        sealingKey = derive(Self.sealingLabel)
        formKey = derive(Self.formLabel)
    }

    /// Reads the key file, making it first when it is absent; two processes that start at once agree on one key.
    ///
    /// - Parameter path: the file, usually `keys/identity.key` in the data folder; its folder is made when absent.
    /// - Returns: the key.
    /// - Throws: `StoreError.badKeyFile` when others may read the file or it has another shape.
    package static func load(orMakeAt path: String) throws -> IdentityKey {
        let file = KeyFile(path: path)
        let line = try file.line { head + Data(randomBytes(length)).base64EncodedString() }
        let text = line.dropFirst(head.utf8.count)
        guard line.hasPrefix(head), let secret = Data(base64Encoded: String(text)), secret.count == length,
            secret.base64EncodedString() == text
        else { throw file.failure("it is no identity key; restore the file from a backup or from another node") }
        return try IdentityKey(secret: Array(secret))
    }

    // MARK: Looking up

    /// What stands in the database in the place of a text that has to be found but not read: HMAC-SHA256, 32 bytes.
    ///
    /// - Parameters:
    ///   - kind: what the text is, such as `email`; texts of two kinds never meet.
    ///   - text: the text in its normal form.
    /// - Returns: the code, the same for the same key, kind and text.
    package func lookup(_ kind: String, _ text: String) -> [UInt8] {
        // A key for each kind: no text can be chosen so that it runs together with another kind.
        let kindKey = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Data(kind.utf8), using: lookupKey))
        return Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: kindKey))
    }

    // MARK: Sealing

    /// Encrypts a secret with AES-256-GCM under a random nonce (NIST SP 800-38D).
    ///
    /// - Parameters:
    ///   - bytes: the secret.
    ///   - context: whose it is and what for, such as the account and `totp`; it is authenticated and not kept.
    /// - Returns: nonce, ciphertext and tag: 28 bytes more than the secret.
    /// - Throws: what the cipher throws; it has no reason to.
    package func seal(_ bytes: [UInt8], for context: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: sealingKey, authenticating: Data(context.utf8))
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Decrypts what ``seal(_:for:)`` made for the same context.
    ///
    /// - Throws: `Failure.unavailable` when it was sealed with another key, for another context, or was changed.
    package func open(_ sealed: [UInt8], for context: String) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: sealingKey, authenticating: Data(context.utf8)))
        } catch {
            throw Failure.unavailable(
                reason:
                    "a sealed secret does not open: it was sealed with another identity key or for another account; "
                    + "give this node the key file that sealed it"
            )
        }
    }

    // MARK: Forms

    /// The token of every form that a session gets: who cannot read the page cannot send the form.
    ///
    /// - Parameter session: the digest of the session.
    /// - Returns: base64url of an HMAC-SHA256, 43 characters.
    package func formToken(for session: [UInt8]) -> String {
        Base64URL.text(of: Array(HMAC<SHA256>.authenticationCode(for: session, using: formKey)))
    }

    /// Whether a form came from a page of this session; compared in constant time.
    package func isFormToken(_ text: String, for session: [UInt8]) -> Bool {
        guard let code = Base64URL.bytes(of: text) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: session, using: formKey)
    }
}
