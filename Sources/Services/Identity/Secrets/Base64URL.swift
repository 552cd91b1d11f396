internal import Foundation

/// Bytes as text for addresses, cookies and forms: base64 with `-` and `_` and without padding.
///
/// **Source** RFC 4648 section 5.
package enum Base64URL {
    /// The text of some bytes.
    package static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The bytes of a text; nil unless it is written exactly as ``text(of:)`` would write them.
    package static func bytes(of text: String) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let plain = text.replacing("-", with: "+").replacing("_", with: "/") + padding
        // Two texts for one value would make two secrets of one.
        guard let data = Data(base64Encoded: plain), Self.text(of: Array(data)) == text else { return nil }
        return Array(data)
    }
}
