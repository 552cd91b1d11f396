import Domain
import Foundation

/// What may be an address of a client, to which browsers are sent back or messages go.
///
/// **Source** OpenID Connect Core 1.0 section 3.1.2.1, RFC 8252 sections 7 and 8.4, RFC 9700 section 2.1.
package enum ClientAddress {
    /// The longest address; bytes.
    static let longest = 512
    /// Hosts of the own machine, where a program listens without HTTPS.
    private static let loopback: Set<String> = ["127.0.0.1", "localhost"]

    /// An address to go back to, as it was written: HTTPS, HTTP on the own machine, or for a public client a scheme of its
    /// own with a dot in it.
    ///
    /// - Throws: `Failure.invalid` with the field.
    static func redirect(_ text: String, isPublic: Bool, field: String) throws -> String {
        let parts = try parts(text, field)
        let scheme = parts.scheme ?? ""
        if isPublic, scheme.contains("."), scheme.allSatisfy({ $0.isLowercase || $0.isNumber || $0 == "." }) {
            return text
        }
        guard scheme == "https" || scheme == "http" && loopback.contains(parts.host ?? "") else {
            throw Failure.invalid(
                field: field,
                reason: "\(text) is not https://..., nor http://127.0.0.1... of a program on one's own machine"
                    + (isPublic ? ", nor a scheme of its own such as cn.example.app:/signed-in" : "")
            )
        }
        return text
    }

    /// An address to which this node sends messages: HTTPS, or HTTP on the own machine.
    ///
    /// - Throws: `Failure.invalid` with the field.
    static func message(_ text: String, field: String) throws -> String {
        try redirect(text, isPublic: false, field: field)
    }

    /// The host that addresses on the network share; nil where all are on the own machine or have schemes of their own.
    ///
    /// - Throws: `Failure.invalid` where they have two: the host is what accounts are named apart by.
    static func sector(_ addresses: [String], field: String) throws -> String? {
        let hosts = Set(
            addresses.compactMap { URLComponents(string: $0) }.filter { $0.scheme == "https" }.compactMap(\.host)
        ).subtracting(loopback)
        guard hosts.count <= 1 else {
            throw Failure.invalid(
                field: field,
                reason:
                    "they have more than one host (\(hosts.sorted().joined(separator: ", "))); register a client for each"
            )
        }
        return hosts.first
    }

    /// What the policy of a page names, so that a form may lead to an address: its origin, or its scheme.
    package static func source(_ address: String) -> String {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme else { return "'none'" }
        guard scheme == "https" || scheme == "http", let host = parts.host else { return scheme + ":" }
        return scheme + "://" + host + (parts.port.map { ":\($0)" } ?? "")
    }

    private static func parts(_ text: String, _ field: String) throws -> URLComponents {
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}'".utf8.contains($0) }
        guard isPlain, text.utf8.count <= longest, let parts = URLComponents(string: text), parts.scheme != nil,
            parts.fragment == nil, parts.user == nil, parts.password == nil, !text.contains("#"),
            parts.scheme?.contains("http") != true || hasHost(parts)
        else {
            throw Failure.invalid(
                field: field,
                reason:
                    "\"\(text.prefix(80))\" is no whole address of at most \(longest) ASCII characters without fragment "
                    + "and user, such as https://platform.example.cn/signed-in"
            )
        }
        return parts
    }

    private static func hasHost(_ parts: URLComponents) -> Bool {
        guard let host = parts.host, !host.isEmpty else { return false }
        return host.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "." || $0 == "-" }
    }
}
