/// Finds the places of phrases in the tokens of one text.
///
/// **Cost** One hash look-up a token and one prefix comparison a token and pattern; the rest goes with the hits.
struct PhraseMatcher {
    /// One place of a phrase.
    struct Occurrence {
        var first: UInt32
        var width: UInt32
    }

    private struct Hit {
        var position: UInt32
        var token: Int
    }

    private let list: TokenList
    private let hanRunEnds: Set<UInt32>
    /// What the phrases ask for, with its number in `hits`.
    private var terms: [ArraySlice<UInt8>: Int] = [:]
    private var patterns: [TermPattern: Int] = [:]
    private var hits: [[Hit]] = []

    init(_ list: TokenList, for phrases: some Sequence<QueryPhrase>) {
        self.list = list
        let needsRunEnds = phrases.contains { !$0.unbroken.isEmpty }
        hanRunEnds = needsRunEnds ? Set(list.hanRunEnds) : []
        for phrase in phrases {
            for slot in phrase.slots { want(slot) }
        }
        for (index, token) in list.tokens.enumerated() where token.position != TokenList.withoutPosition {
            let term = list.term(token)
            let hit = Hit(position: token.position, token: index)
            if let number = terms[term] { hits[number].append(hit) }
            for (pattern, number) in patterns where term.starts(with: pattern.literalPrefix) {
                if pattern.matches(term) { hits[number].append(hit) }
            }
        }
    }

    private mutating func want(_ slot: QuerySlot) {
        switch slot.match {
        case .terms(let asked):
            for term in asked {
                if let pattern = Self.loneHanPattern(term) {
                    want(pattern)
                } else if terms[term[...]] == nil {
                    terms[term[...]] = hits.count
                    hits.append([])
                }
            }
        case .pattern(let pattern): want(pattern)
        }
    }

    private mutating func want(_ pattern: TermPattern) {
        guard patterns[pattern] == nil else { return }
        patterns[pattern] = hits.count
        hits.append([])
    }

    /// All places of a phrase, by position.
    func occurrences(of phrase: QueryPhrase) -> [Occurrence] {
        let choices = phrase.slots.map { places(of: $0) }
        guard let first = choices.first, let offset = phrase.slots.first?.offset else { return [] }
        var found: [Occurrence] = []
        for (position, width) in first.sorted(by: { $0.key < $1.key }) where position >= offset {
            let start = position - offset
            var end = position + width
            var isFound = !phrase.unbroken.contains { hanRunEnds.contains(start + $0) }
            for (slot, others) in zip(phrase.slots, choices).dropFirst() where isFound {
                if let width = others[start + slot.offset] {
                    end = max(end, start + slot.offset + width)
                } else {
                    isFound = false
                }
            }
            if isFound { found.append(Occurrence(first: start, width: end - start)) }
        }
        return found
    }

    /// The positions at which a slot matches, each with the number of positions that it covers there.
    private func places(of slot: QuerySlot) -> [UInt32: UInt32] {
        var places: [UInt32: UInt32] = [:]
        switch slot.match {
        case .terms(let terms):
            for term in terms {
                let number = Self.loneHanPattern(term).flatMap { patterns[$0] } ?? self.terms[term[...]]
                if let number { collect(hits[number], slot, into: &places) }
            }
        case .pattern(let pattern):
            if let number = patterns[pattern] { collect(hits[number], slot, into: &places) }
        }
        return places
    }

    private func collect(_ hits: [Hit], _ slot: QuerySlot, into places: inout [UInt32: UInt32]) {
        for hit in hits {
            let token = list.tokens[hit.token]
            // A pair that stands for its first character covers only that; a joined form all its parts.
            let isPair = token.kind == .hanPair || token.kind == .hanEnd
            let width = isPair ? min(slot.width, UInt32(token.width)) : UInt32(token.width)
            places[hit.position] = max(places[hit.position] ?? 0, width)
        }
    }

    /// A lone Han character has no position of its own: it stands wherever it begins a pair or ends a run.
    private static func loneHanPattern(_ term: [UInt8]) -> TermPattern? {
        guard term.count <= 4, let first = term.first, first >= 0xE2 else { return nil }
        let scalars = String(decoding: term, as: UTF8.self).unicodeScalars
        guard let scalar = scalars.first, scalars.count == 1, CharacterRules.isHan(scalar.value) else { return nil }
        return TermPattern([.bytes(term), .one, .any(maximum: nil)])
    }
}
