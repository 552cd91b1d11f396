/// How far each claim is set in: one step further than the first claim it refers to.
struct ClaimDepths {
    /// Deeper claims stand at this depth: more would leave no room for text on a phone.
    static let deepest = 4

    private var depths: [Int: Int] = [:]

    /// A claim counts only references to earlier claims, so that no circle can arise.
    init(_ claims: [RecordPage.Claim]) {
        for claim in claims.sorted(by: { $0.number < $1.number }) {
            let parent = claim.parents.filter { $0 < claim.number }.min()
            let depth = parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
            depths[claim.number] = min(depth, Self.deepest)
        }
    }

    /// 0 for an independent claim.
    subscript(number: Int) -> Int { depths[number] ?? 0 }
}
