/// Writes a value that is no object and no array.
struct CanonicalSingleContainer: SingleValueEncodingContainer {
    let encoder: CanonicalEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    mutating func encodeNil() throws { encoder.set(.literal("null")) }
    mutating func encode(_ value: Bool) throws { encoder.set(.literal(value ? "true" : "false")) }
    mutating func encode(_ value: String) throws { encoder.set(.string(value)) }
    mutating func encode(_ value: Double) throws { throw encoder.refusal(key: nil) }
    mutating func encode(_ value: Float) throws { throw encoder.refusal(key: nil) }
    mutating func encode(_ value: Int) throws { try set(value) }
    mutating func encode(_ value: Int8) throws { try set(value) }
    mutating func encode(_ value: Int16) throws { try set(value) }
    mutating func encode(_ value: Int32) throws { try set(value) }
    mutating func encode(_ value: Int64) throws { try set(value) }
    mutating func encode(_ value: UInt) throws { try set(value) }
    mutating func encode(_ value: UInt8) throws { try set(value) }
    mutating func encode(_ value: UInt16) throws { try set(value) }
    mutating func encode(_ value: UInt32) throws { try set(value) }
    mutating func encode(_ value: UInt64) throws { try set(value) }

    mutating func encode<Value: Encodable>(_ value: Value) throws { try value.encode(to: encoder) }

    private func set(_ value: some BinaryInteger) throws { encoder.set(try encoder.slot(for: value, key: nil)) }
}
