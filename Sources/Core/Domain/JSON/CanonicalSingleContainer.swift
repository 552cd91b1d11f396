/// Writes a value that is no object and no array.
struct CanonicalSingleContainer: SingleValueEncodingContainer {
    let encoder: CanonicalEncoder

    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() throws { set("null") }
    mutating func encode(_ value: Bool) throws { set(value ? "true" : "false") }
    mutating func encode(_ value: Double) throws { throw CanonicalJSON.Refusal.floatingPoint(path: "") }
    mutating func encode(_ value: Float) throws { throw CanonicalJSON.Refusal.floatingPoint(path: "") }
    mutating func encode(_ value: Int) throws { try set(integer: value) }
    mutating func encode(_ value: Int8) throws { try set(integer: value) }
    mutating func encode(_ value: Int16) throws { try set(integer: value) }
    mutating func encode(_ value: Int32) throws { try set(integer: value) }
    mutating func encode(_ value: Int64) throws { try set(integer: value) }
    mutating func encode(_ value: UInt) throws { try set(integer: value) }
    mutating func encode(_ value: UInt8) throws { try set(integer: value) }
    mutating func encode(_ value: UInt16) throws { try set(integer: value) }
    mutating func encode(_ value: UInt32) throws { try set(integer: value) }
    mutating func encode(_ value: UInt64) throws { try set(integer: value) }

    mutating func encode(_ value: String) throws {
        encoder.output.buffer.appendSingle(encoder.depth, string: value)
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws { try value.encode(to: encoder) }

    private func set(_ literal: String) { encoder.output.buffer.appendSingle(encoder.depth, literal: literal) }

    private func set(integer: some BinaryInteger) throws {
        set(try CanonicalEncoder.literal(integer, at: ""))
    }
}
