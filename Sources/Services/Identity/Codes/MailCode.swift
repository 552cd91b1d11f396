/// A code that goes by e-mail and is typed: eight characters, 40 bits, in two groups.
package struct MailCode: Sendable, Hashable {
    /// As it is kept and compared: lower case, without the hyphen.
    let folded: String

    /// Draws a code.
    init() { folded = Base32.text(of: randomBytes(5)).lowercased() }

    /// As it is written: `abcd-efgh`.
    package var text: String { folded.prefix(4) + "-" + folded.suffix(4) }

    /// What somebody typed, as it is compared: case, blanks and hyphens do not count, nor which of 0 and O or 1 and I.
    static func folded(_ typed: String) -> String {
        let kept = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
        return String(kept.prefix(16).map { $0 == "0" ? "o" : $0 == "1" ? "i" : $0 })
    }
}
