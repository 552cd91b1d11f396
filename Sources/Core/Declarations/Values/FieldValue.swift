/// What a field of an entry holds, as it is stored: texts, lists of values, and values with named parts.
///
/// Numbers, dates and codes are texts in the one form that their type writes, so that no value ever loses a digit. Which type it
/// is, only the declaration says.
package indirect enum FieldValue: Sendable, Hashable {
    case text(String)
    case list([FieldValue])
    case parts([String: FieldValue])

    /// The text, where it is one.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The value of a part, where it is a text.
    package subscript(part: String) -> String? {
        if case .parts(let parts) = self { parts[part]?.text } else { nil }
    }

    /// The values of a list; any other value is one alone.
    package var items: [FieldValue] {
        if case .list(let items) = self { items } else { [self] }
    }
}

extension FieldValue: Codable {
    package init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Key.self) {
            var parts: [String: FieldValue] = [:]
            for key in keyed.allKeys { parts[key.stringValue] = try keyed.decode(FieldValue.self, forKey: key) }
            self = .parts(parts)
        } else if var list = try? decoder.unkeyedContainer() {
            var items: [FieldValue] = []
            while !list.isAtEnd { items.append(try list.decode(FieldValue.self)) }
            self = .list(items)
        } else {
            self = .text(try decoder.singleValueContainer().decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .list(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .parts(let parts):
            var container = encoder.container(keyedBy: Key.self)
            for (name, value) in parts.sorted(by: { $0.key < $1.key }) {
                try container.encode(value, forKey: Key(stringValue: name))
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
