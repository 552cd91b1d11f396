/// An array that JSON leaves out when it is empty and that reads as empty when it is absent.
///
/// Records of IP rights have some forty lists of which most are empty; leaving them out keeps the canonical content,
/// and with it the digest, free of fields that a source never spoke of.
@propertyWrapper
package struct List<Element: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    package var wrappedValue: [Element]

    package init(wrappedValue: [Element] = []) {
        self.wrappedValue = wrappedValue
    }

    package init(from decoder: any Decoder) throws {
        wrappedValue = try decoder.singleValueContainer().decode([Element].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

extension KeyedDecodingContainer {
    /// Synthesised decoding calls this overload, so that an absent list is an empty one.
    package func decode<Element>(_ type: List<Element>.Type, forKey key: Key) throws -> List<Element> {
        List(wrappedValue: try decodeIfPresent([Element].self, forKey: key) ?? [])
    }
}

extension KeyedEncodingContainer {
    /// Synthesised encoding calls this overload, so that an empty list leaves no trace.
    package mutating func encode<Element>(_ value: List<Element>, forKey key: Key) throws {
        guard !value.wrappedValue.isEmpty else { return }
        try encode(value.wrappedValue, forKey: key)
    }
}
