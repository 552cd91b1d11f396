/// Reads decodable values from a JSON text that was taken apart, several times as fast as a general reader.
///
/// Strings are given as they stand, whole numbers to 64 bits, nothing is converted. Fractions are not read. Every fault
/// is thrown without explanation: who wants one asks a general reader, which may also read what this one does not.
package enum QuickJSON {
    /// The value that a JSON text holds.
    ///
    /// - Throws: Some error when the text is not JSON, not of the type, or beyond what this reads.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let text = try JSONText(bytes)
        return try Value(from: JSONValue(text: text, place: 0))
    }
}

/// One value of a JSON text.
struct JSONValue: Decoder {
    let text: JSONText
    let place: Int

    // Faults are thrown without a path.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard text.nodes[place].kind == .object else { throw JSONText.Fault() }
        return KeyedDecodingContainer(JSONMembers(text: text, place: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard text.nodes[place].kind == .array else { throw JSONText.Fault() }
        return JSONElements(text: text, place: place)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    /// Whether the value is `null`.
    var isNull: Bool { text.nodes[place].kind == .null }

    /// The truth value.
    ///
    /// - Throws: `JSONText.Fault` when it is none.
    func boolean() throws -> Bool {
        switch text.nodes[place].kind {
        case .yes: true
        case .no: false
        default: throw JSONText.Fault()
        }
    }
}

extension JSONValue: SingleValueDecodingContainer {
    func decodeNil() -> Bool { isNull }
    func decode(_ type: Bool.Type) throws -> Bool { try boolean() }
    func decode(_ type: String.Type) throws -> String { try text.string(place) }
    func decode(_ type: Double.Type) throws -> Double { throw JSONText.Fault() }
    func decode(_ type: Float.Type) throws -> Float { throw JSONText.Fault() }
    func decode(_ type: Int.Type) throws -> Int { try text.integer(place) }
    func decode(_ type: Int8.Type) throws -> Int8 { try text.integer(place) }
    func decode(_ type: Int16.Type) throws -> Int16 { try text.integer(place) }
    func decode(_ type: Int32.Type) throws -> Int32 { try text.integer(place) }
    func decode(_ type: Int64.Type) throws -> Int64 { try text.integer(place) }
    func decode(_ type: UInt.Type) throws -> UInt { try text.integer(place) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try text.integer(place) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try text.integer(place) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try text.integer(place) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try text.integer(place) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}
