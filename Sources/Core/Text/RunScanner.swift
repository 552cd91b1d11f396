/// Finds where runs end; the one place that knows what joins and what parts, for texts and queries alike.
enum RunScanner {
    /// The end of the run of one kind that begins at `start`; a long vowel mark belongs to the kana before it.
    static func runEnd(_ folded: [FoldedScalar], _ start: Int) -> Int {
        let kind = folded[start].kind
        var end = start + 1
        while end < folded.count {
            let next = folded[end]
            guard next.kind == kind || (kind == .hiragana && next.scalar == 0x30FC) else { break }
            end += 1
        }
        return end
    }

    /// The end of the number that begins at `start`: digits, and full stops between digits.
    static func numberEnd(_ folded: [FoldedScalar], _ start: Int) -> Int {
        var end = runEnd(folded, start)
        while end + 1 < folded.count, folded[end].kind == .fullStop, folded[end + 1].kind == .digit {
            end = runEnd(folded, end + 1)
        }
        return end
    }

    /// Collects the parts of the word that begins at `start`, one part unless joined; gives the end of the whole.
    static func word(_ folded: [FoldedScalar], _ start: Int, into parts: inout [Run]) -> Int {
        parts.removeAll(keepingCapacity: true)
        var lower = start
        while true {
            let upper = runEnd(folded, lower)
            parts.append(Run(lower: lower, upper: upper))
            guard upper + 1 < folded.count, folded[upper + 1].kind == .letter else { return upper }
            switch folded[upper].kind {
            case .hyphen: break
            case .apostrophe:
                if let end = possessiveEnd(folded, upper) { return end }
            case .fullStop:
                guard upper - lower == 1, runEnd(folded, upper + 1) == upper + 2 else { return upper }
            default: return upper
            }
            lower = upper + 1
        }
    }

    /// Whether the line end at `index` stands directly between two Han characters; then the second one's index.
    static func hanBehindLineEnd(_ folded: [FoldedScalar], _ index: Int) -> Int? {
        guard index > 0, folded[index].kind == .lineEnd, folded[index].scalar != 0x2029 else { return nil }
        let next = lineEndEnd(folded, index)
        guard folded[index - 1].kind == .han, next < folded.count, folded[next].kind == .han else { return nil }
        return next
    }

    /// The index behind one line end; a carriage return and a line feed are one.
    static func lineEndEnd(_ folded: [FoldedScalar], _ index: Int) -> Int {
        let isPair = folded[index].scalar == 0x0D && index + 1 < folded.count && folded[index + 1].scalar == 0x0A
        return index + (isPair ? 2 : 1)
    }

    /// The index behind the possessive `'s` at `index`, nil when none stands there.
    static func possessiveEnd(_ folded: [FoldedScalar], _ index: Int) -> Int? {
        guard index + 1 < folded.count, folded[index].kind == .apostrophe, folded[index + 1].scalar == 0x73 else {
            return nil
        }
        return index + 2 == folded.count || folded[index + 2].kind != .letter ? index + 2 : nil
    }
}
