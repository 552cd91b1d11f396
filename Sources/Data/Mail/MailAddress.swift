package import Domain
import Foundation

/// One e-mail address, `local@host`, as SMTP carries it: ASCII, without quotes, comments or routes.
///
/// The host is in small letters; one in other scripts becomes its ASCII form (`例子.中国` is `xn--fsqu00a.xn--fiqs8s`),
/// so that no two addresses look alike and are not. The part before the @ is kept as it came.
///
/// **Source** RFC 5321 section 4.1.2 (dot-string and domain) and 4.5.3.1; RFC 5891 and UTS 46 for other scripts.
package struct MailAddress: Sendable, Hashable {
    /// The bytes of a whole address at most.
    static let longest = 254
    /// The bytes before the @ at most.
    static let longestLocal = 64

    /// What stands before the @.
    package let local: String
    /// What stands behind it, in small ASCII letters.
    package let host: String

    /// The whole address.
    package var text: String { local + "@" + host }

    /// Reads an address.
    ///
    /// - Parameters:
    ///   - text: the address alone, without a name or angle brackets.
    ///   - field: what an error names.
    /// - Throws: `Failure.invalid`, whose reason never repeats the address.
    package init(_ text: String, field: String) throws(Failure) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw .invalid(field: field, reason: "write one e-mail address, such as name@example.cn")
        }
        guard Self.isLocal(parts[0]) else {
            throw .invalid(
                field: field,
                reason: "the part before the @ is at most 64 Latin letters, digits and signs such as . - _ +"
            )
        }
        guard let host = Self.host(String(parts[1])), parts[0].utf8.count + 1 + host.utf8.count <= Self.longest else {
            throw .invalid(field: field, reason: "the part behind the @ is no name of a host, such as example.cn")
        }
        local = String(parts[0])
        self.host = host
    }

    /// Whether it is words of letters, digits and the signs of RFC 5322 `atext`, with dots between them.
    private static func isLocal(_ text: Substring) -> Bool {
        guard (1...longestLocal).contains(text.utf8.count) else { return false }
        let words = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return words.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtom) }
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    /// Whether a byte is a Latin letter or a digit.
    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// The ASCII form of a fully qualified name of a host; nil where it is none.
    static func host(_ text: String) -> String? {
        var ascii = text
        if !text.utf8.allSatisfy({ $0 < 128 }) {
            var components = URLComponents()
            components.scheme = "http"
            components.host = text
            guard let encoded = components.encodedHost else { return nil }
            ascii = encoded
        }
        let name = ascii.lowercased()
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, name.utf8.count <= 253, labels.allSatisfy(isLabel) else { return nil }
        // Numbers alone are an address of the network.
        guard let last = labels.last, !last.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return name
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
}
