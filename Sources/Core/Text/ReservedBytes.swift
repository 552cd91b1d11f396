/// The bytes that keep the terms of the analysis apart from the words of texts.
///
/// Words are UTF-8 of letters, digits or Han and never hold a byte below 0x20. Terms that are no words begin with the
/// byte 0, as the index reserves it, so a truncated word (`+phone`) never meets them.
public enum ReservedBytes {
    /// Begins a stem term: 00 01, then the stem; see ``TokenList/Kind/stem``.
    public static let stem: [UInt8] = [0x00, 0x01]
    /// Begins a joined term: 00 02, the number of parts as one byte, then the joined form.
    public static let joined: [UInt8] = [0x00, 0x02]
    /// The term of the last positions of the runs of Han characters; 00 68.
    public static let hanRunEnd: [UInt8] = [0x00, 0x68]
    /// Follows the last character of a run of Han characters in place of the next one: 01 01.
    ///
    /// It is two bytes, that is two characters to a pattern, so that "exactly one character more" (`光#`) does not meet
    /// the end of a run, and "one or more" does.
    public static let hanEndMark: [UInt8] = [0x01, 0x01]

    /// The stem term of a stem.
    public static func stemTerm(_ stem: some Collection<UInt8>) -> [UInt8] { self.stem + stem }

    /// A term as a person reads it: without the bytes that keep it apart; a stem ends with `~`.
    public static func readable(_ term: [UInt8]) -> String {
        let start = term.starts(with: joined) ? joined.count + 1 : 0
        let text = String(decoding: term.dropFirst(start).filter { $0 >= 0x20 }, as: UTF8.self)
        return term.starts(with: stem) ? text + "~" : text
    }

    /// The joined term of a word that stands in a text as `parts` joined parts.
    public static func joinedTerm(_ word: some Collection<UInt8>, parts: Int) -> [UInt8] {
        joined + [UInt8(truncatingIfNeeded: parts)] + word
    }
}
