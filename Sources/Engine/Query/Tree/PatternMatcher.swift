/// Matches terms against one pattern, keeping its working memory from term to term.
///
/// **Cost** O(pieces x length squared) per term at worst, whatever the wildcards: no backtracking.
struct PatternMatcher {
    private let pattern: Pattern
    /// By offset in the term: whether the pieces so far can end there.
    private var reached: [Bool] = []
    private var next: [Bool] = []

    init(_ pattern: Pattern) {
        self.pattern = pattern
    }

    /// Whether the whole term matches.
    mutating func matches(_ term: [UInt8]) -> Bool {
        Self.clear(&reached, term.count + 1)
        reached[0] = true
        for piece in pattern.pieces {
            Self.clear(&next, term.count + 1)
            var isAnywhere = false
            for start in 0...term.count where reached[start] {
                isAnywhere = collect(piece, from: start, in: term) || isAnywhere
            }
            if !isAnywhere { return false }
            swap(&reached, &next)
        }
        for start in 0...term.count where reached[start] {
            if Self.fills(pattern.tail, from: start, in: term) { return true }
        }
        return false
    }

    private static func clear(_ offsets: inout [Bool], _ count: Int) {
        offsets.removeAll(keepingCapacity: true)
        for _ in 0..<count { offsets.append(false) }
    }

    /// Marks every offset at which the piece can end when its gap begins at `start`; says whether there is one.
    private mutating func collect(_ piece: Pattern.Piece, from start: Int, in term: [UInt8]) -> Bool {
        var offset = start
        var skipped = 0
        var isFound = false
        let most = piece.gap.maximum ?? Int.max
        while skipped <= most, offset + piece.literal.count <= term.count {
            if skipped >= piece.gap.minimum, Self.holds(piece.literal, at: offset, in: term) {
                next[offset + piece.literal.count] = true
                isFound = true
            }
            guard let following = Self.characterEnd(after: offset, in: term) else { break }
            offset = following
            skipped += 1
        }
        return isFound
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
