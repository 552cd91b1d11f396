package import Bytes

/// The right edge of a Merkle tree: the roots of its full subtrees, enough to append to it and to tell its root.
///
/// **Shape** one hash for each bit set in `size`, the largest subtree first.
package struct MerkleFrontier: Sendable, Hashable {
    /// How many leaves the tree has.
    package private(set) var size: Int64
    private var roots: [Digest256]

    /// The tree without leaves.
    package init() {
        size = 0
        roots = []
    }

    /// Reads what `bytes` wrote; nil when the length does not fit the size.
    package init?(size: Int64, bytes: [UInt8]) {
        guard size >= 0, bytes.count == size.nonzeroBitCount * 32 else { return nil }
        self.size = size
        roots = stride(from: 0, to: bytes.count, by: 32).compactMap { Digest256(Array(bytes[$0..<$0 + 32])) }
    }

    /// The hashes one after the other, 32 bytes each.
    package var bytes: [UInt8] { roots.flatMap(\.bytes) }

    /// Adds a leaf by its hash.
    package mutating func append(_ leaf: Digest256) {
        var hash = leaf
        // Each bit set at the end of the size is a full subtree that the new leaf completes to a larger one.
        for _ in 0..<(~size).trailingZeroBitCount {
            hash = MerkleTree.node(roots.removeLast(), hash)
        }
        roots.append(hash)
        size += 1
    }

    /// The root of the whole tree.
    package var root: Digest256 {
        guard var hash = roots.last else { return MerkleTree.emptyRoot }
        for root in roots.dropLast().reversed() { hash = MerkleTree.node(root, hash) }
        return hash
    }
}
