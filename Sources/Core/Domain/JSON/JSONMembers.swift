/// The members of an object of a JSON text.
struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let text: JSONText
    let place: Int

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var keys: [Key] = []
        var name = place + 1
        while name < Int(text.nodes[place].next) {
            let node = text.nodes[name]
            let string = String(decoding: text.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
            // Of two members with one name the first counts.
            if let key = Key(stringValue: string), !keys.contains(where: { $0.stringValue == string }) {
                keys.append(key)
            }
            name = Int(text.nodes[name + 1].next)
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { text.member(key.stringValue, of: place) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).boolean() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try text.string(value(key).place) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw JSONText.Fault() }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw JSONText.Fault() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try text.integer(value(key).place) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try text.integer(value(key).place) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try text.integer(value(key).place) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try text.integer(value(key).place) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try text.integer(value(key).place) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try text.integer(value(key).place) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try text.integer(value(key).place) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try text.integer(value(key).place) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try text.integer(value(key).place) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try text.integer(value(key).place) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Value(from: value(key))
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(key)?.boolean() }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        guard let value = present(key) else { return nil }
        return try text.integer(value.place)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let value = present(key) else { return nil }
        return try text.string(value.place)
    }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        // Not by `map`, which would be called unspecialised for every member of every record.
        guard let value = present(key) else { return nil }
        return try Value(from: value)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let place = text.member("super", of: place) else { throw JSONText.Fault() }
        return JSONValue(text: text, place: place)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }

    private func value(_ key: Key) throws -> JSONValue {
        guard let place = text.member(key.stringValue, of: place) else { throw JSONText.Fault() }
        return JSONValue(text: text, place: place)
    }

    /// The value of a member that is there and not null.
    private func present(_ key: Key) -> JSONValue? {
        guard let place = text.member(key.stringValue, of: place), text.nodes[place].kind != .null else { return nil }
        return JSONValue(text: text, place: place)
    }
}
