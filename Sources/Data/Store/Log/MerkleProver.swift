package import Bytes

/// Makes proofs from the roots of full subtrees, which the caller looks up by height and index.
///
/// The subtree (height, index) has 2^height leaves and starts at leaf index * 2^height.
///
/// **Source** RFC 9162 sections 2.1.3.1 and 2.1.4.1 (2021).
package enum MerkleProver {
    /// The root over the `count` leaves from `start` on; `count` is at least 1.
    package static func root(
        from start: Int64,
        count: Int64,
        subtree: (_ height: Int, _ index: Int64) throws -> Digest256
    ) throws -> Digest256 {
        if count.nonzeroBitCount == 1 {
            let height = count.trailingZeroBitCount
            return try subtree(height, start >> Int64(height))
        }
        let left = MerkleTree.split(count)
        return MerkleTree.node(
            try root(from: start, count: left, subtree: subtree),
            try root(from: start + left, count: count - left, subtree: subtree)
        )
    }

    /// The path that proves leaf `index` of the tree with `size` leaves.
    package static func inclusion(
        of index: Int64,
        size: Int64,
        subtree: (_ height: Int, _ index: Int64) throws -> Digest256
    ) throws -> [Digest256] {
        var path: [Digest256] = []
        var (start, count) = (Int64(0), size)
        while count > 1 {
            let left = MerkleTree.split(count)
            if index < start + left {
                path.append(try root(from: start + left, count: count - left, subtree: subtree))
                count = left
            } else {
                path.append(try root(from: start, count: left, subtree: subtree))
                start += left
                count -= left
            }
        }
        return path.reversed()
    }

    /// The path that proves that the tree with `second` leaves begins with the one with `first`, 0 < first < second.
    package static func consistency(
        from first: Int64,
        to second: Int64,
        subtree: (_ height: Int, _ index: Int64) throws -> Digest256
    ) throws -> [Digest256] {
        var path: [Digest256] = []
        var (start, count, remaining) = (Int64(0), second, first)
        // Whether what is left of the first tree is the whole first tree, whose root the verifier knows.
        var isWhole = true
        while remaining < count {
            let left = MerkleTree.split(count)
            if remaining <= left {
                path.append(try root(from: start + left, count: count - left, subtree: subtree))
                count = left
            } else {
                path.append(try root(from: start, count: left, subtree: subtree))
                start += left
                count -= left
                remaining -= left
                isWhole = false
            }
        }
        if !isWhole { path.append(try root(from: start, count: count, subtree: subtree)) }
        return path.reversed()
    }

    /// The path that proves the leaves of `range` (from 0, not empty) of the tree with `size` leaves.
    ///
    /// The roots of the largest subtrees outside the range, from left to right; for one leaf these are the hashes of
    /// `inclusion` in another order.
    package static func range(
        _ range: Range<Int64>,
        size: Int64,
        subtree: (_ height: Int, _ index: Int64) throws -> Digest256
    ) throws -> [Digest256] {
        var path: [Digest256] = []
        func walk(_ start: Int64, _ count: Int64) throws {
            if range.lowerBound <= start, start + count <= range.upperBound { return }
            guard range.overlaps(start..<start + count) else {
                return path.append(try root(from: start, count: count, subtree: subtree))
            }
            let left = MerkleTree.split(count)
            try walk(start, left)
            try walk(start + left, count - left)
        }
        try walk(0, size)
        return path
    }
}
