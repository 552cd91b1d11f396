/// The claims of one publication in one language.
package struct ClaimSet: Codable, Hashable, Sendable {
    package var lang: String?
    /// Number of claims that the file states, which need not be the number it holds.
    package var declared: Int?
    /// Numbers (from 1) of claims that refer to no other claim.
    @List package var independent: [Int]
    /// Claim texts in order, without their leading numbers.
    @List package var items: [String]
    /// False where the source gives only some claims (a list export prints the first one); nil means all.
    package var isComplete: Bool?

    package init(
        lang: String? = nil,
        declared: Int? = nil,
        independent: [Int] = [],
        items: [String] = [],
        isComplete: Bool? = nil
    ) {
        self.lang = lang
        self.declared = declared
        self.independent = independent
        self.items = items
        self.isComplete = isComplete
    }
}
