/// What may be an e-mail address of an account.
///
/// **Source** RFC 5321 (2008) sections 4.1.2 and 4.5.3.1, without quoted local parts, address literals and addresses beyond
/// ASCII (RFC 6531), which few servers take.
enum EmailAddress {
    /// The address without blanks around it; nil where it is none.
    static func read(_ text: String) -> String? {
        let trimmed = text.drop { $0.isWhitespace }
        let address = String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, (1...64).contains(halves[0].utf8.count), halves[1].utf8.count <= 255,
            address.utf8.count <= 254, isDotted(halves[0], of: local)
        else { return nil }
        let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        let isHost =
            labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
                    && label.utf8.first != hyphen && label.utf8.last != hyphen
            }
        return isHost ? address : nil
    }

    /// The form under which an address is found: addresses that differ in case only are one.
    static func folded(_ address: String) -> String { address.lowercased() }

    private static let hyphen = UInt8(ascii: "-")
    private static let local = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func isDotted(_ text: Substring, of others: Set<UInt8>) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { isLetterOrDigit($0) || others.contains($0) }
        }
    }
}
