/// A word with its translation.
struct SampleTerm: Sendable {
    let zh: String
    let en: String

    init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// Reads `澄=Cheng`; blanks and line ends around the halves do not count.
    init(_ pair: some StringProtocol) {
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        zh = Self.trimmed(halves[0])
        en = halves.count > 1 ? Self.trimmed(halves[1]) : ""
    }

    /// Reads pairs divided by bars.
    static func list(_ pairs: String) -> [SampleTerm] {
        pairs.split(separator: "|").map { SampleTerm($0) }
    }

    /// The English word with its article; words that are not counted have none.
    var withArticle: String { ("aeiou".contains(en.prefix(1).lowercased()) ? "an " : "a ") + en }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
}
