import Foundation

/// The text of a message as it is transferred: lines of at most 76 ASCII characters that end with CR LF.
///
/// **Source** RFC 2045 sections 6.7 and 6.8.
struct MessageText {
    /// The value of `Content-Transfer-Encoding`.
    let encoding: String
    /// The encoded lines, the last one with its end.
    let lines: String

    /// Encodes a text: quoted-printable where it is ASCII, which servers need not suspect of hiding something, else base64.
    init(_ text: String) {
        let bytes = Self.withLineEnds(text)
        if bytes.allSatisfy({ $0 < 128 }) {
            encoding = "quoted-printable"
            lines = Self.quoted(bytes)
        } else {
            encoding = "base64"
            lines =
                Data(bytes).base64EncodedString(options: [
                    .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
                ]) + "\r\n"
        }
    }

    /// The bytes with CR LF for every CR, LF or CR LF, and one at the end.
    private static func withLineEnds(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var before: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 10 where before == 13: break
            case 10, 13: bytes += [13, 10]
            default: bytes.append(byte)
            }
            before = byte
        }
        if !bytes.isEmpty, bytes.last != 10 { bytes += [13, 10] }
        return bytes
    }

    private static func quoted(_ bytes: [UInt8]) -> String {
        var result = ""
        var column = 0
        for (place, byte) in bytes.enumerated() {
            if byte == 13 || byte == 10 {
                result.unicodeScalars.append(Unicode.Scalar(byte))
                column = 0
                continue
            }
            // A blank at the end of a line may be lost on the way.
            let isLast = bytes[place + 1] == 13
            let isBlank = byte == 32 || byte == 9
            let isPlain = isBlank ? !isLast : (33..<127).contains(byte) && byte != UInt8(ascii: "=")
            let word = isPlain ? String(Unicode.Scalar(byte)) : "=" + hexadecimal(byte)
            // One more is for the sign that the line goes on.
            if column + word.utf8.count > (isLast ? 76 : 75) {
                result += "=\r\n"
                column = 0
            }
            result += word
            column += word.utf8.count
        }
        return result
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
