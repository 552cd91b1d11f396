import Mustache

/// Escapes text for HTML byte by byte.
///
/// The library's own escaping goes by whole characters and so lets a quotation mark pass that carries a combining
/// mark; an attribute would end there. Bytes leave no such gap, and a text without special signs is not copied.
struct HTMLEscaping: MustacheContentType {
    /// The name under which templates ask for this escaping.
    static let name = "HUIZHI"

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    /// The text with `& < > " '` as references, and without U+0000, which HTML cannot hold.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): result.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): result.append(contentsOf: "&#39;".utf8)
            case 0: continue
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0: true
        default: false
        }
    }
}
