/// The query part of a URL as names and values in the order they stand.
///
/// Reading is tolerant: a broken percent sign stays as it is, bytes that are no UTF-8 become U+FFFD, a name without a
/// sign has an empty value. Printing has one form: unreserved characters and `: , /` as they are, a blank as `+`,
/// everything else percent-coded from UTF-8.
///
/// **Source** RFC 3986 sections 2.3 and 3.4; the form coding of the WHATWG URL standard, section 5.
package struct Parameters: Sendable, Hashable {
    package private(set) var pairs: [(name: String, value: String)] = []

    package init() {}

    /// Reads the text after the question mark.
    package init(_ text: some StringProtocol) {
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first, !name.isEmpty else { continue }
            let value = halves.count == 2 ? Self.decoded(halves[1], plusIsBlank: true) : ""
            pairs.append((Self.decoded(name, plusIsBlank: true), value))
        }
    }

    /// The first value of a name.
    package subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// The language of the page that is asked for.
    package var language: PageLanguage { self["lang"].flatMap(PageLanguage.init(rawValue:)) ?? .zh }

    /// Whether they ask for anything: more than a language and a choice of the display.
    package var ask: Bool { pairs.contains { $0.name != "lang" && !DisplayChoice.names.contains($0.name) } }

    /// Adds a name at the end.
    package mutating func append(_ name: String, _ value: String) {
        pairs.append((name, value))
    }

    /// The same without these names.
    package func without(_ names: Set<String>) -> Parameters {
        var rest = Parameters()
        rest.pairs = pairs.filter { !names.contains($0.name) }
        return rest
    }

    /// The text after the question mark; empty where there is nothing.
    package var text: String {
        pairs.map { name, value in
            Self.encoded(name, blankIsPlus: true) + "=" + Self.encoded(value, blankIsPlus: true)
        }.joined(separator: "&")
    }

    package static func == (left: Parameters, right: Parameters) -> Bool {
        left.pairs.count == right.pairs.count && zip(left.pairs, right.pairs).allSatisfy { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        for (name, value) in pairs {
            hasher.combine(name)
            hasher.combine(value)
        }
    }

    /// Undoes percent-coding; what is not a percent sign with two hexadecimal digits stays.
    static func decoded(_ bytes: some Collection<UInt8>, plusIsBlank: Bool) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+"), plusIsBlank {
                result.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt8? {
        guard digits.count == 2 else { return nil }
        var value: UInt8 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | (digit - 0x30)
            case 0x41...0x46: value = value << 4 | (digit - 0x41 + 10)
            case 0x61...0x66: value = value << 4 | (digit - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }

    /// Percent-codes a text for a query (blank as `+`) or for one segment of a path.
    static func encoded(_ text: String, blankIsPlus: Bool) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: ","):
                result.append(byte)
            case UInt8(ascii: "/") where blankIsPlus:
                result.append(byte)
            case UInt8(ascii: " ") where blankIsPlus:
                result.append(UInt8(ascii: "+"))
            default:
                result.append(UInt8(ascii: "%"))
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
