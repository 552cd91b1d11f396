/// Writes the elements of an array.
struct CanonicalUnkeyedContainer: UnkeyedEncodingContainer {
    let encoder: CanonicalEncoder

    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.output.buffer.count(encoder.depth) }

    mutating func encodeNil() throws { append("null") }
    mutating func encode(_ value: Bool) throws { append(value ? "true" : "false") }
    mutating func encode(_ value: Double) throws { throw refusal }
    mutating func encode(_ value: Float) throws { throw refusal }
    mutating func encode(_ value: Int) throws { try append(integer: value) }
    mutating func encode(_ value: Int8) throws { try append(integer: value) }
    mutating func encode(_ value: Int16) throws { try append(integer: value) }
    mutating func encode(_ value: Int32) throws { try append(integer: value) }
    mutating func encode(_ value: Int64) throws { try append(integer: value) }
    mutating func encode(_ value: UInt) throws { try append(integer: value) }
    mutating func encode(_ value: UInt8) throws { try append(integer: value) }
    mutating func encode(_ value: UInt16) throws { try append(integer: value) }
    mutating func encode(_ value: UInt32) throws { try append(integer: value) }
    mutating func encode(_ value: UInt64) throws { try append(integer: value) }

    mutating func encode(_ value: String) throws {
        encoder.output.buffer.appendElement(encoder.depth, string: value)
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        encoder.output.buffer.beginElement(encoder.depth)
        try encoder.write(value, at: String(count - 1))
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        later().container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { later().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder { later() }

    private func later() -> CanonicalEncoder {
        let part = CanonicalEncoder()
        encoder.output.buffer.appendElement(encoder.depth, later: part)
        return part
    }

    private func append(_ literal: String) {
        encoder.output.buffer.appendElement(encoder.depth, literal: literal)
    }

    private func append(integer: some BinaryInteger) throws {
        append(try CanonicalEncoder.literal(integer, at: String(count)))
    }

    private var refusal: CanonicalJSON.Refusal { .floatingPoint(path: String(count)) }
}
