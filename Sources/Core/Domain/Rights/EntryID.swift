/// The identity of a right in the store: register, slash, country, normalised number, as in `patent/CN2019103024301`.
package struct EntryID: Hashable, Sendable, Codable, CustomStringConvertible {
    package let register: Register
    /// Country and normalised number, or a random token; letters, digits and `-` only.
    package let local: String

    package init(register: Register, local: String) {
        self.register = register
        self.local = local
    }

    /// Reads `register/local`; nil for another shape or an unknown register.
    package init?(_ text: String) {
        guard let slash = text.firstIndex(of: "/"), let register = Register(rawValue: String(text[..<slash])) else {
            return nil
        }
        let local = text[text.index(after: slash)...]
        guard !local.isEmpty, local.utf8.allSatisfy({ Self.isAllowed($0) }) else { return nil }
        self.init(register: register, local: String(local))
    }

    package var description: String { register.rawValue + "/" + local }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = EntryID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an entry id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
