internal import Crypto
internal import CryptoExtras
internal import Domain
internal import Foundation

/// What is kept of a password: its scrypt hash with salt and cost.
///
/// Making and comparing one computes for 0.3 seconds by intention: run both on ``PasswordThreads``. A password
/// is hashed as the UTF-8 of its Unicode form NFC, so that it is the same from every keyboard.
///
/// **Source** scrypt: RFC 7914; the default cost: OWASP Password Storage Cheat Sheet.
package struct PasswordHash: Sendable, Hashable {
    /// Random bytes of a new salt, and bytes of a new hash.
    static let saltLength = 16
    static let hashLength = 32

    /// What the hash costs to compute.
    package let cost: Cost
    /// 8 to 64 random bytes.
    let salt: [UInt8]
    /// 16 to 64 bytes.
    let hash: [UInt8]

    init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// Hashes a password with a new salt.
    ///
    /// - Throws: `Failure.invalid` for an empty password or a cost out of bounds; what scrypt throws without memory.
    package init(_ password: String, cost: Cost) throws {
        guard !password.isEmpty else { throw Failure.invalid(field: "password", reason: "it is empty") }
        try Self.check(cost)
        let salt = randomBytes(Self.saltLength)
        let key = try Self.derive(Array(Self.normal(password).utf8), salt, cost, length: Self.hashLength)
        self.init(cost: cost, salt: salt, hash: Self.bytes(of: key))
    }

    /// What no password matches, and what takes as long to find out: random bytes in the place of a hash.
    ///
    /// - Throws: `Failure.invalid` for a cost out of bounds.
    package init(ofNobody cost: Cost) throws {
        try Self.check(cost)
        self.init(cost: cost, salt: randomBytes(Self.saltLength), hash: randomBytes(Self.hashLength))
    }

    private static func check(_ cost: Cost) throws {
        guard cost.isSound else {
            throw Failure.invalid(field: "cost of passwords", reason: "\(cost) is out of bounds: \(Cost.bounds)")
        }
    }

    /// Whether this is the hash of a password; compared in constant time.
    ///
    /// - Throws: What scrypt throws without memory.
    package func matches(_ password: String) throws -> Bool {
        guard !password.isEmpty else { return false }
        let key = try Self.derive(Array(Self.normal(password).utf8), salt, cost, length: hash.count)
        // Two keys are compared in constant time.
        return key == SymmetricKey(data: hash)
    }

    /// Whether the hash costs an attacker less work or memory than a new one would: make a new one at the next sign-in.
    package func isWeaker(than cost: Cost) -> Bool {
        self.cost.work < cost.work || self.cost.memory < cost.memory
    }

    /// scrypt itself, without bounds.
    static func derive(_ password: [UInt8], _ salt: [UInt8], _ cost: Cost, length: Int) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: password,
            salt: salt,
            outputByteCount: length,
            rounds: 1 << cost.logN,
            blockSize: cost.r,
            parallelism: cost.p
        )
    }

    /// A copy of the bytes of a key.
    static func bytes(of key: SymmetricKey) -> [UInt8] {
        // The pointer is used only inside the closure, for as many bytes as the key has.
        unsafe key.withUnsafeBytes { unsafe Array($0) }
    }

    /// The form in which a password is hashed and judged.
    static func normal(_ password: String) -> String { password.precomposedStringWithCanonicalMapping }
}
