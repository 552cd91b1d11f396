import Mail

/// What may be the e-mail address of an account: what mail can be sent to.
enum EmailAddress {
    /// The address without blanks around it, its host as mail is sent there; nil where it is none.
    static func read(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1 else { return nil }
        // Why it is none the page says for all such texts alike.
        return try? MailAddress(String(words[0]), field: "email").text
    }

    /// The form under which an address is found: addresses that differ in case only are one.
    static func folded(_ address: String) -> String { address.lowercased() }
}
