/// Matches terms against one pattern, keeping its working memory from term to term.
///
/// **Cost** O(pieces x length squared) per term at worst, whatever the wildcards: no backtracking.
struct PatternMatcher {
    private let pattern: Pattern
    private var reached: [Int] = []
    private var next: [Int] = []

    init(_ pattern: Pattern) {
        self.pattern = pattern
    }

    /// Whether the whole term matches.
    mutating func matches(_ term: [UInt8]) -> Bool {
        reached.removeAll(keepingCapacity: true)
        reached.append(0)
        for piece in pattern.pieces {
            next.removeAll(keepingCapacity: true)
            for start in reached {
                collect(piece, from: start, in: term)
            }
            if next.isEmpty { return false }
            swap(&reached, &next)
        }
        return reached.contains { Self.fills(pattern.tail, from: $0, in: term) }
    }

    private mutating func collect(_ piece: Pattern.Piece, from start: Int, in term: [UInt8]) {
        var offset = start
        var skipped = 0
        let most = piece.gap.maximum ?? Int.max
        while skipped <= most, offset + piece.literal.count <= term.count {
            if skipped >= piece.gap.minimum, Self.holds(piece.literal, at: offset, in: term) {
                let end = offset + piece.literal.count
                if !next.contains(end) { next.append(end) }
            }
            guard let following = Self.characterEnd(after: offset, in: term) else { return }
            offset = following
            skipped += 1
        }
    }

    private static func holds(_ literal: [UInt8], at offset: Int, in term: [UInt8]) -> Bool {
        for index in 0..<literal.count where term[offset + index] != literal[index] { return false }
        return true
    }

    private static func fills(_ gap: Pattern.Gap, from start: Int, in term: [UInt8]) -> Bool {
        var offset = start
        var count = 0
        while let following = characterEnd(after: offset, in: term) {
            offset = following
            count += 1
            if let most = gap.maximum, count > most { return false }
        }
        return count >= gap.minimum
    }

    /// The offset behind the character at `offset`, nil at the end of the term.
    private static func characterEnd(after offset: Int, in term: [UInt8]) -> Int? {
        guard offset < term.count else { return nil }
        var end = offset + 1
        while end < term.count, term[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}
