package import Bytes

/// The digest by which two stores are compared: the same entries, versions and contents give the same.
///
/// The sum modulo 2^256 of SHA-256(entry id || 0x00 || version as 8 bytes, most significant first || content digest)
/// over all entries as they stand, tombstones included.
package struct LogicalDigest: Sendable, Hashable {
    /// The sum so far.
    package private(set) var value = Digest256()

    /// No entries.
    package init() {}

    /// Adds an entry.
    package mutating func add(entry: String, version: Int64, digest: Digest256) {
        var hasher = SHA256Hasher()
        hasher.update(entry)
        var bytes: [UInt8] = [0]
        bytes.reserveCapacity(41)
        for shift in stride(from: Int64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: version >> shift))
        }
        bytes.append(contentsOf: digest.bytes)
        hasher.update(bytes)
        value &+= hasher.finish()
    }
}
