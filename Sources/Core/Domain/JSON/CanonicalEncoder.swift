/// Collects one encodable value; a value that encodes nothing is an empty object.
final class CanonicalEncoder: Encoder {
    private(set) var slot: CanonicalSlot = .object(CanonicalObject())
    private let parent: CanonicalEncoder?
    private let key: (any CodingKey)?

    init(parent: CanonicalEncoder? = nil, key: (any CodingKey)? = nil) {
        self.parent = parent
        self.key = key
    }

    var codingPath: [any CodingKey] { (parent?.codingPath ?? []) + (key.map { [$0] } ?? []) }

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        // A value may ask several times, to lay the members of its parts side by side.
        if case .object(let object) = slot {
            return KeyedEncodingContainer(CanonicalKeyedContainer(encoder: self, object: object))
        }
        let object = CanonicalObject()
        slot = .object(object)
        return KeyedEncodingContainer(CanonicalKeyedContainer(encoder: self, object: object))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .array(let array) = slot { return CanonicalUnkeyedContainer(encoder: self, array: array) }
        let array = CanonicalArray()
        slot = .array(array)
        return CanonicalUnkeyedContainer(encoder: self, array: array)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { CanonicalSingleContainer(encoder: self) }

    /// Sets the whole value.
    func set(_ slot: CanonicalSlot) { self.slot = slot }

    /// Encodes a part of the value and says where it went.
    func slot(for value: some Encodable, key: any CodingKey) throws -> CanonicalSlot {
        let encoder = CanonicalEncoder(parent: self, key: key)
        try value.encode(to: encoder)
        return encoder.slot
    }

    /// The text of an integer.
    func slot(for integer: some BinaryInteger, key: (any CodingKey)?) throws -> CanonicalSlot {
        guard integer.magnitude <= CanonicalJSON.largestInteger else {
            throw CanonicalJSON.Refusal.integerTooLarge(path: path(to: key))
        }
        return .literal(String(integer))
    }

    /// The refusal of a floating-point number.
    func refusal(key: (any CodingKey)?) -> CanonicalJSON.Refusal { .floatingPoint(path: path(to: key)) }

    private func path(to key: (any CodingKey)?) -> String {
        (codingPath + (key.map { [$0] } ?? [])).map(\.stringValue).joined(separator: ".")
    }
}

/// The place of an element in a list, for paths in refusals.
struct CanonicalIndex: CodingKey {
    let intValue: Int?
    var stringValue: String { String(intValue ?? 0) }

    init(_ index: Int) { intValue = index }
    init?(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { return nil }
}
