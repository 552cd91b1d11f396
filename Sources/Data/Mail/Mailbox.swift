package import Domain

/// An address with the name that readers see: `惠知 <noreply@ip.example.cn>`, or the address alone.
///
/// **Source** RFC 5322 section 3.4.
package struct Mailbox: Sendable, Hashable {
    /// The characters (code points) of a name at most.
    static let longestName = 64

    /// The name, or nil.
    package let name: String?
    package let address: MailAddress

    /// Reads a name and an address in angle brackets, or an address.
    ///
    /// - Parameters:
    ///   - text: what an operator wrote; quotes around the name are taken off.
    ///   - field: what an error names.
    /// - Throws: `Failure.invalid` for no single address, and for a name that is too long, looks like an address or would
    ///   be shown in another order than it is written.
    package init(_ text: String, field: String) throws(Failure) {
        let text = text.trimmingBlanks
        guard text.hasSuffix(">"), let start = text.firstIndex(of: "<") else {
            name = nil
            address = try MailAddress(String(text), field: field)
            return
        }
        address = try MailAddress(String(text[text.index(after: start)...].dropLast()), field: field)
        var name = text[..<start].trimmingBlanks
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = name.dropFirst().dropLast() }
        guard name.unicodeScalars.count <= Self.longestName, !name.contains(where: { "@<>\"\\".contains($0) }) else {
            throw .invalid(
                field: field,
                reason: "the name before the address has at most \(Self.longestName) characters and none of @ < > \" \\"
            )
        }
        try HeaderText.check(String(name), field: field)
        self.name = name.isEmpty ? nil : String(name)
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The text without blanks at both ends; line ends are no blanks.
    fileprivate var trimmingBlanks: Substring {
        let rest = drop { $0 == " " }
        return rest.lastIndex { $0 != " " }.map { rest[...$0] } ?? ""
    }
}
