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

extension ClaimSet {
    private enum Key: String, CodingKey { case lang, declared, independent, items, isComplete, first }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        lang = try container.decodeIfPresent(String.self, forKey: .lang)
        declared = try container.decodeIfPresent(Int.self, forKey: .declared)
        independent = try container.decodeIfPresent([Int].self, forKey: .independent) ?? []
        items = try container.decodeIfPresent([String].self, forKey: .items) ?? []
        isComplete = try container.decodeIfPresent(Bool.self, forKey: .isComplete)
    }

    /// Writes, beside its fields, the first claim by name where the source gives no more: readers of incomplete sets
    /// look for it there, because counting them would mean nothing.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(lang, forKey: .lang)
        try container.encodeIfPresent(declared, forKey: .declared)
        if !independent.isEmpty { try container.encode(independent, forKey: .independent) }
        if !items.isEmpty { try container.encode(items, forKey: .items) }
        try container.encodeIfPresent(isComplete, forKey: .isComplete)
        if isComplete == false { try container.encodeIfPresent(items.first, forKey: .first) }
    }
}
