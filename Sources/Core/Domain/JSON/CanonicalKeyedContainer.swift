/// Writes the members of an object.
struct CanonicalKeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: CanonicalEncoder
    let object: CanonicalObject

    var codingPath: [any CodingKey] { encoder.codingPath }

    mutating func encodeNil(forKey key: Key) throws { set(.literal("null"), key) }
    mutating func encode(_ value: Bool, forKey key: Key) throws { set(.literal(value ? "true" : "false"), key) }
    mutating func encode(_ value: String, forKey key: Key) throws { set(.string(value), key) }
    mutating func encode(_ value: Double, forKey key: Key) throws { throw encoder.refusal(key: key) }
    mutating func encode(_ value: Float, forKey key: Key) throws { throw encoder.refusal(key: key) }
    mutating func encode(_ value: Int, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: Int8, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: Int16, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: Int32, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: Int64, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: UInt, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: UInt8, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: UInt16, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: UInt32, forKey key: Key) throws { try setInteger(value, key) }
    mutating func encode(_ value: UInt64, forKey key: Key) throws { try setInteger(value, key) }

    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        set(try encoder.slot(for: value, key: key), key)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        nested(key).container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        nested(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { nested(named: "super", key: nil) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

    private func set(_ slot: CanonicalSlot, _ key: Key) { object.members.append((key.stringValue, slot)) }

    private func setInteger(_ value: some BinaryInteger, _ key: Key) throws {
        set(try encoder.slot(for: value, key: key), key)
    }

    private func nested(_ key: Key) -> CanonicalEncoder { nested(named: key.stringValue, key: key) }

    private func nested(named name: String, key: (any CodingKey)?) -> CanonicalEncoder {
        let nested = CanonicalEncoder(parent: encoder, key: key)
        object.members.append((name, .later(nested)))
        return nested
    }
}
