internal import CQREncode

/// A QR code as a drawing in a page: black on white whatever the page's colours, because cameras want it so.
///
/// **Source** ISO/IEC 18004: 4 modules of quiet zone, error correction level M (15 % may be lost).
struct QRCode: Sendable, Hashable {
    /// Modules of each side, the quiet zone among them.
    let size: Int
    /// The dark modules as a path of SVG, in modules.
    let path: String

    /// Encodes a text; nil for an empty one, and for one that is too long for any code: 2,331 bytes in UTF-8.
    init?(_ text: String) {
        guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { unsafe QRcode_free(code) }
        let width = unsafe Int(code.pointee.width)
        let modules = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                // The lowest bit of a module says whether it is dark.
                let run = unsafe modules[(row * width + column)..<((row + 1) * width)].prefix { $0 & 1 == 1 }.count
                if run > 0 { path += "M\(column + Self.quiet) \(row + Self.quiet)h\(run)v1h-\(run)z" }
                column += run + 1
            }
        }
        size = width + 2 * Self.quiet
        self.path = path
    }

    private static let quiet = 4
}
