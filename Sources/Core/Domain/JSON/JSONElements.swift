/// The elements of an array of a JSON text.
struct JSONElements: UnkeyedDecodingContainer {
    let text: JSONText
    let count: Int?
    private(set) var currentIndex = 0
    private var next: Int
    private let end: Int

    init(text: JSONText, place: Int) {
        self.text = text
        count = Int(text.nodes[place].lead)
        next = place + 1
        end = Int(text.nodes[place].next)
    }

    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { next >= end }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd else { throw JSONText.Fault() }
        guard text.nodes[next].kind == .null else { return false }
        _ = try take()
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try take().boolean() }
    mutating func decode(_ type: String.Type) throws -> String { try text.string(take().place) }
    mutating func decode(_ type: Double.Type) throws -> Double { throw JSONText.Fault() }
    mutating func decode(_ type: Float.Type) throws -> Float { throw JSONText.Fault() }
    mutating func decode(_ type: Int.Type) throws -> Int { try text.integer(take().place) }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try text.integer(take().place) }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try text.integer(take().place) }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try text.integer(take().place) }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try text.integer(take().place) }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try text.integer(take().place) }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try text.integer(take().place) }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try text.integer(take().place) }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try text.integer(take().place) }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try text.integer(take().place) }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: take()) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try take().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try take().unkeyedContainer() }

    mutating func superDecoder() throws -> any Decoder { try take() }

    private mutating func take() throws -> JSONValue {
        guard !isAtEnd else { throw JSONText.Fault() }
        defer {
            next = Int(text.nodes[next].next)
            currentIndex += 1
        }
        return JSONValue(text: text, place: next)
    }
}
