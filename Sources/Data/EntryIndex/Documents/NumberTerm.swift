/// Numbers as dictionary terms, each in one form that every way of typing it leads to.
///
/// **Shape** The byte 2, two letters of ``Kind``, a colon, the country, the number, a full stop and what follows the
/// number proper: a Chinese application's check digit or a publication's kind code. A number of another country than
/// China stands there a second time without its country, one with leading zeros also without them. The prefix alone
/// says that the record has a number of the kind.
package enum NumberTerm {
    /// What kind of number a term is.
    package enum Kind: String, CaseIterable, Sendable {
        case application = "an"
        case publication = "pn"
        case registration = "rn"
        case priority = "pr"
        case internationalApplication = "pa"
        case internationalPublication = "pp"
        case parent = "dv"
        case family = "fm"
        case citation = "ct"

        /// Whether numbers of this kind are those of publications, with a kind code behind them.
        var isPublished: Bool {
            switch self {
            case .publication, .internationalPublication, .family, .citation: true
            case .application, .registration, .priority, .internationalApplication, .parent: false
            }
        }
    }

    /// Stands between a number and what follows it.
    static let separator = "."

    /// What all terms of a kind begin with.
    package static func prefix(_ kind: Kind) -> [UInt8] {
        [0x02] + Array(kind.rawValue.utf8) + [0x3A]
    }

    /// A term, or the beginning of one.
    static func term(_ kind: Kind, _ text: String) -> [UInt8] {
        prefix(kind) + Array(text.utf8)
    }

    /// Letters and digits, upper case: what is left of a number without its signs.
    static func bare(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A: bytes.append(byte)
            case 0x61...0x7A: bytes.append(byte - 0x20)
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number without leading zeros, unless it is nothing else.
    static func withoutLeadingZeros(_ number: String) -> String {
        let rest = number.utf8.drop { $0 == 0x30 }
        return rest.isEmpty ? number : String(decoding: rest, as: UTF8.self)
    }

    /// A number and the kind code at its end: a letter, perhaps with a digit, behind a digit; nil without one.
    static func splitKind(_ number: String) -> (number: String, kind: String)? {
        let bytes = Array(number.utf8)
        func isLetter(_ place: Int) -> Bool { place > 0 && bytes[place] > 0x39 && bytes[place - 1] <= 0x39 }
        let place = bytes.count - 1
        let start = isLetter(place) ? place : place > 0 && bytes[place] <= 0x39 && isLetter(place - 1) ? place - 1 : nil
        guard let start else { return nil }
        return (String(decoding: bytes[..<start], as: UTF8.self), String(decoding: bytes[start...], as: UTF8.self))
    }
}
