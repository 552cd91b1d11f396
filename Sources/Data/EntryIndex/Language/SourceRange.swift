/// A stretch of a query as its writer typed it.
///
/// **Units** characters, that is Unicode scalar values, from 0. A Han character, a letter and a zero-width character
/// each count one.
package struct SourceRange: Hashable, Sendable {
    /// Where it begins.
    package var position: Int
    /// How many characters it has; 0 is the place before `position`.
    package var length: Int

    /// Marks so many characters from a position.
    package init(position: Int, length: Int) {
        self.position = position
        self.length = length
    }

    /// The first position after it.
    package var end: Int { position + length }

    /// The stretch from the beginning of this one to the end of a later one.
    package func through(_ other: SourceRange) -> SourceRange {
        let start = min(position, other.position)
        return SourceRange(position: start, length: max(end, other.end) - start)
    }
}
