/// Writes values as JSON in the one canonical form of RFC 8785, the bytes that digests are made of.
///
/// **Shape** No white space; object members sorted by the UTF-16 code units of their names; strings as UTF-8 with only
/// `"`, `\` and control characters escaped; integers in plain decimals; `true`, `false`, `null`.
///
/// Floating-point numbers are refused: decimals are written as strings. Dictionaries must have `String` or `Int` keys,
/// because Swift writes others as lists in no fixed order.
///
/// **Source** RFC 8785 (2020).
package enum CanonicalJSON {
    /// Why a value has no canonical form here.
    package enum Refusal: Error, Hashable, Sendable {
        /// A `Double` or `Float` stands at this path; write the decimal as a string.
        case floatingPoint(path: String)
        /// An integer beyond ±(2^53 − 1) stands at this path; write it as a string.
        case integerTooLarge(path: String)
    }

    /// The largest integer that every JSON reader keeps exactly.
    package static let largestInteger = 9_007_199_254_740_991

    /// The canonical bytes of a value.
    ///
    /// - Parameter value: any encodable value.
    /// - Returns: UTF-8 without line end.
    /// - Throws: `Refusal` for a floating-point number or an integer out of range, and what the value itself throws.
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = CanonicalEncoder()
        try value.encode(to: encoder)
        return encoder.finished
    }

    /// Appends one string with its quotes and escapes.
    package static func append(string: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        let start = output.count
        output.append(contentsOf: string.utf8)
        if let first = firstEscape(in: output, from: start) {
            let rest = Array(output[first...])
            output.removeLast(rest.count)
            append(escaping: rest, to: &output)
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func firstEscape(in bytes: [UInt8], from start: Int) -> Int? {
        let span = bytes.span
        var index = start
        while index < span.count {
            let byte = span[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
            index += 1
        }
        return nil
    }

    /// Appends bytes of which the first is escaped.
    private static func append(escaping bytes: [UInt8], to output: inout [UInt8]) {
        var index = 0
        while index < bytes.count {
            append(escaped: bytes[index], to: &output)
            let next = firstEscape(in: bytes, from: index + 1) ?? bytes.count
            output.append(contentsOf: bytes[(index + 1)..<next])
            index = next
        }
    }

    private static func append(escaped byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
        case 0x08: output += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
        case 0x09: output += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
        case 0x0A: output += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case 0x0C: output += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
        case 0x0D: output += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
        default:
            let digits = Array("0123456789abcdef".utf8)
            output += [
                UInt8(ascii: "\\"), UInt8(ascii: "u"), 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)],
            ]
        }
    }
}
