/// Looks a query word up in a text by trying every position.
struct ReferenceMatcher {
    /// First and last position.
    struct Place: Hashable {
        var first: Int
        var last: Int
    }

    let text: ReferenceText

    /// Every place where the word stands.
    func places(_ query: ReferenceQuery) -> Set<Place> {
        var places: Set<Place> = []
        for start in text.units.indices where !query.startsName || start == 0 {
            for end in ends(query.elements[...], at: start, from: start) where end > start {
                if query.endsName, end != text.units.count { continue }
                places.insert(Place(first: start, last: end - 1))
            }
        }
        return places
    }

    /// Where what is left of a query can end when it begins at a position; positions behind the last one.
    private func ends(_ rest: ArraySlice<ReferenceQuery.Element>, at position: Int, from start: Int) -> Set<Int> {
        guard let element = rest.first else { return [position] }
        var found: Set<Int> = []
        switch element {
        case .han(let character, let continuesRun):
            guard let unit = unit(position), unit.kind == .han, unit.text == character else { break }
            if continuesRun, position > start, !unit.continuesRun { break }
            found = ends(rest.dropFirst(), at: position + 1, from: start)
        case .gap(let range):
            for count in range {
                guard isRun(position, count, from: start) else { break }
                found.formUnion(ends(rest.dropFirst(), at: position + count, from: start))
            }
        case .word(let word):
            for next in self.word(word, at: position) {
                found.formUnion(ends(rest.dropFirst(), at: next, from: start))
            }
            found.formUnion(joinedWords(rest, at: position, from: start))
        }
        return found
    }

    /// Whether so many Han characters of one run stand there.
    private func isRun(_ position: Int, _ count: Int, from start: Int) -> Bool {
        (position..<(position + count)).allSatisfy { place in
            guard let unit = unit(place), unit.kind == .han else { return false }
            return place == start || unit.continuesRun
        }
    }

    private func unit(_ position: Int) -> ReferenceText.Unit? {
        text.units.indices.contains(position) ? text.units[position] : nil
    }

    /// Where one word of the query can end.
    private func word(_ word: ReferenceQuery.Word, at position: Int) -> Set<Int> {
        guard let unit = unit(position), unit.kind != .han else { return [] }
        var found: Set<Int> = []
        if Self.matches(word, unit.text) { found.insert(position + 1) }
        if word.isLetters, let joined = joined(at: position), Self.matches(word, joined.text) {
            found.insert(position + 1)
            // A truncated word that stands for a hyphenated one counts as its first part.
            if word.plain != nil { found.insert(joined.end) }
        }
        if !word.camel.isEmpty, holds(word.camel, at: position, hasForms: word.hasForms) {
            found.insert(position + word.camel.count)
        }
        return found
    }

    /// Neighbouring words of the query that stand in the text as one.
    private func joinedWords(
        _ rest: ArraySlice<ReferenceQuery.Element>,
        at position: Int,
        from start: Int
    ) -> Set<Int> {
        var found: Set<Int> = []
        var whole: [ReferenceQuery.Glob] = []
        for (place, element) in rest.enumerated() {
            guard case .word(let word) = element, word.isLetters else { break }
            whole += word.glob
            guard place > 0 else { continue }
            // A hyphenated word; without truncation signs also two neighbours, and all words of a phrase.
            let isGroup = rest.dropFirst().prefix(place).allSatisfy {
                if case .word(let next) = $0 { next.isJoined } else { false }
            }
            let joined = ReferenceQuery.Word(glob: whole, hasForms: word.hasForms, isLetters: true)
            let isAll = rest.startIndex == 0 && place == rest.count - 1
            guard isGroup || joined.plain != nil && (place == 1 || isAll) else { continue }
            for next in self.word(joined, at: position) {
                found.formUnion(ends(rest.dropFirst(place + 1), at: next, from: start))
            }
        }
        return found
    }

    /// The whole hyphenated word that begins at a position.
    private func joined(at position: Int) -> (text: String, end: Int)? {
        guard let first = unit(position), first.kind == .letters, !first.isJoined else { return nil }
        var end = position + 1
        var whole = first.text
        while let next = unit(end), next.isJoined {
            whole += next.text
            end += 1
        }
        return end > position + 1 ? (whole, end) : nil
    }

    private func holds(_ words: [String], at position: Int, hasForms: Bool) -> Bool {
        words.enumerated().allSatisfy { offset, word in
            guard let unit = unit(position + offset) else { return false }
            return Self.isForm(word, of: unit.text, hasForms)
        }
    }

    // MARK: Words

    private static func isForm(_ word: String, of other: String, _ hasForms: Bool) -> Bool {
        if word == other { return true }
        guard hasForms, let stem = Vocabulary.stems[word] else { return false }
        return Vocabulary.stems[other] == stem
    }

    private static func matches(_ word: ReferenceQuery.Word, _ text: String) -> Bool {
        if let plain = word.plain { return isForm(plain, of: text, word.hasForms) }
        return matches(word.glob[...], Array(text.unicodeScalars)[...])
    }

    private static func matches(_ glob: ArraySlice<ReferenceQuery.Glob>, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = glob.first else { return text.isEmpty }
        switch first {
        case .text(let literal):
            let scalars = Array(literal.unicodeScalars)
            return text.starts(with: scalars) && matches(glob.dropFirst(), text.dropFirst(scalars.count))
        case .any(let range):
            guard range.lowerBound <= text.count else { return false }
            return (range.lowerBound...min(range.upperBound, text.count)).contains { count in
                matches(glob.dropFirst(), text.dropFirst(count))
            }
        }
    }
}
