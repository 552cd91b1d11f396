import Index

/// A span tree of one segment as a flat list of steps, with the words that it reads.
struct SpanProgram {
    /// One place of a phrase, or one where the word must not stand.
    struct PhraseSlot {
        var word: Int
        var offset: Int
        var isAbsent: Bool
    }

    /// What a step finds; other steps are named by their number, which is always smaller.
    ///
    /// No case holds a reference, so that taking a step up costs nothing.
    enum Step {
        /// Every place of a word.
        case word(Int, width: Int)
        /// Words at offsets from a start, absent ones last; a found phrase runs from the start over `length` positions.
        ///
        /// `mayCross` says whether places are possible that run over the end of a paragraph.
        case phrase(slots: Range<Int>, length: Int, mayCross: Bool)
        /// The places of any of these steps.
        case anyOf(members: Range<Int>)
        /// The shortest of the places of a step that begin at one position.
        case starts(Int)
        /// The places of two steps brought together.
        case join(Int, Int, PlaceJoin)
    }

    /// What a frequency is the sum of.
    enum Addend {
        /// The frequencies of a word's terms.
        case word(Int)
        /// The different places that a step finds.
        case places(Int)
    }

    private(set) var steps: [Step] = []
    /// The places of all phrases.
    private(set) var slots: [PhraseSlot] = []
    /// The steps of all or-groups.
    private(set) var members: [Int] = []
    /// The terms of each word.
    private(set) var words: [[[UInt8]]] = []
    /// Whether ends of paragraphs are asked for.
    private(set) var needsParagraphs = false
    /// Whether ends of sentences are asked for.
    private(set) var needsSentences = false
    private let maximumSpans: Int

    init(maximumSpans: Int) {
        self.maximumSpans = maximumSpans
    }

    /// Adds the steps of a tree and returns the number of the last one.
    mutating func add(_ tree: SpanTree) -> Int {
        switch tree {
        case .word(let alternatives, let width):
            append(.word(addWord(alternatives), width: Int(width)))
        case .phrase(let slots):
            addPhrase(slots)
        case .anyOf(let members):
            addMembers(members)
        case .starts(let inner):
            append(.starts(add(inner)))
        case .near(let first, let second, let distance, let ordered):
            addJoin(
                first,
                second,
                distance: min(max(0, distance), Int(UInt32.max)),
                isOrdered: ordered,
                isInSentence: false
            )
        case .sameSentence(let first, let second):
            addJoin(first, second, distance: nil, isOrdered: false, isInSentence: true)
        case .sameParagraph(let first, let second):
            addJoin(first, second, distance: nil, isOrdered: false, isInSentence: false)
        }
    }

    /// Adds what a frequency of this tree is the sum of.
    mutating func addends(_ tree: SpanTree) -> [Addend] {
        switch tree {
        case .word(let alternatives, _):
            return [.word(addWord(alternatives))]
        case .phrase(let slots) where slots.count == 1 && !slots[0].isAbsent:
            return [.word(addWord(slots[0].alternatives))]
        case .anyOf(let members):
            var sum: [Addend] = []
            for member in members { sum += addends(member) }
            return sum
        case .phrase, .starts, .near, .sameSentence, .sameParagraph:
            return [.places(add(tree))]
        }
    }

    private mutating func append(_ step: Step) -> Int {
        steps.append(step)
        return steps.count - 1
    }

    private mutating func addWord(_ alternatives: Alternatives) -> Int {
        if case .terms(let terms) = alternatives { addWord(terms) } else { addWord([]) }
    }

    /// Adds a word of some terms, unless it is there, and returns its number.
    mutating func addWord(_ terms: [[UInt8]]) -> Int {
        if let known = words.firstIndex(of: terms) { return known }
        words.append(terms)
        return words.count - 1
    }

    private mutating func addPhrase(_ slots: [Slot]) -> Int {
        let wanted = slots.filter { !$0.isAbsent }
        let least = Int(wanted.map(\.offset).min() ?? 0)
        let end = slots.map { Int($0.offset) + Int($0.width) }.max() ?? 0
        if wanted.isEmpty { return append(.anyOf(members: 0..<0)) }
        if slots.count == 1 {
            return append(.word(addWord(slots[0].alternatives), width: Int(slots[0].width)))
        }
        var places: [PhraseSlot] = []
        for slot in wanted + slots.filter(\.isAbsent) {
            let word = addWord(slot.alternatives)
            places.append(PhraseSlot(word: word, offset: Int(slot.offset) - least, isAbsent: slot.isAbsent))
        }
        self.slots += places
        let mayCross = Self.mayCross(wanted, from: least, to: end)
        if mayCross { needsParagraphs = true }
        let step = Step.phrase(
            slots: (self.slots.count - places.count)..<self.slots.count,
            length: end - least,
            mayCross: mayCross
        )
        return append(step)
    }

    /// Whether a phrase of these slots can run over the end of a paragraph, behind which no term stands.
    private static func mayCross(_ wanted: [Slot], from least: Int, to end: Int) -> Bool {
        var covered = least
        for slot in wanted.sorted(by: { $0.offset < $1.offset }) {
            if Int(slot.offset) > covered { return true }
            covered = max(covered, Int(slot.offset) + Int(slot.width))
        }
        return covered < end
    }

    private mutating func addMembers(_ members: [SpanTree]) -> Int {
        var numbers: [Int] = []
        for member in members { numbers.append(add(member)) }
        self.members += numbers
        return append(.anyOf(members: (self.members.count - numbers.count)..<self.members.count))
    }

    private mutating func addJoin(
        _ first: SpanTree,
        _ second: SpanTree,
        distance: Int?,
        isOrdered: Bool,
        isInSentence: Bool
    ) -> Int {
        let left = add(first)
        let right = add(second)
        needsParagraphs = true
        if isInSentence { needsSentences = true }
        let join = PlaceJoin(
            distance: distance,
            isOrdered: isOrdered,
            isInSentence: isInSentence,
            limit: maximumSpans
        )
        return append(.join(left, right, join))
    }
}
