import Domain

extension ClaimSet {
    /// The claims of one language; nil when there are none.
    init?(_ claims: [SourceClaim], lang: String?, declared: Int? = nil) {
        guard !claims.isEmpty else { return nil }
        var items: [String] = []
        var independent: [Int] = []
        for (index, claim) in claims.enumerated() {
            let text = ClaimText.withoutNumber(claim.text, ordinal: index + 1)
            items.append(text)
            if !claim.hasReference, !ClaimText.refersToClaim(text) { independent.append(index + 1) }
        }
        self.init(lang: lang, declared: declared, independent: independent, items: items)
    }
}
