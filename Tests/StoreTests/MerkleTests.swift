import Bytes
import Store
import Testing

struct MerkleTests {
    private let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6F),
    ]

    // The definition of RFC 9162 section 2.1.1, word for word.
    private func naiveRoot(_ leaves: ArraySlice<Digest256>) -> Digest256 {
        if leaves.isEmpty { return sha256([]) }
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return sha256([1] + naiveRoot(leaves[..<middle]).bytes + naiveRoot(leaves[middle...]).bytes)
    }

    private func numbered(_ count: Int) -> [Digest256] {
        (0..<count).map { MerkleTree.leaf(Array("leaf \($0)".utf8)) }
    }

    private func prover(_ leaves: [Digest256]) -> (Int, Int64) throws -> Digest256 {
        { height, index in
            let width = 1 << height
            let start = Int(index) * width
            try #require(start + width <= leaves.count)
            return naiveRoot(leaves[start..<start + width])
        }
    }

    @Test func `roots of the published test tree`() {
        // Leaves of the tests of RFC 6962; roots computed apart with Python's hashlib.
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var frontier = MerkleFrontier()
        #expect(frontier.root.description == roots[0])
        for (index, leaf) in leaves.enumerated() {
            frontier.append(MerkleTree.leaf(leaf))
            #expect(frontier.root.description == roots[index + 1])
        }
    }

    @Test func `a frontier agrees with the definition and survives being written down`() throws {
        let leaves = numbered(130)
        var frontier = MerkleFrontier()
        for count in 0...leaves.count {
            #expect(frontier.root == naiveRoot(leaves[..<count]))
            let copy = try #require(MerkleFrontier(size: Int64(count), bytes: frontier.bytes))
            #expect(copy == frontier)
            if count < leaves.count { frontier.append(leaves[count]) }
        }
        #expect(MerkleFrontier(size: 3, bytes: [UInt8](repeating: 0, count: 32)) == nil)
        #expect(MerkleFrontier(size: -1, bytes: []) == nil)
    }

    @Test func `every leaf of every small tree has a proof, and only that leaf`() throws {
        let leaves = numbered(40)
        for size in 1...leaves.count {
            let root = naiveRoot(leaves[..<size])
            for index in 0..<size {
                let path = try MerkleProver.inclusion(
                    of: Int64(index),
                    size: Int64(size),
                    subtree: prover(Array(leaves[..<size]))
                )
                func holds(
                    leaf: Digest256? = nil,
                    index other: Int? = nil,
                    size bigger: Int? = nil,
                    root wrong: Digest256? = nil,
                    path changed: [Digest256]? = nil
                ) -> Bool {
                    MerkleProof.includes(
                        leaf: leaf ?? leaves[index],
                        index: Int64(other ?? index),
                        size: Int64(bigger ?? size),
                        root: wrong ?? root,
                        path: changed ?? path
                    )
                }
                #expect(holds())
                #expect(!holds(leaf: sha256([1])))
                #expect(!holds(index: index ^ 1) || size == 1)
                #expect(!holds(index: size))
                #expect(!holds(index: -1))
                #expect(!holds(root: sha256([2])))
                #expect(!holds(path: path + [root]))
                if !path.isEmpty { #expect(!holds(path: Array(path.dropLast()))) }
            }
        }
    }

    @Test func `every small tree proves that it grew from every smaller one`() throws {
        let leaves = numbered(40)
        for second in 1...leaves.count {
            let secondRoot = naiveRoot(leaves[..<second])
            for first in 1..<second {
                let firstRoot = naiveRoot(leaves[..<first])
                let path = try MerkleProver.consistency(
                    from: Int64(first),
                    to: Int64(second),
                    subtree: prover(Array(leaves[..<second]))
                )
                func holds(_ old: Digest256, _ new: Digest256, _ path: [Digest256]) -> Bool {
                    MerkleProof.extends(
                        first: Int64(first),
                        firstRoot: old,
                        second: Int64(second),
                        secondRoot: new,
                        path: path
                    )
                }
                #expect(holds(firstRoot, secondRoot, path))
                #expect(!holds(sha256([1]), secondRoot, path))
                #expect(!holds(firstRoot, sha256([1]), path))
                #expect(!holds(firstRoot, secondRoot, path + [firstRoot]))
                #expect(!holds(firstRoot, secondRoot, Array(path.dropLast())))
            }
        }
    }

    @Test func `every range of every small tree has a proof, and only that range`() throws {
        let leaves = numbered(20)
        for size in 1...leaves.count {
            let root = naiveRoot(leaves[..<size])
            for start in 0..<size {
                for end in start + 1...size {
                    let path = try MerkleProver.range(
                        Int64(start)..<Int64(end),
                        size: Int64(size),
                        subtree: prover(Array(leaves[..<size]))
                    )
                    func holds(
                        _ part: ArraySlice<Digest256>? = nil,
                        from other: Int? = nil,
                        path changed: [Digest256]? = nil
                    ) -> Bool {
                        MerkleProof.includes(
                            leaves: Array(part ?? leaves[start..<end]),
                            from: Int64(other ?? start),
                            size: Int64(size),
                            root: root,
                            path: changed ?? path
                        )
                    }
                    #expect(holds())
                    #expect(!holds([]))
                    #expect(!holds(from: start + 1) && !holds(from: start - 1) && !holds(from: size))
                    #expect(!holds([sha256([1])] + leaves[(start + 1)..<end]))
                    #expect(!holds(path: path + [root]))
                    if !path.isEmpty { #expect(!holds(path: Array(path.dropLast()))) }
                }
            }
        }
    }

    @Test func `a tree grew from itself and from nothing without a path`() {
        let root = sha256([1])
        #expect(MerkleProof.extends(first: 5, firstRoot: root, second: 5, secondRoot: root, path: []))
        #expect(!MerkleProof.extends(first: 5, firstRoot: root, second: 5, secondRoot: sha256([2]), path: []))
        #expect(!MerkleProof.extends(first: 5, firstRoot: root, second: 5, secondRoot: root, path: [root]))
        #expect(
            MerkleProof.extends(first: 0, firstRoot: MerkleTree.emptyRoot, second: 5, secondRoot: root, path: [])
        )
        #expect(!MerkleProof.extends(first: 6, firstRoot: root, second: 5, secondRoot: root, path: []))
    }

    @Test func `a line is canonical JSON with its members in order`() throws {
        let change = Change(
            sequence: 1,
            register: "patent",
            entry: "patent/CN/1 \"\\\n\u{1}é中",
            version: 3,
            time: 1_700_000_000_000_000,
            author: "import",
            digest: try #require(Digest256([UInt8](repeating: 0, count: 31) + [255]))
        )
        let line =
            #"{"author":"import","digest":"00000000000000000000000000000000000000000000000000000000000000ff","entry":"#
            + #""patent/CN/1 \"\\\n\u0001é中","register":"patent","sequence":1,"time":1700000000000000,"version":3}"#
        #expect(String(decoding: change.canonicalLine, as: UTF8.self) == line)
        #expect(change.leaf.description == "d61c5aa67fcc75e15c553bae45e64e0105b1393ae0076164a30fd44fd6223502")
    }
}
