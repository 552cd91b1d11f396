/// The closed list of places where the databases differ, written `{name}` in a statement.
package enum SQLToken: Sendable, Hashable {
    /// `{int}`: a whole number of 64 bits.
    case int
    /// `{text}`: text compared by its code points.
    case text
    /// `{bytes}`: opaque bytes.
    case bytes
    /// `{real}`: a floating-point number of 64 bits.
    case real
    /// `{skip locked}`: pass over rows that another transaction holds.
    case skipLocked
    /// `{partition hash COLUMN N}` after a table: N partitions by the hash of COLUMN (several are joined by commas).
    case partitionHash(column: String, count: Int)
    /// `{partition log}` after a table: partitions of ten million lines by sequence.
    case partitionLog

    /// Reads what stands between the braces.
    ///
    /// - Throws: `DatabaseError.unknownToken` for anything outside the list.
    package init(_ content: String) throws {
        let words = content.split(separator: " ").map(String.init)
        switch words {
        case ["int"]: self = .int
        case ["text"]: self = .text
        case ["bytes"]: self = .bytes
        case ["real"]: self = .real
        case ["skip", "locked"]: self = .skipLocked
        case ["partition", "log"]: self = .partitionLog
        default:
            guard words.count == 4, words[0] == "partition", words[1] == "hash", let count = Int(words[3]), count > 0
            else { throw DatabaseError.unknownToken(content) }
            self = .partitionHash(column: words[2], count: count)
        }
    }
}
