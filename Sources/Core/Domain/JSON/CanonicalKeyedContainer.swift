/// Writes the members of an object.
struct CanonicalKeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: CanonicalEncoder

    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) throws { set("null", key) }
    mutating func encode(_ value: Bool, forKey key: Key) throws { set(value ? "true" : "false", key) }
    mutating func encode(_ value: Double, forKey key: Key) throws { throw Self.refusal(key) }
    mutating func encode(_ value: Float, forKey key: Key) throws { throw Self.refusal(key) }
    mutating func encode(_ value: Int, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: Int8, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: Int16, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: Int32, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: Int64, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: UInt, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: UInt8, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: UInt16, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: UInt32, forKey key: Key) throws { try set(integer: value, key) }
    mutating func encode(_ value: UInt64, forKey key: Key) throws { try set(integer: value, key) }

    mutating func encode(_ value: String, forKey key: Key) throws {
        encoder.output.buffer.appendMember(key.stringValue, string: value)
    }

    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        let start = encoder.output.buffer.bytes.count
        try encoder.write(value, at: key.stringValue)
        encoder.output.buffer.endMember(key.stringValue, from: start)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        later(key.stringValue).container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        later(key.stringValue).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { later("super") }
    mutating func superEncoder(forKey key: Key) -> any Encoder { later(key.stringValue) }

    private func later(_ name: String) -> CanonicalEncoder {
        let part = CanonicalEncoder()
        encoder.output.buffer.appendMember(name, later: part)
        return part
    }

    private func set(_ literal: String, _ key: Key) {
        encoder.output.buffer.appendMember(key.stringValue, literal: literal)
    }

    private func set(integer: some BinaryInteger, _ key: Key) throws {
        set(try CanonicalEncoder.literal(integer, at: key.stringValue), key)
    }

    private static func refusal(_ key: Key) -> CanonicalJSON.Refusal { .floatingPoint(path: key.stringValue) }
}
