/// Claims under the claims they refer to.
struct ClaimTree {
    /// One claim with those that hang on it.
    struct Node {
        let claim: RecordPage.Claim
        var children: [Node] = []

        /// How many claims hang on it, however far.
        var size: Int { children.reduce(0) { $0 + 1 + $1.size } }
    }

    /// Deeper claims hang at this depth: more would leave no room for text on a phone.
    static let deepest = 4

    /// Claims that refer to no earlier one, in order.
    let roots: [Node]

    /// Puts the claims in order; a claim counts only references to earlier claims, so that no circle can arise.
    init(_ claims: [RecordPage.Claim]) {
        let ordered = claims.sorted { $0.number < $1.number }
        var depths: [Int: Int] = [:]
        var hosts: [Int: Int] = [:]
        for claim in ordered {
            guard let parent = claim.parents.filter({ $0 < claim.number && depths[$0] != nil }).min() else {
                depths[claim.number] = 0
                continue
            }
            // One that refers to a claim of the deepest step stands beside it.
            let isDeepest = depths[parent] == Self.deepest
            hosts[claim.number] = isDeepest ? hosts[parent] : parent
            depths[claim.number] = isDeepest ? Self.deepest : (depths[parent] ?? 0) + 1
        }
        let groups = Dictionary(grouping: ordered.filter { hosts[$0.number] != nil }) { hosts[$0.number] ?? 0 }
        func node(_ claim: RecordPage.Claim) -> Node {
            Node(claim: claim, children: (groups[claim.number] ?? []).map(node))
        }
        roots = ordered.filter { hosts[$0.number] == nil }.map(node)
    }
}
