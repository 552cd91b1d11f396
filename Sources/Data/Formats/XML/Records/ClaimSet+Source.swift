import Domain

extension ClaimSet {
    /// The claims of one language; nil when there are none.
    ///
    /// Where one entry stands for several cancelled claims it is repeated, so that the place of every claim is its
    /// number.
    init?(_ claims: [SourceClaim], lang: String?, declared: Int? = nil) {
        guard !claims.isEmpty else { return nil }
        var items: [String] = []
        var independent: [Int] = []
        for claim in claims {
            let next = items.count + 1
            let numbers = claim.numbers ?? next...next
            let text = ClaimText.withoutNumber(claim.text, numbers: numbers)
            if ClaimText.isCancelled(text) {
                // More than a thousand at once is no claim set but a slip in the file.
                let count = numbers.lowerBound == next && numbers.count <= 1000 ? numbers.count : 1
                items += Array(repeating: text, count: count)
                continue
            }
            items.append(text)
            if !claim.hasReference, !ClaimText.refersToClaim(text) { independent.append(next) }
        }
        self.init(lang: lang, declared: declared, independent: independent, items: items)
    }
}
