package import Bytes

/// The two hashes of which a Merkle tree is made.
///
/// **Source** RFC 9162 section 2.1.1 (2021).
package enum MerkleTree {
    /// The root of the tree without leaves: SHA-256 of nothing.
    package static var emptyRoot: Digest256 { SHA256Hasher().finish() }

    /// The hash of a leaf: SHA-256(0x00 || line).
    package static func leaf(_ line: [UInt8]) -> Digest256 {
        var hasher = SHA256Hasher()
        hasher.update([0])
        hasher.update(line)
        return hasher.finish()
    }

    /// The hash of an inner node: SHA-256(0x01 || left || right).
    package static func node(_ left: Digest256, _ right: Digest256) -> Digest256 {
        var bytes: [UInt8] = [1]
        bytes.reserveCapacity(65)
        bytes.append(contentsOf: left.bytes)
        bytes.append(contentsOf: right.bytes)
        return sha256(bytes)
    }

    /// The root over a full number of hashes, a power of two: pairs upward.
    static func root(of hashes: ArraySlice<Digest256>) -> Digest256 {
        var level = Array(hashes)
        while level.count > 1 {
            var next: [Digest256] = []
            next.reserveCapacity(level.count / 2)
            for index in stride(from: 0, to: level.count - 1, by: 2) {
                next.append(node(level[index], level[index + 1]))
            }
            level = next
        }
        return level.first ?? emptyRoot
    }

    /// The largest power of two below `count`, which is at least 2.
    static func split(_ count: Int64) -> Int64 {
        1 << Int64(63 - (count - 1).leadingZeroBitCount)
    }
}
