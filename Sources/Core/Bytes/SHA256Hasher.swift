internal import Crypto

/// SHA-256 (FIPS 180-4) of bytes that come in pieces.
public struct SHA256Hasher: Sendable {
    private var state = Crypto.SHA256()

    /// Starts with no bytes.
    public init() {}

    /// Takes the next bytes.
    public mutating func update(_ bytes: [UInt8]) {
        // The pointer is used only inside the closure, for as many bytes as the array has.
        unsafe bytes.withUnsafeBytes { unsafe state.update(bufferPointer: $0) }
    }

    /// Takes the next bytes: the UTF-8 form of a text.
    public mutating func update(_ text: String) {
        var text = text
        // The pointer is used only inside the closure, for as many bytes as the text has.
        text.withUTF8 { unsafe state.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }

    /// The digest of everything taken so far.
    public func finish() -> Digest256 {
        Digest256(Array(state.finalize())) ?? Digest256()
    }
}

/// The SHA-256 of some bytes.
public func sha256(_ bytes: [UInt8]) -> Digest256 {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finish()
}
