/// Writes the elements of an array.
struct CanonicalUnkeyedContainer: UnkeyedEncodingContainer {
    let encoder: CanonicalEncoder
    let array: CanonicalArray

    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { array.slots.count }

    mutating func encodeNil() throws { array.slots.append(.literal("null")) }
    mutating func encode(_ value: Bool) throws { array.slots.append(.literal(value ? "true" : "false")) }
    mutating func encode(_ value: String) throws { array.slots.append(.string(value)) }
    mutating func encode(_ value: Double) throws { throw encoder.refusal(key: CanonicalIndex(count)) }
    mutating func encode(_ value: Float) throws { throw encoder.refusal(key: CanonicalIndex(count)) }
    mutating func encode(_ value: Int) throws { try append(value) }
    mutating func encode(_ value: Int8) throws { try append(value) }
    mutating func encode(_ value: Int16) throws { try append(value) }
    mutating func encode(_ value: Int32) throws { try append(value) }
    mutating func encode(_ value: Int64) throws { try append(value) }
    mutating func encode(_ value: UInt) throws { try append(value) }
    mutating func encode(_ value: UInt8) throws { try append(value) }
    mutating func encode(_ value: UInt16) throws { try append(value) }
    mutating func encode(_ value: UInt32) throws { try append(value) }
    mutating func encode(_ value: UInt64) throws { try append(value) }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        array.slots.append(try encoder.slot(for: value, key: CanonicalIndex(count)))
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        nested().container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder { nested() }

    private func append(_ value: some BinaryInteger) throws {
        array.slots.append(try encoder.slot(for: value, key: CanonicalIndex(count)))
    }

    private func nested() -> CanonicalEncoder {
        let nested = CanonicalEncoder(parent: encoder, key: CanonicalIndex(count))
        array.slots.append(.later(nested))
        return nested
    }
}
