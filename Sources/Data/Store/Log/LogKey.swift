internal import Bytes
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
        if !FileManager.default.fileExists(atPath: path) {
            do {
                try make(path, name: name)
            } catch let error as StoreError {
                throw error
            } catch {
                throw StoreError.badKeyFile(
                    path,
                    "it cannot be made: \(error.localizedDescription); check owner and mode"
                )
            }
        }
        return try read(path)
    }

    // Written whole and made durable under another name, then linked: the link fails when another process was faster.
    private static func make(_ path: String, name: String?) throws {
        let files = FileManager.default
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, !files.fileExists(atPath: folder) {
            try files.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        let random = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16)
        let key = try LogKey(name: name ?? "huizhi-\(random)")
        let temporary = path + "." + random
        // Nobody else may read it before it holds anything.
        guard files.createFile(atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: temporary)
        else { throw StoreError.badKeyFile(path, "it cannot be written; check owner and mode of its folder") }
        defer {
            // It stays behind at worst as a copy that only the owner can read.
            try? files.removeItem(atPath: temporary)
        }
        try handle.write(contentsOf: Data(key.line.utf8))
        try handle.synchronize()
        try handle.close()
        do {
            try files.linkItem(atPath: temporary, toPath: path)
        } catch  where files.fileExists(atPath: path) {
            return
        }
        try DiskLayer().syncFolder(folder.isEmpty ? "." : folder)
    }

    private static func read(_ path: String) throws -> LogKey {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 == 0 else {
            throw StoreError.badKeyFile(path, "others may read it; run chmod 600")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StoreError.badKeyFile(path, "it cannot be read")
        }
        let line = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = line.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", let seed = Data(base64Encoded: parts[4]),
            seed.count == 33, seed.first == 1
        else { throw StoreError.badKeyFile(path, "it is no private key of a log") }
        let key = try LogKey(name: parts[2], seed: Array(seed.dropFirst()))
        guard key.line == line + "\n" else { throw StoreError.badKeyFile(path, "its id does not fit its name and key") }
        return key
    }

    private var line: String {
        let id = verifier.description.split(separator: "+", maxSplits: 2).map(String.init)[1]
        return "PRIVATE+KEY+\(verifier.name)+\(id)+\(Data([1] + seed).base64EncodedString())\n"
    }
}
