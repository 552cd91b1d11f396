/// Which answers are sent as gzip.
///
/// Compressing a secret beside text that a stranger chooses gives the secret away by its length (BREACH). Nothing that
/// this site sends is secret: no sign-in, no token, no text of another reader. Pages that will carry one must be left out.
enum Compression {
    /// A shorter body is sent as it is: it fits into one packet anyway.
    static let leastBytes = 1_024

    /// Whether a body of this type gets shorter: texts do, pictures and fonts are compressed already.
    static func suits(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasSuffix("json") || type.contains("xml") || type.hasPrefix("image/svg")
    }

    /// Whether an `Accept-Encoding` header takes gzip (RFC 9110, 12.5.3): named or meant by `*`, and not with `q=0`.
    static func isAccepted(by header: String) -> Bool {
        var isStarAccepted = false
        for part in header.lowercased().split(separator: ",") {
            let fields = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let name = fields.first else { continue }
            let quality = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if name == "gzip" || name == "x-gzip" { return quality > 0 }
            if name == "*" { isStarAccepted = quality > 0 }
        }
        return isStarAccepted
    }
}
