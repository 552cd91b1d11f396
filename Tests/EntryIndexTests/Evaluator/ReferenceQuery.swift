@testable import EntryIndex

/// A word, phrase or pattern of a query, taken apart for looking it up position by position.
struct ReferenceQuery {
    /// What has to stand at a position.
    enum Element {
        /// This Han character; in the run of the element before where `continuesRun`.
        case han(String, continuesRun: Bool)
        /// Any Han characters of the run, so many.
        case gap(ClosedRange<Int>)
        /// A whole word.
        case word(Word)
    }

    struct Word {
        var glob: [Glob]
        var hasForms: Bool
        /// The parts that inner capitals show.
        var camel: [String] = []
        var isLetters: Bool
        /// Joined to the word before by a hyphen.
        var isJoined = false

        /// The word itself, without signs.
        var plain: String? {
            var whole = ""
            for piece in glob {
                guard case .text(let text) = piece else { return nil }
                whole += text
            }
            return whole
        }
    }

    enum Glob {
        case text(String)
        case any(ClosedRange<Int>)
    }

    private(set) var elements: [Element] = []
    /// Whether the pattern says that a name begins or ends with it.
    var startsName = false
    var endsName = false
    private let hasForms: Bool
    private let isName: Bool

    init(_ term: Expression.Term, isName: Bool, isAnchored: Bool) {
        self.isName = isName
        switch term {
        case .word(let text):
            hasForms = !isName
            add(text, signBefore: nil)
        case .phrase(let text):
            hasForms = false
            add(text, signBefore: nil)
        case .pattern(let pieces):
            hasForms = false
            addPattern(pieces, isAnchored: isAnchored)
        }
    }

    private mutating func add(_ text: String, signBefore sign: Sign?) {
        let units = ReferenceText(text, isName: isName).units
        for (place, unit) in units.enumerated() {
            let sign = place == 0 ? sign : nil
            guard unit.kind == .han else {
                addWord(unit, text, sign?.inWord)
                continue
            }
            if let sign { elements.append(.gap(sign.inHan)) }
            elements.append(.han(unit.text, continuesRun: unit.continuesRun || sign != nil))
        }
    }

    private mutating func addWord(_ unit: ReferenceText.Unit, _ text: String, _ sign: ClosedRange<Int>?) {
        let isLetters = unit.kind == .letters
        var word = Word(glob: [.text(unit.text)], hasForms: hasForms && isLetters, isLetters: isLetters)
        word.isJoined = unit.isJoined
        if !isName, isLetters { word.camel = Self.camel(text, unit.text) }
        if let sign {
            if case .word(var before)? = elements.last, before.isLetters == isLetters {
                before.glob += [.any(sign)] + word.glob
                elements[elements.count - 1] = .word(before)
                return
            }
            word.glob.insert(.any(sign), at: 0)
        }
        elements.append(.word(word))
    }

    /// `wi`, `fi` of WiFi.
    private static func camel(_ text: String, _ folded: String) -> [String] {
        guard text.lowercased() == folded else { return [] }
        var parts: [String] = []
        for (place, character) in text.enumerated() {
            let before = place == 0 ? nil : text[text.index(text.startIndex, offsetBy: place - 1)]
            if parts.isEmpty || (character.isUppercase && before?.isLowercase == true) { parts.append("") }
            parts[parts.count - 1] += character.lowercased()
        }
        return parts.count > 1 ? parts : []
    }

    /// How many characters the signs between two pieces, or at an end, stand for.
    private struct Sign {
        var inWord: ClosedRange<Int>
        var inHan: ClosedRange<Int>
    }

    private mutating func addPattern(_ pieces: [Expression.Piece], isAnchored: Bool) {
        let signs = pieces.map { if case .text = $0 { false } else { true } }
        let leading = zip(pieces, signs).prefix { $0.1 }.map(\.0)
        let trailing = zip(pieces, signs).reversed().prefix { $0.1 }.map(\.0)
        startsName = isAnchored && !leading.contains(.any)
        endsName = isAnchored && !trailing.contains(.any)
        var open: [Expression.Piece] = []
        for piece in pieces {
            guard case .text(let text) = piece else {
                open.append(piece)
                continue
            }
            add(text, signBefore: open.isEmpty ? nil : sign(open, isInner: !elements.isEmpty, isAnchored: startsName))
            open = []
        }
        guard !open.isEmpty else { return }
        let tail = sign(open, isInner: false, isAnchored: endsName)
        guard case .word(var word)? = elements.last else {
            elements.append(.gap(tail.inHan))
            return
        }
        word.glob.append(.any(tail.inWord))
        elements[elements.count - 1] = .word(word)
    }

    private func sign(_ signs: [Expression.Piece], isInner: Bool, isAnchored: Bool) -> Sign {
        let least = signs.count { $0 == .one }
        let most = signs.count { $0 != .any }
        let isUnlimited = signs.contains(.any)
        // Inside a word any number of characters are ten at most; at the ends of a Han word, which is found inside
        // longer ones, only what has to stand there counts, unless the name begins or ends there.
        let inner = least...(isUnlimited ? max(10, least) : most)
        if isInner { return Sign(inWord: inner, inHan: inner) }
        return Sign(
            inWord: least...(isUnlimited ? 1_000 : most),
            inHan: isAnchored ? least...most : least...least
        )
    }
}
