internal import CSM
internal import Foundation

/// The SM2 key that signs the checkpoints of a log beside its Ed25519 key, where the operator wants that.
///
/// Kept in a file of one line, readable by its owner only: `PRIVATE+KEY+name+id+secret`, where the secret is base64 of
/// ``SM2VerifierKey/algorithm`` and 32 bytes.
///
/// **Source** GB/T 32918.2-2016 (signatures), GB/T 32918.5-2017 (curve), GB/T 35276-2017 (SM3, the signer's id).
package struct SM2Key: Sendable {
    /// The public half.
    package let verifier: SM2VerifierKey
    private let secret: [UInt8]

    /// Makes a new key for a log of this name, which has neither blanks nor plus signs.
    package init(name: String) throws {
        var generator = SystemRandomNumberGenerator()
        // All but one of 2^32 numbers of 32 bytes are secrets of the curve.
        while true {
            let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            guard Self.point(of: secret) != nil else { continue }
            self = try SM2Key(name: name, secret: secret)
            return
        }
    }

    /// Makes the key of a secret of 32 bytes.
    ///
    /// - Throws: `StoreError.invalidNote` for a name with blanks or plus signs, or a secret that is none of the curve.
    package init(name: String, secret: [UInt8]) throws {
        guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "+" }), secret.count == 32,
            let point = Self.point(of: secret)
        else { throw StoreError.invalidNote("the name or secret of an SM2 key") }
        verifier = SM2VerifierKey(name: name, point: point)
        self.secret = secret
    }

    /// Adds a signature to a signed note.
    ///
    /// - Throws: `StoreError.invalidNote` where it has no text, or libcrypto cannot sign.
    package func sign(_ note: String) throws -> String {
        let text = Array(try SM2VerifierKey.text(of: note).utf8)
        var signature = [UInt8](repeating: 0, count: 72)
        var length = 0
        // The secret has 32 bytes, and the signature at most the 72 that it is given.
        guard unsafe csm_sm2_sign(secret, text, text.count, &signature, &length) == 1, length <= signature.count else {
            throw StoreError.invalidNote("it cannot be signed: this libcrypto has no SM2")
        }
        let line = Data(verifier.id + signature.prefix(length)).base64EncodedString()
        return "\(note)\u{2014} \(verifier.name) \(line)\n"
    }

    /// Reads the key file, making it first when it is absent; two processes that start at once agree on one key.
    ///
    /// - Parameters:
    ///   - path: the file, usually `keys/log.sm2` in the data folder; its folder is made when absent.
    ///   - name: the name of the log, which is that of its other key.
    /// - Returns: the key.
    /// - Throws: `StoreError.badKeyFile` when others may read the file, or it has another shape or name.
    package static func load(orMakeAt path: String, name: String) throws -> SM2Key {
        let file = KeyFile(path: path)
        let line = try file.line { try SM2Key(name: name).line }
        let parts = line.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        let head = SM2VerifierKey.algorithm
        guard parts.count == 5, let bytes = Data(base64Encoded: parts[4]).map(Array.init), bytes.starts(with: head)
        else { throw file.failure("it is no private SM2 key of a log") }
        let key = try SM2Key(name: parts[2], secret: Array(bytes.dropFirst(head.count)))
        guard key.line == line else { throw file.failure("its id does not fit its name and key") }
        guard key.verifier.name == name else {
            throw file.failure("it is the key of the log \(key.verifier.name), and this one is \(name)")
        }
        return key
    }

    private var line: String {
        let secret = Data(SM2VerifierKey.algorithm + secret).base64EncodedString()
        return "PRIVATE+KEY+\(verifier.name)+\(verifier.idText)+\(secret)"
    }

    private static func point(of secret: [UInt8]) -> [UInt8]? {
        guard secret.count == 32 else { return nil }
        // 32 bytes are read and 65 written.
        var point = [UInt8](repeating: 0, count: 65)
        return unsafe csm_sm2_public(secret, &point) == 1 ? point : nil
    }
}
