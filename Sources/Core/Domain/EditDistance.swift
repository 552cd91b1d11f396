/// How far two words are apart: insertions, losses and changes of a character, and neighbours in the wrong order.
///
/// **Source** Optimal string alignment, the restricted form of F. J. Damerau, A technique for computer detection and
/// correction of spelling errors, CACM 7 (1964).
package enum EditDistance {
    /// The distance, or any number above a limit where it is beyond that.
    ///
    /// **Cost** the product of the lengths, less where the words are soon too far apart.
    package static func between<Character: Equatable>(_ one: [Character], _ other: [Character], limit: Int) -> Int {
        guard abs(one.count - other.count) <= limit else { return limit + 1 }
        var before = [Int](repeating: 0, count: other.count + 1)
        var row = Array(0...other.count)
        for (line, character) in one.enumerated() {
            var next = [line + 1]
            next.reserveCapacity(row.count)
            for (column, another) in other.enumerated() {
                var least = min(row[column] + (character == another ? 0 : 1), row[column + 1] + 1, next[column] + 1)
                if line > 0, column > 0, character == other[column - 1], one[line - 1] == another {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            // What is too far apart in a whole row never comes nearer than by exchanging its last two characters.
            if (next.min() ?? 0) > limit + 1 { return limit + 1 }
            before = row
            row = next
        }
        return row[other.count]
    }

    /// How many edits a misspelt word may have: none up to 2 characters, 1 up to 5, 2 beyond.
    ///
    /// **Source** the `AUTO` fuzziness of Lucene and Elasticsearch.
    package static func allowed(for length: Int) -> Int { length < 3 ? 0 : length < 6 ? 1 : 2 }
}
