internal import Crypto
internal import Foundation

/// The Ed25519 key that signs the checkpoints of a log.
///
/// Kept in a file of one line, readable by its owner only: `PRIVATE+KEY+name+id+seed`, where the seed is base64 of the
/// algorithm byte 1 and 32 bytes.
package struct LogKey: Sendable {
    /// The public half.
    package let verifier: LogVerifierKey
    private let seed: [UInt8]

    /// Makes a new key for a log of this name, which has neither blanks nor plus signs.
    package init(name: String) throws {
        try self.init(name: name, seed: Array(Curve25519.Signing.PrivateKey().rawRepresentation))
    }

    /// Makes the key of a seed of 32 bytes.
    ///
    /// - Throws: `StoreError.invalidNote` for a name with blanks or plus signs or a seed of another length.
    package init(name: String, seed: [UInt8]) throws {
        guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "+" }), seed.count == 32 else {
            throw StoreError.invalidNote("the name or seed of a key")
        }
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        verifier = LogVerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
        self.seed = seed
    }

    /// Signs a text that ends with a line end, giving a signed note.
    ///
    /// **Source** C2SP signed-note (2024).
    package func sign(_ text: String) throws -> String {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        let signature = try key.signature(for: Data(text.utf8))
        let line = Data(verifier.id + Array(signature)).base64EncodedString()
        return "\(text)\n\u{2014} \(verifier.name) \(line)\n"
    }

    /// Reads the key file, making it first when it is absent; two processes that start at once agree on one key.
    ///
    /// - Parameters:
    ///   - path: the file, usually `keys/log.ed25519` in the data folder; its folder is made when absent.
    ///   - name: the name of a new key; when nil, `huizhi-` and eight random hexadecimal digits.
    /// - Returns: the key.
    /// - Throws: `StoreError.badKeyFile` when others may read the file or it has another shape.
    package static func load(orMakeAt path: String, name: String? = nil) throws -> LogKey {
        let file = KeyFile(path: path)
        let line = try file.line {
            let random = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16)
            return try LogKey(name: name ?? "huizhi-\(random)").line
        }
        let parts = line.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", let seed = Data(base64Encoded: parts[4]),
            seed.count == 33, seed.first == 1
        else { throw file.failure("it is no private key of a log") }
        let key = try LogKey(name: parts[2], seed: Array(seed.dropFirst()))
        guard key.line == line else { throw file.failure("its id does not fit its name and key") }
        return key
    }

    private var line: String {
        let id = verifier.description.split(separator: "+", maxSplits: 2).map(String.init)[1]
        return "PRIVATE+KEY+\(verifier.name)+\(id)+\(Data([1] + seed).base64EncodedString())"
    }
}
