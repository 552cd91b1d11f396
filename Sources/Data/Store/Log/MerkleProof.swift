package import Bytes

/// Checks proofs that a tree holds a leaf or a range of leaves, or that it grew from an earlier one.
///
/// **Source** RFC 9162 sections 2.1.3.2 and 2.1.4.2 (2021).
package enum MerkleProof {
    /// Whether `path` proves that leaf number `index` (from 0) of the tree with `size` leaves and `root` is `leaf`.
    package static func includes(
        leaf: Digest256,
        index: Int64,
        size: Int64,
        root: Digest256,
        path: [Digest256]
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var (place, last, hash) = (index, size - 1, leaf)
        for step in path {
            guard last != 0 else { return false }
            if place & 1 == 1 || place == last {
                hash = MerkleTree.node(step, hash)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = MerkleTree.node(hash, step)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether `path` proves that the tree (`second`, `secondRoot`) begins with the tree (`first`, `firstRoot`).
    package static func extends(
        first: Int64,
        firstRoot: Digest256,
        second: Int64,
        secondRoot: Digest256,
        path: [Digest256]
    ) -> Bool {
        guard first >= 0, first <= second else { return false }
        if first == second { return path.isEmpty && firstRoot == secondRoot }
        if first == 0 { return path.isEmpty && firstRoot == MerkleTree.emptyRoot }
        // A full first tree is itself the first step, and is left out of the proof.
        let steps = first.nonzeroBitCount == 1 ? [firstRoot] + path : path
        guard let start = steps.first else { return false }
        var (place, last) = (first - 1, second - 1)
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var (old, new) = (start, start)
        for step in steps.dropFirst() {
            guard last != 0 else { return false }
            if place & 1 == 1 || place == last {
                old = MerkleTree.node(step, old)
                new = MerkleTree.node(step, new)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                new = MerkleTree.node(new, step)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && old == firstRoot && new == secondRoot
    }

    /// Whether `path` proves that the leaves from number `start` (from 0) on of the tree (`size`, `root`) are `leaves`.
    package static func includes(
        leaves: [Digest256],
        from start: Int64,
        size: Int64,
        root: Digest256,
        path: [Digest256]
    ) -> Bool {
        guard start >= 0, !leaves.isEmpty, size >= 0, Int64(leaves.count) <= size - min(start, size) else {
            return false
        }
        let range = start..<start + Int64(leaves.count)
        var rest = path[...]
        func walk(_ first: Int64, _ count: Int64) -> Digest256? {
            guard range.overlaps(first..<first + count) else { return rest.popFirst() }
            guard count > 1 else { return leaves[Int(first - start)] }
            let left = MerkleTree.split(count)
            guard let one = walk(first, left), let two = walk(first + left, count - left) else { return nil }
            return MerkleTree.node(one, two)
        }
        return walk(0, size) == root && rest.isEmpty
    }
}
