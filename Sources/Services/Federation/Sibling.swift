import Domain
import Foundation

/// Another node over the same database, known by the address at which it serves.
package struct Sibling: Sendable, Hashable {
    /// Scheme, host and port, such as `http://10.0.0.7:8080`, without a slash at the end.
    package let address: String

    /// Reads an address.
    ///
    /// - Throws: `Failure.invalid` for anything but `http` or `https` with a host and perhaps a port.
    package init(_ text: String) throws {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let parts = URLComponents(string: trimmed), ["http", "https"].contains(parts.scheme),
            parts.host?.isEmpty == false, parts.path.isEmpty, parts.query == nil, parts.user == nil
        else {
            throw Failure.invalid(
                field: "HUIZHI_SIBLINGS",
                reason: "\"\(text)\" is no address of a node; write them as http://10.0.0.7:8080, commas between"
            )
        }
        address = trimmed
    }

    /// Reads a list with commas between; blanks and empty places count for nothing.
    package static func list(_ text: String) throws -> [Sibling] {
        try text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .map(Sibling.init)
    }
}
