package import Domain
import Foundation

/// The server that takes messages: `smtp://host:25`, `smtps://user@host:465`, `smtp://user@host:587?starttls=required`.
///
/// **Source** RFC 5321, RFC 3207 (STARTTLS), RFC 8314 (`smtps` on 465).
package struct MailServer: Sendable, Hashable {
    /// How the connection is encrypted.
    package enum Encryption: Sendable, Hashable {
        /// Not at all.
        case none
        /// By STARTTLS, before anything else is said; where the server does not offer it, nothing is sent.
        case startTLS
        /// From the first byte on.
        case fromTheStart
    }

    /// The name of the host in ASCII, or an address; IPv6 in brackets.
    package let host: String
    package let port: Int
    package let encryption: Encryption
    /// Whom to sign in as; nil to send without.
    package let user: String?

    /// Reads an address.
    ///
    /// Without a port it is 25, for `smtps` 465. Without `starttls`, that is required unless the host is this machine.
    ///
    /// - Parameters:
    ///   - text: the address; an @ in the user is written %40.
    ///   - field: what an error names.
    /// - Throws: `Failure.invalid`. A password is refused, and no reason repeats the text, which may hold one.
    package init(_ text: String, field: String) throws(Failure) {
        let form = "write smtp://HOST:25, smtps://USER@HOST:465 or smtp://USER@HOST:587"
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "smtp" || scheme == "smtps", let host = parts.encodedHost?.lowercased(),
            host.wholeMatch(of: /[a-z0-9.\-]+|\[[0-9a-f:.]+\]/) != nil, parts.path.isEmpty || parts.path == "/",
            parts.fragment == nil
        else {
            throw .invalid(field: field, reason: "this is no address of a mail server; " + form)
        }
        guard parts.password == nil else {
            throw .invalid(
                field: field,
                reason: "a password does not stand in the address; put it into \(field)_PASSWORD or a file named by "
                    + "\(field)_PASSWORD_FILE"
            )
        }
        let isTLS = scheme == "smtps"
        let port = parts.port ?? (isTLS ? 465 : 25)
        guard (1...65_535).contains(port) else {
            throw .invalid(field: field, reason: "\(port) is no port; write a number from 1 to 65535")
        }
        self.host = host
        self.port = port
        user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
        let startTLS = try Self.startTLS(parts.queryItems ?? [], isTLS: isTLS, field: field)
        let isHere = Self.isLoopback(host)
        encryption = isTLS ? .fromTheStart : startTLS ?? !isHere ? .startTLS : .none
        guard user == nil || encryption != .none || isHere else {
            throw .invalid(
                field: field,
                reason: "the password would cross the network in the clear; leave starttls=none out or the user"
            )
        }
        guard user?.utf8.contains(where: { $0 < 32 || $0 == 127 }) != true else {
            throw .invalid(field: field, reason: "the user holds a control character")
        }
    }

    /// Whether STARTTLS is required; nil where the address does not say.
    private static func startTLS(_ items: [URLQueryItem], isTLS: Bool, field: String) throws(Failure) -> Bool? {
        guard let item = items.first else { return nil }
        guard items.count == 1, item.name == "starttls", let value = item.value,
            let isRequired = ["required": true, "none": false][value]
        else {
            throw .invalid(
                field: field,
                reason: "behind the ? there may stand starttls=required or starttls=none, and nothing else"
            )
        }
        guard !isTLS else {
            throw .invalid(field: field, reason: "smtps is encrypted from the start; leave starttls out")
        }
        return isRequired
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "[::1]" || host.wholeMatch(of: /127\.[0-9]+\.[0-9]+\.[0-9]+/) != nil
    }

    /// The address for libcurl, with what this side says its own name is.
    func url(name: String) -> String {
        "\(encryption == .fromTheStart ? "smtps" : "smtp")://\(host):\(port)/\(name)"
    }
}
