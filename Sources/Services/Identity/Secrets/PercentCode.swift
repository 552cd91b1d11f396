/// Text inside an address: percent-coded but for the unreserved characters of RFC 3986 section 2.3.
enum PercentCode {
    private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

    static func text(of text: String) -> String {
        text.utf8.map { byte in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.utf8.count == 1 ? "0" : "") + hex
        }.joined()
    }

    /// An address with more parameters at its end.
    static func address(_ address: String, adding pairs: [(name: String, value: String)]) -> String {
        let query = pairs.map { $0.name + "=" + text(of: $0.value) }.joined(separator: "&")
        guard !query.isEmpty else { return address }
        return address + (address.contains("?") ? "&" : "?") + query
    }
}

extension String {
    /// Whether two addresses are the same byte by byte; strings of Swift are also equal where only their letters look alike.
    ///
    /// **Source** RFC 9700 section 2.1 (exact string matching).
    func isSame(as other: String?) -> Bool { other.map { utf8.elementsEqual($0.utf8) } ?? false }
}
