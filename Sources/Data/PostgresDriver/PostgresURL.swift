internal import CPQ
internal import SQLCore

/// The address of a database, with its password: what is printed of it is `shown`.
struct PostgresURL: Sendable, CustomStringConvertible {
    /// The address as it was given, read by libpq.
    let text: String
    /// User, hosts and name, without the password and without what else an operator may keep there.
    let shown: String

    /// Reads `postgres://USER:PASSWORD@HOST:PORT/NAME?OPTION=VALUE`, or the same with `postgresql`.
    ///
    /// - Throws: `DatabaseError.unreachable`.
    init(_ text: String) throws {
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
            throw Self.wrong("it begins with neither postgres:// nor postgresql://")
        }
        var message: UnsafeMutablePointer<CChar>?
        // libpq reads the text during the call; it hands out the list and the message, which are freed below.
        let options = unsafe PQconninfoParse(text, &message)
        defer {
            unsafe PQconninfoFree(options)
            unsafe PQfreemem(message)
        }
        guard let options = unsafe options else {
            // The message may quote a part of the address that belongs to the password.
            let said = unsafe message.map { unsafe String(cString: $0) } ?? ""
            throw Self.wrong(said.prefix { $0 != "\"" && $0 != ":" }.trimmedLine)
        }
        var values: [String: String] = [:]
        var position = 0
        // The list ends with an option without a name.
        while let keyword = unsafe options[position].keyword {
            if let value = unsafe options[position].val {
                unsafe values[String(cString: keyword)] = unsafe String(cString: value)
            }
            position += 1
        }
        self.text = text
        let user = values["user"].map { $0 + "@" } ?? ""
        let port = values["port"].map { ":" + $0 } ?? ""
        shown = "postgres://" + user + (values["host"] ?? "") + port + "/" + (values["dbname"] ?? "")
    }

    var description: String { shown }

    private static func wrong(_ why: String) -> DatabaseError {
        .unreachable(
            "the address of the database cannot be read: \(why); write postgres://USER:PASSWORD@HOST:PORT/NAME, with "
                + "special characters of the password percent-encoded"
        )
    }
}

extension StringProtocol {
    /// The text on one line, without space at its ends.
    var trimmedLine: String {
        split(whereSeparator: \.isNewline).map { line in
            line.drop(while: \.isWhitespace)
        }.joined(separator: "; ")
    }
}
