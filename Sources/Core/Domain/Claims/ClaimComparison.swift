/// How the claims of a grant differ from those of the published application, claim by claim; of other texts paragraph by
/// paragraph.
///
/// **Cost** texts are compared within ``TextDifference/cells`` each and ``longest`` characters in all; what is left then
/// is given whole.
package struct ClaimComparison: Hashable, Sendable {
    /// One claim before and after.
    package struct Change: Hashable, Sendable {
        /// Its number in the application, from 1; nil for a claim that is new.
        package let published: Int?
        /// Its number in the grant, from 1; nil for a claim that was given up.
        package let granted: Int?
        package let pieces: [TextDifference.Piece]

        /// Whether its words are the same.
        package var isSame: Bool { pieces.allSatisfy { if case .same = $0 { true } else { false } } }
    }

    /// The claims of the grant in order, then those that were given up.
    package let changes: [Change]

    /// Characters of changed claims that are compared word by word; the claims of nearly every patent.
    package static let longest = 20_000

    /// Compares the claims of an application with those of its grant.
    package init(published: [String], granted: [String]) {
        let partners = Self.partners(published, granted)
        var left = Self.longest
        var changes: [Change] = []
        for (place, text) in granted.enumerated() {
            guard let partner = partners[place] else {
                changes.append(Change(published: nil, granted: place + 1, pieces: [.added(text)]))
                continue
            }
            let old = published[partner]
            var pieces: [TextDifference.Piece] = [.same(text)]
            if old != text {
                left -= old.count + text.count
                pieces = left >= 0 ? TextDifference(from: old, to: text).pieces : [.removed(old), .added(text)]
            }
            changes.append(Change(published: partner + 1, granted: place + 1, pieces: pieces))
        }
        let kept = Set(partners.compactMap(\.self))
        for (place, text) in published.enumerated() where !kept.contains(place) {
            changes.append(Change(published: place + 1, granted: nil, pieces: [.removed(text)]))
        }
        self.changes = changes
    }

    /// Compares what two sources say: one of the published application, one of the grant, in one language and complete.
    ///
    /// - Parameter sources: What each source says, the most trusted first.
    /// - Returns: The language and the comparison; nil where there are no two such sources.
    package static func of(_ sources: [Right]) -> (language: String?, comparison: ClaimComparison)? {
        func sets(_ stage: KindCode.Stage) -> [ClaimSet] {
            sources.filter { $0.newestStage == stage }.flatMap(\.claimSets).filter { $0.isComplete != false }
        }
        let granted = sets(.granted)
        for published in sets(.published) {
            guard let partner = granted.first(where: { $0.lang == published.lang }) else { continue }
            return (published.lang, ClaimComparison(published: published.items, granted: partner.items))
        }
        return nil
    }

    /// The same of a text, by its paragraphs: of the abstract, or the description.
    ///
    /// - Parameters:
    ///   - sources: What each source says, the most trusted first.
    ///   - texts: The text of a right in its languages.
    /// - Returns: The language and the comparison; nil where there are no two such sources.
    package static func of(
        _ sources: [Right],
        _ texts: (Right) -> [LocalizedText]
    ) -> (language: String?, comparison: ClaimComparison)? {
        let granted = sources.filter { $0.newestStage == .granted }.flatMap(texts)
        for published in sources.filter({ $0.newestStage == .published }).flatMap(texts) {
            guard let partner = granted.first(where: { $0.lang == published.lang }) else { continue }
            func paragraphs(_ text: LocalizedText) -> [String] { text.text.split(separator: "\n").map(String.init) }
            let comparison = ClaimComparison(published: paragraphs(published), granted: paragraphs(partner))
            return (published.lang, comparison)
        }
        return nil
    }

    // MARK: Which claim became which

    /// For each claim of the grant the claim of the application that it came from.
    private static func partners(_ published: [String], _ granted: [String]) -> [Int?] {
        var partners = [Int?](repeating: nil, count: granted.count)
        var equal: [String: [Int]] = [:]
        for place in published.indices.reversed() { equal[published[place], default: []].append(place) }
        for (place, text) in granted.enumerated() { partners[place] = equal[text]?.popLast() }
        let length = (published + granted).reduce(0) { $0 + $1.utf8.count }
        guard (published.count + granted.count) * length <= work else {
            pairInGaps(&partners, of: published.count)
            return partners
        }
        let taken = Set(partners.compactMap(\.self))
        var free = published.indices.filter { !taken.contains($0) }
        let (before, after) = (published.map(WordCount.init), granted.map(WordCount.init))
        for place in granted.indices where partners[place] == nil {
            let likeness = free.map { before[$0].likeness(to: after[place]) }
            guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }), likeness[best] >= alike else {
                continue
            }
            partners[place] = free.remove(at: best)
        }
        return partners
    }

    /// Claims share half of their words or are different claims.
    private static let alike = 0.5
    /// Claims times bytes of all of them up to which each is weighed against every other; beyond, those that stand between
    /// the same unchanged ones are compared in turn.
    private static let work = 4_000_000

    private static func pairInGaps(_ partners: inout [Int?], of published: Int) {
        let taken = Set(partners.compactMap(\.self))
        // For each place the partner of the next unchanged one.
        var bounds = [Int](repeating: published, count: partners.count)
        var bound = published
        for place in partners.indices.reversed() {
            bound = partners[place] ?? bound
            bounds[place] = bound
        }
        var next = 0
        for place in partners.indices {
            if let partner = partners[place] {
                next = max(next, partner + 1)
                continue
            }
            while next < bounds[place], taken.contains(next) { next += 1 }
            guard next < bounds[place] else { continue }
            partners[place] = next
            next += 1
        }
    }

    /// How often each word of a claim occurs.
    private struct WordCount {
        private let counts: [Substring: Int]
        private let total: Int

        init(_ text: String) {
            let words = TextDifference.words(text)
            counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            total = words.count
        }

        /// The share of common words, 0 to 1 (Dice, 1945).
        func likeness(to other: WordCount) -> Double {
            guard total + other.total > 0 else { return 1 }
            let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
            return 2 * Double(common) / Double(total + other.total)
        }
    }
}

extension Right {
    /// The description in every language; empty for rights that have none.
    package var descriptions: [LocalizedText] {
        switch self {
        case .patent(let patent): patent.details.description
        case .design(let design): design.details.description
        case .trademark, .gi, .layout: []
        }
    }

    /// The claims in every language; empty for rights that have none.
    package var claimSets: [ClaimSet] {
        switch self {
        case .patent(let patent): patent.details.claims
        case .design(let design): design.details.claims
        case .trademark, .gi, .layout: []
        }
    }

    /// How far the newest publication that a kind code tells of shows the right to have come.
    fileprivate var newestStage: KindCode.Stage? {
        bibliography.publication.flatMap { document in
            document.country.flatMap { country in
                document.kind.flatMap { KindCode.stage(country: country, kind: $0) }
            }
        }
    }
}
